import { placesNamed } from "@/app/_commands/places";
import { placesOf } from "@/app/_commands/places-of";
import { PageHeader } from "@/app/_ui/page-header";
import { search } from "@/lib/search/search";
import { may } from "@/lib/tenancy/actor";
import { words } from "@/lib/words/words";
import { signedInPage } from "../../signed-in-page";
import { FoundList } from "./found-list";
import { SearchForm } from "./search-form";

const MOST = 50;

export default signedInPage("/search", async (at, { query }) => {
  const { search: say } = words();
  const text = query.get("q")?.trim() ?? "";
  const found = await search(at, text, MOST);
  const { pages, actions } = placesOf(may(at.actor, "keys:write"));
  const places = text === "" ? [] : placesNamed([...pages, ...actions], text);
  const isEmpty = text !== "" && [found.people, found.spinners, places].every(({ length }) => length === 0);
  return (
    <>
      <PageHeader title={say.title} tab={text === "" ? say.title : say.of(text)} />
      <SearchForm text={text} />
      {isEmpty && <p>{say.none(text)}</p>}
      <FoundList
        title={say.people}
        found={found.people.map(({ id, name }) => ({ name, href: `/people/${id}` }))}
        most={MOST}
      />
      <FoundList
        title={say.spinners}
        found={found.spinners.map(({ id, name }) => ({ name, href: `/spinners/${id}` }))}
        most={MOST}
      />
      <FoundList title={say.pages} found={places} most={MOST} />
    </>
  );
});
