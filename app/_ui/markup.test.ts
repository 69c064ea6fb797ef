import { expect, test } from "vitest";
import { html } from "./markup";

test("what a person typed is text, in content and in attributes", () => {
  const name = `</a><script>alert("1")</script> 'x' & y`;
  expect(String(html`<a title="${name}">${name}</a>`)).toBe(
    '<a title="&lt;/a&gt;&lt;script&gt;alert(&quot;1&quot;)&lt;/script&gt; &#39;x&#39; &amp; y">' +
      "&lt;/a&gt;&lt;script&gt;alert(&quot;1&quot;)&lt;/script&gt; &#39;x&#39; &amp; y</a>",
  );
});

test("pieces hold pieces, as they are", () => {
  const cells = [1, 2].map((value) => html`<td>${value}</td>`);
  expect(String(html`<tr>${cells}${html`<td></td>`}</tr>`)).toBe("<tr><td>1</td><td>2</td><td></td></tr>");
});
