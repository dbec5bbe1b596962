import { Outlet } from "@remix-run/react";
import { useMessages } from "#app/i18n/use-messages.ts";
import { paths } from "#app/paths.ts";
import { LinkTo, PlainPage } from "#app/ui/link.tsx";
import { Masthead } from "#app/ui/masthead.tsx";
import { SiteMenu } from "#app/ui/site-menu.tsx";

/** The public site: plain HTML, one thing a page, large type. */
export default function SiteLayout() {
  const words = useMessages();
  return (
    <PlainPage.Provider value>
      <div className="flex min-h-screen flex-col">
        <Masthead home={paths.home()}>
          <SiteMenu />
        </Masthead>
        <main
          id="content"
          className="mx-auto w-full max-w-4xl grow px-4 py-8 print:max-w-none print:p-0"
        >
          <Outlet />
        </main>
        <footer className="print:hidden border-t border-line py-6 text-sm text-soft">
          <div className="mx-auto flex max-w-4xl flex-wrap justify-between gap-x-6 gap-y-2 px-4">
            <p>
              {words.common.product} · {words.common.tagline}
            </p>
            <p className="flex flex-wrap gap-x-6 gap-y-2">
              <LinkTo to={paths.provinceLists()}>{words.publishing.lists.title}</LinkTo>
              <LinkTo to={paths.corrections()}>{words.pressCorrections.site.link}</LinkTo>
              <LinkTo to={paths.errata()}>{words.site.footer.errata}</LinkTo>
              <LinkTo to={paths.openData()}>{words.site.footer.openData}</LinkTo>
              <LinkTo to={paths.about()}>{words.site.about.title}</LinkTo>
            </p>
          </div>
        </footer>
      </div>
    </PlainPage.Provider>
  );
}
