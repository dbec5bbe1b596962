import { data, type LoaderFunctionArgs, type MetaFunction } from "@remix-run/node";
import { Form, Outlet, type ShouldRevalidateFunction, useLoaderData } from "@remix-run/react";
import { LogOut, UserRound } from "lucide-react";
import { config } from "#app/config.server.ts";
import { takeFlash } from "#app/http/flash.server.ts";
import { requireOfficer } from "#app/http/guards.server.ts";
import { languageOf, messagesIn } from "#app/i18n/messages.ts";
import { useLocalised, useMessages } from "#app/i18n/use-messages.ts";
import { paths } from "#app/paths.ts";
import { DeskMenu } from "#app/ui/desk-menu.tsx";
import { MenuLink } from "#app/ui/link.tsx";
import { Masthead } from "#app/ui/masthead.tsx";
import { Notice } from "#app/ui/notice.tsx";

/** The desk works without scripts and is smoother with them. */
export const handle = { hydrated: true };

export async function loader({ request }: LoaderFunctionArgs) {
  const officer = await requireOfficer(request);
  const flash = await takeFlash(request);
  const shown = {
    officer: { name: officer.name },
    flash: flash?.sentence,
    trialMailbox: !config.SMTP_URL,
  };
  return data(shown, flash && { headers: { "Set-Cookie": flash.clear } });
}

/** A page that looks again by itself (letters on their way) leaves the sentence above it standing. */
export const shouldRevalidate: ShouldRevalidateFunction = ({
  currentUrl,
  nextUrl,
  formMethod,
  defaultShouldRevalidate,
}) => (formMethod || currentUrl.href !== nextUrl.href) && defaultShouldRevalidate;

export const meta: MetaFunction = ({ location }) => {
  const words = messagesIn(languageOf(location.pathname));
  return [
    { title: `${words.desk.nav.label} · ${words.common.product}` },
    { name: "robots", content: "noindex" },
  ];
};

export default function DeskLayout() {
  const { officer, flash, trialMailbox } = useLoaderData<typeof loader>();
  const words = useMessages();
  const to = useLocalised();
  const icon = { "aria-hidden": true, className: "size-4" } as const;
  return (
    <div className="flex min-h-screen flex-col">
      <Masthead
        home={paths.desk.home()}
        wide
        aside={
          <div className="flex flex-wrap items-center text-sm">
            <MenuLink to={paths.desk.account()}>
              <UserRound {...icon} />
              {officer.name}
            </MenuLink>
            <Form method="post" action={to(paths.signOut())} reloadDocument>
              <button
                type="submit"
                className="inline-flex min-h-9 items-center gap-2 rounded-md px-3 py-2 hover:bg-wash"
              >
                <LogOut {...icon} />
                {words.accounts.signOut}
              </button>
            </Form>
          </div>
        }
      >
        <DeskMenu without={trialMailbox ? [] : ["mailbox"]} />
      </Masthead>
      <main id="content" className="mx-auto w-full max-w-7xl grow px-4 py-6">
        {flash && <Notice tone="success">{flash}</Notice>}
        <Outlet />
      </main>
    </div>
  );
}
