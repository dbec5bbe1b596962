import {
  type ActionFunctionArgs,
  data,
  type LoaderFunctionArgs,
  type MetaFunction,
} from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { now } from "#app/clock.ts";
import { db } from "#app/db.server.ts";
import { askForLink } from "#app/domain/portal/links.server.ts";
import { mayTry } from "#app/http/limits.server.ts";
import { requireVisitor } from "#app/http/portal.server.ts";
import { PRIVATE_PAGE } from "#app/http/private-page.ts";
import { goTo } from "#app/http/responses.ts";
import { languageOf, messagesFor, messagesIn } from "#app/i18n/messages.ts";
import { useMessages } from "#app/i18n/use-messages.ts";
import { paths } from "#app/paths.ts";
import { Button } from "#app/ui/button.tsx";
import { Notice } from "#app/ui/notice.tsx";
import { PageTitle } from "#app/ui/page-title.tsx";

export const headers = () => PRIVATE_PAGE;

export async function loader({ request }: LoaderFunctionArgs) {
  const { proven } = await requireVisitor(request);
  if (proven) return goTo(request, paths.portal.home());
  return { sent: new URL(request.url).searchParams.has("sent") };
}

/** Sends the link to the address on record, whoever holds the invitation. */
export async function action({ request, context }: ActionFunctionArgs) {
  const { email } = await requireVisitor(request);
  const tries = await Promise.all([
    mayTry("portalLink", context.address),
    mayTry("portalLinkOf", email),
  ]);
  if (!tries.every(Boolean))
    return data({ problem: messagesFor(request).portal.signIn.tooMany }, { status: 429 });
  const language = languageOf(new URL(request.url).pathname);
  await askForLink(db, email, { language, at: now() });
  return goTo(request, paths.portal.proof({ sent: "1" }));
}

export const meta: MetaFunction = ({ location }) => {
  const words = messagesIn(languageOf(location.pathname));
  return [{ title: `${words.portal.proof.title} · ${words.common.product}` }];
};

export default function Proof() {
  const { sent } = useLoaderData<typeof loader>();
  const problem = useActionData<typeof action>()?.problem;
  const { proof: words, signIn } = useMessages().portal;
  return (
    <>
      <PageTitle lead={words.lead}>{words.title}</PageTitle>
      {problem && <Notice tone="problem">{problem}</Notice>}
      {sent && <Notice tone="success">{signIn.sentLead}</Notice>}
      <form method="post">
        <Button>{words.submit}</Button>
      </form>
    </>
  );
}
