import {
  type ActionFunctionArgs,
  data,
  type LoaderFunctionArgs,
  type MetaFunction,
} from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { now } from "#app/clock.ts";
import { db } from "#app/db.server.ts";
import { findLink, takeLink } from "#app/domain/portal/links.server.ts";
import { mayTry } from "#app/http/limits.server.ts";
import { portalCookie } from "#app/http/portal.server.ts";
import { PRIVATE_PAGE } from "#app/http/private-page.ts";
import { goTo } from "#app/http/responses.ts";
import { languageOf, messagesFor, messagesIn } from "#app/i18n/messages.ts";
import { useMessages } from "#app/i18n/use-messages.ts";
import { paths } from "#app/paths.ts";
import { Button, ButtonLink } from "#app/ui/button.tsx";
import { Notice } from "#app/ui/notice.tsx";
import { PageTitle } from "#app/ui/page-title.tsx";

export const headers = () => PRIVATE_PAGE;

/** Only looks. Mail scanners follow every link of a letter, so nobody is let in by asking for the page. */
export async function loader({ params }: LoaderFunctionArgs) {
  const link = await findLink(db, params.token ?? "", now());
  return data({ link: link ?? null }, { status: link ? 200 : 404 });
}

export async function action({ params, request, context }: ActionFunctionArgs) {
  const words = messagesFor(request);
  if (!(await mayTry("publicWrite", context.address)))
    return data({ problem: words.common.errors[429].text }, { status: 429 });
  const userAgent = request.headers.get("User-Agent") ?? "";
  const taken = await takeLink(db, params.token ?? "", { at: now(), userAgent });
  if (!taken.ok) {
    const { gone, listed } = words.portal.link;
    return data({ problem: taken.reason === "unknown" ? gone : listed }, { status: 409 });
  }
  const done = taken.purpose === "address" ? "address" : undefined;
  return goTo(request, paths.portal.home({ done }), {
    headers: { "Set-Cookie": await portalCookie(taken.token) },
  });
}

export const meta: MetaFunction = ({ location }) => {
  const words = messagesIn(languageOf(location.pathname));
  return [{ title: `${words.portal.title} · ${words.common.product}` }];
};

export default function Link() {
  const { link } = useLoaderData<typeof loader>();
  const problem = useActionData<typeof action>()?.problem;
  const words = useMessages().portal.link;
  if (!link || problem)
    return (
      <>
        <PageTitle>{words.titles["sign-in"]}</PageTitle>
        <Notice tone="problem">{problem ?? words.gone}</Notice>
        <ButtonLink to={paths.portal.signIn()}>{words.another}</ButtonLink>
      </>
    );
  return (
    <>
      <PageTitle>{words.titles[link.purpose]}</PageTitle>
      <p className="mb-4 text-lg wrap-anywhere">{words.lead[link.purpose](link.email)}</p>
      <form method="post">
        <Button>{words.submit[link.purpose]}</Button>
      </form>
    </>
  );
}
