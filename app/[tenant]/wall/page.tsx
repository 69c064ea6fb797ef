import { ErrorPage } from "@/app/_ui/error-page";
import { Live } from "@/app/_ui/live";
import { PageTitle } from "@/app/_ui/page-title";
import { notFound } from "@/lib/app-error";
import { pageOfError } from "@/lib/http/page-of-error";
import { pageQuery, type SearchParams } from "@/lib/http/page-query";
import { tenantOfRequest } from "@/lib/tenants/of-request";
import { openWall } from "@/lib/walls/open";
import { wallBoards } from "@/lib/walls/standings";
import { words } from "@/lib/words/words";
import { WallColumn } from "./wall-column";

interface Props {
  params: Promise<{ tenant: string }>;
  searchParams: Promise<SearchParams>;
}

/** A board for a screen that hangs in the open: whoever has its link sees it, and nothing else. */
export default async function WallPage({ params, searchParams }: Props) {
  try {
    const tenant = await tenantOfRequest();
    if ((await params).tenant !== tenant.slug) throw notFound();
    const link = pageQuery(await searchParams).get("link") ?? "";
    const open = await openWall(tenant, link);
    const boards = await wallBoards(open);
    const { wall } = words();
    return (
      <main id="main" className="wall">
        <PageTitle page={open.wall.name} whose={tenant.name} />
        <Live since={Date.now()} address={`/wall/live?link=${encodeURIComponent(link)}`} />
        <h1>
          {wall.title(tenant.name)} <small>{wall.days[open.wall.days]}</small>
        </h1>
        <div className="wall-boards">
          {boards.map((each) => (
            <WallColumn key={each.board} {...each} titled={boards.length > 1} />
          ))}
        </div>
      </main>
    );
  } catch (raised) {
    return <ErrorPage error={pageOfError(raised)} />;
  }
}
