import { LINE_ORDERS, LinesTable } from "@/app/_ui/lines-table";
import { listAddress } from "@/app/_ui/list-address";
import { PageHeader } from "@/app/_ui/page-header";
import { Pager } from "@/app/_ui/pager";
import { readSorting } from "@/app/_ui/sorting";
import { listSpinners } from "@/lib/spinners/list";
import { words } from "@/lib/words/words";
import { signedInPage } from "../../signed-in-page";
import { NewSpinner } from "./new-spinner";
import { ShowLinks } from "./show-links";
import { readShown } from "./shown";

export default signedInPage("/spinners", async (at, { query }) => {
  const { spinners } = words();
  const [shown, sorting] = [readShown(query), readSorting(query, LINE_ORDERS)];
  const cut = { limit: 100, cursor: query.get("cursor") ?? undefined };
  const page = await listSpinners(at, { ...cut, order: sorting, show: shown });
  const { kept, pages } = listAddress("/spinners", query, ["sort", "show"], page.nextCursor);
  const lines = page.items.map((line) => ({ ...line, note: line.retiredAt ? spinners.retired : undefined }));
  return (
    <>
      <PageHeader title={spinners.title} lead={spinners.lead} actions={<ShowLinks shown={shown} kept={kept} />} />
      <LinesTable
        caption={spinners.title}
        path="/spinners"
        query={kept}
        sorting={sorting}
        lines={lines}
        empty={spinners.none[shown]}
      />
      <Pager {...pages} />
      <NewSpinner />
    </>
  );
});
