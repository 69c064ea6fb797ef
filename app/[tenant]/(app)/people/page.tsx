import { LinesTable } from "@/app/_ui/lines-table";
import { PageHeader } from "@/app/_ui/page-header";
import { Pager } from "@/app/_ui/pager";
import { listPeople } from "@/lib/people/list";
import { signedInPage } from "../../signed-in-page";

export default signedInPage("/people", async (at, { query }) => {
  const cursor = query.get("cursor") ?? undefined;
  const page = await listPeople(at, { limit: 100, cursor });
  return (
    <>
      <PageHeader title="People" lead="Everybody here, by name, with their figures of all time." />
      <LinesTable caption="People" path="/people" lines={page.items} empty="Nobody here yet." />
      <Pager
        {...(cursor && { newest: "/people" })}
        {...(page.nextCursor && { next: `/people?cursor=${page.nextCursor}` })}
      />
    </>
  );
});
