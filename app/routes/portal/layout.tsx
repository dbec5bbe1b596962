import type { LoaderFunctionArgs } from "@remix-run/node";
import { Outlet, useLoaderData } from "@remix-run/react";
import { currentVisitor } from "#app/http/portal.server.ts";
import { PRIVATE_PAGE } from "#app/http/private-page.ts";
import { useLocalised, useMessages } from "#app/i18n/use-messages.ts";
import { paths } from "#app/paths.ts";
import { Button } from "#app/ui/button.tsx";
import { MenuLink } from "#app/ui/link.tsx";

export const headers = () => PRIVATE_PAGE;

export async function loader({ request }: LoaderFunctionArgs) {
  return { isIn: !!(await currentVisitor(request)) };
}

/** The journalists' room: its own menu once somebody is in. Every page asks for itself who is. */
export default function PortalLayout() {
  const { isIn } = useLoaderData<typeof loader>();
  const words = useMessages().portal;
  const to = useLocalised();
  return (
    <>
      {isIn && (
        <div className="print:hidden mb-6 flex flex-wrap items-center justify-between gap-2 border-b border-line pb-2">
          <nav aria-label={words.nav.label} className="flex flex-wrap">
            <MenuLink to={paths.portal.home()} end>
              {words.nav.home}
            </MenuLink>
            <MenuLink to={paths.portal.invitations()}>{words.nav.invitations}</MenuLink>
            <MenuLink to={paths.portal.questions()}>{words.nav.questions}</MenuLink>
            <MenuLink to={paths.portal.accreditations()}>{words.nav.accreditations}</MenuLink>
            <MenuLink to={paths.portal.data()}>{words.nav.data}</MenuLink>
          </nav>
          <form method="post" action={to(paths.portal.signOut())}>
            <Button tone="plain">{words.nav.signOut}</Button>
          </form>
        </div>
      )}
      <Outlet />
    </>
  );
}
