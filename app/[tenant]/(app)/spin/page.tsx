import { EmptyState } from "@/app/_ui/empty-state";
import { PageHeader } from "@/app/_ui/page-header";
import { formOptions } from "@/lib/spins/form-options";
import { landingOf } from "@/lib/spins/landing";
import { readerLocale, words } from "@/lib/words/words";
import { signedInPage } from "../../signed-in-page";
import { SpinStage } from "./_flick/spin-stage";
import { ByHand } from "./by-hand";
import { LandingCard } from "./landing-card";

export default signedInPage("/spin", async (at, { query }) => {
  const { spinning, flick } = words();
  const { spinners } = await formOptions(at);
  const spinId = query.get("landed");
  const landed = spinId === null ? undefined : await landingOf(at, spinId);
  const mineFirst = spinners.toSorted((a, b) => Number(b.mine) - Number(a.mine));
  const options = mineFirst.map(({ id, name, mine }) => ({ value: id, label: mine ? spinning.mine(name) : name }));
  return (
    <>
      <PageHeader title={spinning.title} lead={spinning.lead} />
      {options.length === 0 || at.actor.kind !== "person" ? (
        <EmptyState title={spinning.noSpinner}>
          <a href="/spinners">{spinning.addFirst}</a>
        </EmptyState>
      ) : (
        <div className="grid items-start gap-6 lg:grid-cols-[3fr_2fr]">
          <section className="surface scripted" aria-label={flick.label}>
            <SpinStage person={at.actor.id} spinners={options} locale={readerLocale()} words={flick} />
          </section>
          <div className="grid gap-6">
            {landed && <LandingCard {...landed} />}
            <ByHand options={options} />
          </div>
        </div>
      )}
    </>
  );
});
