import { ButtonLink } from "@/app/_ui/button";
import { SpinnerMark } from "@/app/_ui/spinner-mark";
import type { Showcase } from "@/lib/showcase/showcase";
import { words } from "@/lib/words/words";

interface HeroProps {
  shown: Showcase | undefined;
  /** Where the tenant on show signs in. */
  signInUrl: string;
}

/** What it is, and the way in. */
export function Hero({ shown, signInUrl }: HeroProps) {
  const { apex } = words();
  return (
    <section className="grid items-center gap-8 md:grid-cols-[3fr_2fr]">
      <div className="grid justify-items-start gap-5">
        <h1 className="text-hero font-semibold tracking-tight">{apex.title}</h1>
        <p className="max-w-prose text-lg text-soft">{apex.lead}</p>
        <p className="flex flex-wrap gap-3">
          {shown && <ButtonLink href={signInUrl}>{apex.try}</ButtonLink>}
          <ButtonLink variant={shown ? "quiet" : "primary"} href="/docs/api">
            {apex.readApi}
          </ButtonLink>
        </p>
        <p className="text-soft">
          {shown?.signIn ? apex.demoSignIn(shown.signIn.email, shown.signIn.password) : apex.noShowcase}
        </p>
      </div>
      <p className="spinner-host hero-mark text-accent" aria-hidden="true">
        <SpinnerMark size={320} />
      </p>
    </section>
  );
}
