import { isRouteErrorResponse, useLocation, useRouteError } from "@remix-run/react";
import { useMessages } from "#app/i18n/use-messages.ts";
import { paths } from "#app/paths.ts";
import { ButtonLink } from "./button.tsx";
import { DeskMenu } from "./desk-menu.tsx";
import { PlainPage } from "./link.tsx";
import { Masthead } from "./masthead.tsx";
import { SiteMenu } from "./site-menu.tsx";

/** What happened, what was kept, what to do: one page for every refusal and every fault. */
export function ErrorPage() {
  const words = useMessages().common.errors;
  const error = useRouteError();
  const status = isRouteErrorResponse(error) ? error.status : 500;
  const { title, text } = words[status as keyof typeof words & number] ?? words[500];
  const said = isRouteErrorResponse(error) && !isFrameworks(error) ? error.data : "";
  const detail = typeof said === "string" ? said : "";
  const atDesk = /^(\/en)?\/desk(\/|$)/.test(useLocation().pathname);
  return (
    <PlainPage.Provider value={!atDesk}>
      {atDesk ? (
        <Masthead home={paths.desk.home()} wide>
          <DeskMenu />
        </Masthead>
      ) : (
        <Masthead home={paths.home()}>
          <SiteMenu />
        </Masthead>
      )}
      <main id="content" className="mx-auto max-w-2xl px-4 py-16">
        <p className="text-soft">{status}</p>
        <h1 className="mb-3 text-3xl">{title}</h1>
        <p className="mb-6">{detail || text}</p>
        <ButtonLink to={atDesk ? paths.desk.home() : paths.home()}>
          {atDesk ? words.desk : words.home}
        </ButtonLink>
      </main>
    </PlainPage.Provider>
  );
}

/** What the framework says of a request that it turns down is for its programmers. */
function isFrameworks(error: object): boolean {
  return "internal" in error && error.internal === true;
}
