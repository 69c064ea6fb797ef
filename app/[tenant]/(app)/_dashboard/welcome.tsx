import { ActionForm } from "@/app/_ui/action-form";
import { Button } from "@/app/_ui/button";
import { SpinnerMark } from "@/app/_ui/spinner-mark";
import { words } from "@/lib/words/words";
import { putInSamples } from "./sample-actions";

interface WelcomeProps {
  /** The workspace's. */
  name: string;
  /** Whether who looks may set things up. */
  admin: boolean;
}

/** What to do first, where nothing has spun yet. */
export function Welcome({ name, admin }: WelcomeProps) {
  const { welcome } = words();
  const steps = [
    { href: "/spin", title: welcome.record, text: welcome.recordText },
    { href: "/spinners", title: welcome.spinner, text: welcome.spinnerText },
    ...(admin
      ? [
          { href: "/settings/keys", title: welcome.device, text: welcome.deviceText },
          { href: "/spins/import", title: welcome.import, text: welcome.importText },
        ]
      : []),
  ];
  return (
    <section aria-labelledby="welcome" className="surface spinner-host grid gap-6 p-6 sm:p-10">
      <div className="flex flex-wrap items-center gap-4">
        <span className="text-accent">
          <SpinnerMark size={48} />
        </span>
        <div>
          <h2 id="welcome" className="text-xl font-semibold tracking-tight">
            {welcome.title(name)}
          </h2>
          <p className="text-soft">{welcome.lead}</p>
        </div>
      </div>
      <ol className="grid gap-4 sm:grid-cols-2">
        {steps.map(({ href, title, text }) => (
          <li key={href}>
            <a className="text-base font-semibold" href={href}>
              {title}
            </a>
            <p className="text-soft">{text}</p>
          </li>
        ))}
      </ol>
      {admin && (
        <div className="flex flex-wrap items-center gap-x-4 gap-y-2 border-t border-line pt-6">
          <ActionForm action={putInSamples}>
            <Button variant="quiet">{welcome.samples}</Button>
          </ActionForm>
          <p className="text-soft">{welcome.samplesText}</p>
        </div>
      )}
    </section>
  );
}
