import { parseWithZod } from "@conform-to/zod/v4";
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
import { SignInForm } from "#app/domain/portal/profile-form.ts";
import { mayTry } from "#app/http/limits.server.ts";
import { currentVisitor } from "#app/http/portal.server.ts";
import { PRIVATE_PAGE } from "#app/http/private-page.ts";
import { goTo } from "#app/http/responses.ts";
import { languageOf, messagesFor, messagesIn } from "#app/i18n/messages.ts";
import { useMessages } from "#app/i18n/use-messages.ts";
import { paths } from "#app/paths.ts";
import { Button, ButtonLink } from "#app/ui/button.tsx";
import { HouseForm, TextField, useHouseForm } from "#app/ui/form.tsx";
import { Notice } from "#app/ui/notice.tsx";
import { PageTitle } from "#app/ui/page-title.tsx";

export const headers = () => PRIVATE_PAGE;

export async function loader({ request }: LoaderFunctionArgs) {
  if (await currentVisitor(request)) return goTo(request, paths.portal.home());
  return { sent: new URL(request.url).searchParams.has("sent") };
}

/** Answers the same whether the address is known or not: nobody learns here who is listed. */
export async function action({ request, context }: ActionFunctionArgs) {
  const submission = parseWithZod(await request.formData(), { schema: SignInForm });
  if (submission.status !== "success") return data(submission.reply(), { status: 400 });
  const { email } = submission.value;
  const tries = await Promise.all([
    mayTry("portalLink", context.address),
    mayTry("portalLinkOf", email),
  ]);
  if (!tries.every(Boolean)) {
    const formErrors = [messagesFor(request).portal.signIn.tooMany];
    return data(submission.reply({ formErrors }), { status: 429 });
  }
  const language = languageOf(new URL(request.url).pathname);
  await askForLink(db, email, { language, at: now() });
  return goTo(request, paths.portal.signIn({ sent: "1" }));
}

export const meta: MetaFunction = ({ location }) => {
  const words = messagesIn(languageOf(location.pathname));
  return [{ title: `${words.portal.signIn.title} · ${words.common.product}` }];
};

export default function SignIn() {
  const { sent } = useLoaderData<typeof loader>();
  const words = useMessages().portal.signIn;
  const [form, fields] = useHouseForm(SignInForm, {
    id: "portal-sign-in",
    lastResult: useActionData<typeof action>(),
  });
  if (sent)
    return (
      <>
        <PageTitle>{words.title}</PageTitle>
        <Notice tone="success" title={words.sent}>
          {words.sentLead}
        </Notice>
        <ButtonLink to={paths.portal.signIn()}>{words.again}</ButtonLink>
      </>
    );
  return (
    <>
      <PageTitle lead={words.lead}>{words.title}</PageTitle>
      <HouseForm form={form}>
        <TextField
          field={fields.email}
          label={words.email}
          hint={words.emailHint}
          type="email"
          autoComplete="email"
        />
        <div>
          <Button>{words.submit}</Button>
        </div>
      </HouseForm>
      <p className="mt-6 text-soft">{words.other}</p>
    </>
  );
}
