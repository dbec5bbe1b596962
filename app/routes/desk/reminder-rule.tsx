import { parseWithZod } from "@conform-to/zod/v4";
import {
  type ActionFunctionArgs,
  data,
  type LoaderFunctionArgs,
  type MetaFunction,
} from "@remix-run/node";
import { Form, useActionData, useLoaderData } from "@remix-run/react";
import { now } from "#app/clock.ts";
import { db } from "#app/db.server.ts";
import { findAgencyFor } from "#app/domain/agencies/agencies.server.ts";
import { KINDS, type Kind } from "#app/domain/meetings/meeting.ts";
import { rulesFor, scopesFor } from "#app/domain/reminders/rule.ts";
import { RuleSetForm } from "#app/domain/reminders/rule-form.ts";
import { currentRules, setRules } from "#app/domain/reminders/rules.server.ts";
import { goToSaying } from "#app/http/flash.server.ts";
import { requireOfficer } from "#app/http/guards.server.ts";
import { notFound } from "#app/http/responses.ts";
import { languageOf, messagesFor, messagesIn } from "#app/i18n/messages.ts";
import { useLocalised, useMessages } from "#app/i18n/use-messages.ts";
import { paths } from "#app/paths.ts";
import { Button, SendButton } from "#app/ui/button.tsx";
import {
  CheckField,
  ChoiceField,
  FieldGroup,
  HouseForm,
  TextField,
  useHouseForm,
} from "#app/ui/form.tsx";
import { LinkTo } from "#app/ui/link.tsx";
import { PageTitle } from "#app/ui/page-title.tsx";

/** The agency, the kind, and for whom this officer may set its rules; nothing where that is for nobody. */
async function asked({ params, request }: LoaderFunctionArgs | ActionFunctionArgs) {
  const officer = await requireOfficer(request);
  const agency = (await findAgencyFor(db, officer, params.agency ?? "")) ?? notFound();
  const kind = KINDS.find((one) => one === params.kind) ?? notFound();
  const scopes = scopesFor(officer, agency);
  return { officer, agency, kind: kind as Kind, scopes: scopes.length > 0 ? scopes : notFound() };
}

export async function loader(args: LoaderFunctionArgs) {
  const { agency, kind, scopes } = await asked(args);
  const whose = { kind, agencyId: agency.id, provinceId: agency.provinceId };
  const set = rulesFor(await currentRules(db), whose) ?? notFound();
  return { agency, kind, set, scopes: scopes.map(({ scope }) => scope) };
}

export async function action(args: ActionFunctionArgs) {
  const { officer, agency, kind, scopes } = await asked(args);
  const submission = parseWithZod(await args.request.formData(), { schema: RuleSetForm });
  if (submission.status !== "success") return data(submission.reply(), { status: 400 });
  const { scope: name, thanks, ...given } = submission.value;
  const scope = scopes.find((one) => one.scope === name);
  if (!scope)
    return data(submission.reply({ fieldErrors: { scope: ["not-a-choice"] } }), { status: 400 });
  const details = {
    ...given,
    reminderHours: given.reminderHours ?? null,
    lastHours: given.lastHours ?? null,
    decisionHours: given.decisionHours ?? null,
    thanks: thanks ? 1 : 0,
  };
  const whose = { kind, scope, agencyId: agency.id };
  await setRules(db, whose, details, { by: officer, at: now() });
  const { reminders, meetings } = messagesFor(args.request);
  const sentence = reminders.rules.saved(meetings.kinds[kind]);
  return goToSaying(args.request, paths.desk.reminderRules(agency), sentence);
}

export const meta: MetaFunction = ({ location }) => {
  const words = messagesIn(languageOf(location.pathname));
  return [{ title: `${words.reminders.rules.edit} · ${words.common.product}` }];
};

export default function ReminderRule() {
  const { agency, kind, set, scopes } = useLoaderData<typeof loader>();
  const { reminders, meetings } = useMessages();
  const words = reminders.rules;
  const to = useLocalised();
  const scope = scopes.includes(set.scope) ? set.scope : scopes[0];
  const [form, fields] = useHouseForm(RuleSetForm, {
    id: "reminder-rule",
    lastResult: useActionData<typeof action>(),
    defaultValue: {
      scope,
      reminderHours: set.reminderHours?.toString() ?? "",
      lastHours: set.lastHours?.toString() ?? "",
      decisionHours: set.decisionHours?.toString() ?? "",
      thanks: set.thanks === 1,
      ...{ quietFrom: set.quietFrom, quietUntil: set.quietUntil, answerTime: set.answerTime },
    },
  });
  const isOwn = set.scope !== "national" && scopes.includes(set.scope);
  return (
    <>
      <PageTitle
        above={<LinkTo to={paths.desk.reminderRules(agency)}>{words.title}</LinkTo>}
        lead={words.holds[set.scope]}
      >
        {words.editTitle(meetings.kinds[kind])}
      </PageTitle>
      <HouseForm form={form}>
        <ChoiceField
          field={fields.scope}
          label={words.scope}
          options={scopes.map((value) => ({ value, label: words.scopes[value] }))}
        />
        <TextField
          field={fields.reminderHours}
          label={words.reminderHours}
          hint={words.hoursHint}
        />
        <TextField field={fields.lastHours} label={words.lastHours} />
        <TextField field={fields.decisionHours} label={words.decisionHours} />
        <CheckField field={fields.thanks} label={words.thanks} />
        <FieldGroup legend={words.quiet} hint={words.quietHint}>
          <TextField field={fields.quietFrom} label={words.quietFrom} />
          <TextField field={fields.quietUntil} label={words.quietUntil} />
        </FieldGroup>
        <TextField field={fields.answerTime} label={words.answerTime} />
        <div>
          <Button>{words.save}</Button>
        </div>
      </HouseForm>
      {isOwn && (
        <Form
          method="post"
          action={to(paths.desk.reminderRuleEnd(agency, kind))}
          className="mt-6 border-t border-line pt-6"
        >
          <input type="hidden" name="scope" value={set.scope} />
          <SendButton tone="danger">{words.end}</SendButton>
        </Form>
      )}
    </>
  );
}
