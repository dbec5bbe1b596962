import { parseWithZod } from "@conform-to/zod/v4";
import {
  type ActionFunctionArgs,
  data,
  type LoaderFunctionArgs,
  type MetaFunction,
} from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { z } from "zod";
import { now } from "#app/clock.ts";
import { db } from "#app/db.server.ts";
import { changePassword } from "#app/domain/accounts/accounts.server.ts";
import { letterLanguageOf } from "#app/domain/accounts/letter-language.server.ts";
import { hashToken, listSessions } from "#app/domain/accounts/sessions.server.ts";
import { findAgency } from "#app/domain/agencies/agencies.server.ts";
import { goToSaying } from "#app/http/flash.server.ts";
import { requireOfficer } from "#app/http/guards.server.ts";
import { mayTry } from "#app/http/limits.server.ts";
import { sessionToken } from "#app/http/session.server.ts";
import { languageOf, messagesFor, messagesIn } from "#app/i18n/messages.ts";
import { useMessages } from "#app/i18n/use-messages.ts";
import { paths } from "#app/paths.ts";
import { useNames } from "#app/ui/area-name.ts";
import { Button } from "#app/ui/button.tsx";
import { Card, Facts } from "#app/ui/card.tsx";
import { HouseForm, TextField, useHouseForm } from "#app/ui/form.tsx";
import { ListsOnDevice } from "#app/ui/kept-lists.tsx";
import { LinkTo } from "#app/ui/link.tsx";
import { PageTitle } from "#app/ui/page-title.tsx";
import { SessionList } from "#app/ui/session-list.tsx";

const PasswordForm = z.object({
  old: z.string({ error: "required" }).max(1000, "too-long:1000"),
  fresh: z.string({ error: "required" }).max(1000, "too-long:1000"),
});

const HIDDEN = { hideFields: ["old", "fresh"] as ("old" | "fresh")[] };

export async function loader({ request }: LoaderFunctionArgs) {
  const officer = await requireOfficer(request);
  const [sessions, agency, own, language] = await Promise.all([
    listSessions(db, officer, now()),
    officer.agencyId ? findAgency(db, officer.agencyId) : undefined,
    ownHash(request),
    letterLanguageOf(db, officer),
  ]);
  return {
    language,
    officer: { name: officer.name, email: officer.email, role: officer.role },
    agency: agency && { name: agency.name, nameEn: agency.nameEn },
    sessions: sessions.map(({ tokenHash, ...session }) => ({
      ...session,
      id: tokenHash,
      isOwn: tokenHash === own,
    })),
  };
}

/** Changes one's own password. */
export async function action({ request }: ActionFunctionArgs) {
  const officer = await requireOfficer(request);
  const words = messagesFor(request).accounts;
  const submission = parseWithZod(await request.formData(), { schema: PasswordForm });
  if (submission.status !== "success") return data(submission.reply(HIDDEN), { status: 400 });
  if (!(await mayTry("signIn", officer.id)))
    return data(submission.reply({ ...HIDDEN, formErrors: [words.signIn.tooMany] }), {
      status: 429,
    });

  const wanted = { ...submission.value, keep: await ownHash(request) };
  const result = await changePassword(db, officer, wanted, { by: officer, at: now() });
  if (!result.ok) {
    const field = result.reason === "wrong-password" ? "old" : "fresh";
    const fieldErrors = { [field]: [words.own.problems[result.reason]] };
    return data(submission.reply({ ...HIDDEN, fieldErrors }), { status: 409 });
  }
  return goToSaying(request, paths.desk.account(), words.own.changed);
}

/** By what the browser's own session is kept. */
async function ownHash(request: Request): Promise<string> {
  return hashToken((await sessionToken(request)) ?? "");
}

export const meta: MetaFunction = ({ location }) => {
  const words = messagesIn(languageOf(location.pathname));
  return [{ title: `${words.accounts.own.title} · ${words.common.product}` }];
};

export default function Account() {
  const { officer, agency, sessions, language } = useLoaderData<typeof loader>();
  const { accounts, desk, letterLanguage } = useMessages();
  const { name } = useNames();
  const words = accounts.own;
  return (
    <>
      <PageTitle>{words.title}</PageTitle>
      <Card>
        <Facts
          facts={[
            [desk.account.name, officer.name],
            [accounts.signIn.email, officer.email],
            [desk.account.role, accounts.roles[officer.role]],
            [words.agency, agency ? name(agency) : words.wholeCountry],
            [
              letterLanguage.title,
              <span key="language" className="flex flex-wrap gap-x-3">
                {letterLanguage.names[language]}
                <LinkTo to={paths.desk.letterLanguage()}>{letterLanguage.change}</LinkTo>
              </span>,
            ],
          ]}
        />
      </Card>
      <Card title={words.password}>
        <PasswordFields />
      </Card>
      <Card title={words.sessions}>
        <SessionList sessions={sessions} />
      </Card>
      <ListsOnDevice />
    </>
  );
}

function PasswordFields() {
  const { accounts, desk } = useMessages();
  const words = accounts.own;
  const [form, fields] = useHouseForm(PasswordForm, {
    id: "password",
    lastResult: useActionData<typeof action>(),
  });
  return (
    <HouseForm form={form}>
      <TextField
        field={fields.old}
        label={words.old}
        type="password"
        autoComplete="current-password"
      />
      <TextField
        field={fields.fresh}
        label={words.fresh}
        hint={desk.account.freshHint}
        type="password"
        autoComplete="new-password"
      />
      <div>
        <Button>{words.change}</Button>
      </div>
    </HouseForm>
  );
}
