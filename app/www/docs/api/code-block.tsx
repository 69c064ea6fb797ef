interface CodeBlockProps {
  language: "curl" | "typescript" | "text";
  code: string;
}

const NAMES = { curl: "curl", typescript: "TypeScript", text: "" };

/** Code to be copied, which scrolls inside itself, by keyboard too. */
export function CodeBlock({ language, code }: CodeBlockProps) {
  return (
    <figure className="code-block">
      {NAMES[language] && <figcaption>{NAMES[language]}</figcaption>}
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: Safari scrolls only what has the focus */}
      <pre tabIndex={0} data-language={language}>
        <code>{code}</code>
      </pre>
    </figure>
  );
}
