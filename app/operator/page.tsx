import { FigureCard } from "@/app/_ui/figure-card";
import { formatCount, formatDuration, formatSeconds } from "@/app/_ui/format";
import { PageHeader } from "@/app/_ui/page-header";
import type { Averages } from "@/lib/figures/types";
import { reportAverages } from "@/lib/reports/averages";
import { reportLeaderboard } from "@/lib/reports/leaderboard";
import { words } from "@/lib/words/words";
import { EntriesTable } from "./entries-table";
import { MissingNotice } from "./missing-notice";
import { operatorPage } from "./operator-page";
import { TenantsTable } from "./tenants-table";

export default operatorPage("/", async ({ email: who }) => {
  const [averages, { entries }] = await Promise.all([reportAverages({ who }), reportLeaderboard({}, { who })]);
  const { overall, tenants, missing } = averages;
  const { operator } = words();
  return (
    <>
      <PageHeader title={operator.tenants} lead={operator.lead} />
      {missing.length > 0 && <MissingNotice missing={missing} />}
      <section aria-label={operator.figures} className="grid gap-4 sm:grid-cols-2 lg:grid-cols-4">
        <Figure label={operator.count} value={formatCount(tenants.length)} />
        <Figures {...overall} />
      </section>
      <TenantsTable tenants={tenants} />
      <EntriesTable entries={entries} />
    </>
  );
});

function Figures({ spins, averageMs, longestMs }: Averages) {
  const { operator } = words();
  return (
    <>
      <Figure label={operator.average} value={averageMs === null ? null : formatSeconds(averageMs)} />
      <Figure label={operator.spins} value={formatCount(spins)} />
      <Figure label={operator.longest} value={longestMs === null ? null : formatDuration(longestMs)} />
    </>
  );
}

function Figure({ label, value }: { label: string; value: string | null }) {
  return <FigureCard label={label} value={value} change={null} better="higher" />;
}
