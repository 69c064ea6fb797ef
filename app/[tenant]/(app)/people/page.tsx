import { LINE_ORDERS, LinesTable } from "@/app/_ui/lines-table";
import { listAddress } from "@/app/_ui/list-address";
import { PageHeader } from "@/app/_ui/page-header";
import { Pager } from "@/app/_ui/pager";
import { readSorting } from "@/app/_ui/sorting";
import { listPeople } from "@/lib/people/list";
import { words } from "@/lib/words/words";
import { signedInPage } from "../../signed-in-page";

export default signedInPage("/people", async (at, { query }) => {
  const { people } = words();
  const sorting = readSorting(query, LINE_ORDERS);
  const page = await listPeople(at, { limit: 100, cursor: query.get("cursor") ?? undefined, order: sorting });
  const { kept, pages } = listAddress("/people", query, ["sort"], page.nextCursor);
  return (
    <>
      <PageHeader title={people.title} lead={people.lead} />
      <LinesTable
        caption={people.title}
        path="/people"
        query={kept}
        sorting={sorting}
        lines={page.items}
        empty={people.none}
      />
      <Pager {...pages} />
    </>
  );
});
