import { parseWithZod } from "@conform-to/zod/v4";
import {
  type ActionFunctionArgs,
  data,
  type LoaderFunctionArgs,
  type MetaFunction,
} from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { daysAfter, now, today } from "#app/clock.ts";
import { db } from "#app/db.server.ts";
import type { Officer } from "#app/domain/accounts/officer.ts";
import { endRule, findPolicyFor, scopeOf } from "#app/domain/policies/policies.server.ts";
import { maySet } from "#app/domain/policies/policy.ts";
import { PolicyEndForm } from "#app/domain/policies/policy-form.ts";
import { goToSaying } from "#app/http/flash.server.ts";
import { requireOfficer } from "#app/http/guards.server.ts";
import { notFound } from "#app/http/responses.ts";
import { shortDay } from "#app/i18n/dates.ts";
import { languageOf, messagesFor, messagesIn } from "#app/i18n/messages.ts";
import { useMessages } from "#app/i18n/use-messages.ts";
import { paths } from "#app/paths.ts";
import { Button } from "#app/ui/button.tsx";
import { HouseForm, TextField, useHouseForm } from "#app/ui/form.tsx";
import { LinkTo } from "#app/ui/link.tsx";
import { PageTitle } from "#app/ui/page-title.tsx";
import { PolicyFacts } from "#app/ui/policy-table.tsx";

/** The rule, if it is this officer's to end: a commune does not end its province's. */
async function findOwn(officer: Officer, id = "") {
  const policy = await findPolicyFor(db, officer, id);
  return policy && maySet(officer, scopeOf(policy)) ? policy : undefined;
}

export async function loader({ params, request }: LoaderFunctionArgs) {
  const officer = await requireOfficer(request);
  const policy = (await findOwn(officer, params.policy)) ?? notFound();
  const earliest = daysAfter(policy.fromDay, -1);
  return { policy, earliest, suggested: policy.fromDay > today() ? earliest : today() };
}

export async function action({ params, request }: ActionFunctionArgs) {
  const officer = await requireOfficer(request);
  const policy = (await findOwn(officer, params.policy)) ?? notFound();
  const submission = parseWithZod(await request.formData(), { schema: PolicyEndForm });
  if (submission.status !== "success") return data(submission.reply(), { status: 400 });

  const outcome = await endRule(db, policy, submission.value, { by: officer, at: now() });
  const words = messagesFor(request).policies;
  if (!outcome.ok) {
    const fieldErrors = { untilDay: [words.problems[outcome.reason]] };
    return data(submission.reply({ fieldErrors }), { status: 409 });
  }
  return goToSaying(request, paths.desk.policies(), words.end.done(words.ruleName(policy.key)));
}

export const meta: MetaFunction = ({ location }) => {
  const words = messagesIn(languageOf(location.pathname));
  return [{ title: `${words.policies.end.title} · ${words.common.product}` }];
};

export default function PolicyEnd() {
  const { policy, earliest, suggested } = useLoaderData<typeof loader>();
  const words = useMessages().policies;
  const [form, fields] = useHouseForm(PolicyEndForm, {
    id: "policy-end",
    lastResult: useActionData<typeof action>(),
    defaultValue: { untilDay: suggested },
  });
  return (
    <>
      <PageTitle
        above={<LinkTo to={paths.desk.policies()}>{words.title}</LinkTo>}
        lead={words.end.lead}
      >
        {words.end.title}
      </PageTitle>
      <PolicyFacts policy={policy} />
      <HouseForm form={form}>
        <TextField
          field={fields.untilDay}
          label={words.end.untilDay}
          hint={words.end.untilDayHint(shortDay(earliest))}
          type="date"
        />
        <div>
          <Button tone="danger">{words.end.submit}</Button>
        </div>
      </HouseForm>
    </>
  );
}
