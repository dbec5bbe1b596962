import { parseWithZod } from "@conform-to/zod/v4";
import {
  type ActionFunctionArgs,
  data,
  type LoaderFunctionArgs,
  type MetaFunction,
  redirect,
} from "@remix-run/node";
import { useActionData } from "@remix-run/react";
import { z } from "zod";
import { now } from "#app/clock.ts";
import { db } from "#app/db.server.ts";
import { findByPassword } from "#app/domain/accounts/accounts.server.ts";
import { beginSession } from "#app/domain/accounts/sessions.server.ts";
import { email } from "#app/domain/fields.ts";
import { currentOfficer } from "#app/http/guards.server.ts";
import { mayTry, wasRight } from "#app/http/limits.server.ts";
import { goTo, ownPath } from "#app/http/responses.ts";
import { sessionCookie } from "#app/http/session.server.ts";
import { languageOf, messagesFor, messagesIn } from "#app/i18n/messages.ts";
import { useMessages } from "#app/i18n/use-messages.ts";
import { paths } from "#app/paths.ts";
import { Button } from "#app/ui/button.tsx";
import { HouseForm, TextField, useHouseForm } from "#app/ui/form.tsx";
import { PageTitle } from "#app/ui/page-title.tsx";

const SignInForm = z.object({ email, password: z.string({ error: "required" }).max(1000) });

export async function loader({ request }: LoaderFunctionArgs) {
  return (await currentOfficer(request)) ? goTo(request, paths.desk.home()) : null;
}

export async function action({ request, context }: ActionFunctionArgs) {
  const words = messagesFor(request).accounts.signIn;
  const submission = parseWithZod(await request.formData(), { schema: SignInForm });
  if (submission.status !== "success") return data(submission.reply(), { status: 400 });
  const { email: address, password } = submission.value;
  const refuse = (sentence: string, status: number) =>
    data(submission.reply({ formErrors: [sentence], hideFields: ["password"] }), { status });

  const tries = await Promise.all([mayTry("signIn", context.address), mayTry("signIn", address)]);
  if (!tries.every(Boolean)) return refuse(words.tooMany, 429);
  const officer = await findByPassword(db, address, password, now());
  if (!officer) return refuse(words.wrong, 403);
  await Promise.all([wasRight("signIn", context.address), wasRight("signIn", address)]);

  const userAgent = request.headers.get("User-Agent") ?? "";
  const token = await beginSession(db, officer, { at: now(), userAgent });
  const headers = { "Set-Cookie": await sessionCookie(token) };
  const returnTo = ownPath(new URL(request.url).searchParams.get("returnTo"));
  return returnTo ? redirect(returnTo, { headers }) : goTo(request, paths.desk.home(), { headers });
}

export const meta: MetaFunction = ({ location }) => {
  const words = messagesIn(languageOf(location.pathname));
  return [{ title: `${words.accounts.signIn.title} · ${words.common.product}` }];
};

export default function SignIn() {
  const words = useMessages().accounts.signIn;
  const [form, fields] = useHouseForm(SignInForm, {
    id: "sign-in",
    lastResult: useActionData<typeof action>(),
  });
  return (
    <div className="mx-auto max-w-md">
      <PageTitle lead={words.lead}>{words.title}</PageTitle>
      <HouseForm form={form}>
        <TextField field={fields.email} label={words.email} type="email" autoComplete="username" />
        <TextField
          field={fields.password}
          label={words.password}
          type="password"
          autoComplete="current-password"
        />
        <Button>{words.submit}</Button>
      </HouseForm>
    </div>
  );
}
