import { parseWithZod } from "@conform-to/zod/v4";
import {
  type ActionFunctionArgs,
  data,
  type LoaderFunctionArgs,
  type MetaFunction,
} from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { now, today } from "#app/clock.ts";
import { db } from "#app/db.server.ts";
import { findPolicyFor, verifyRule } from "#app/domain/policies/policies.server.ts";
import { VerificationForm } from "#app/domain/policies/policy-form.ts";
import { goToSaying } from "#app/http/flash.server.ts";
import { mustAdminister, requireOfficer } from "#app/http/guards.server.ts";
import { notFound } from "#app/http/responses.ts";
import { languageOf, messagesFor, messagesIn } from "#app/i18n/messages.ts";
import { useMessages } from "#app/i18n/use-messages.ts";
import { paths } from "#app/paths.ts";
import { Button } from "#app/ui/button.tsx";
import { HouseForm, TextField, useHouseForm } from "#app/ui/form.tsx";
import { LinkTo } from "#app/ui/link.tsx";
import { PageTitle } from "#app/ui/page-title.tsx";
import { PolicyFacts } from "#app/ui/policy-table.tsx";

export async function loader({ params, request }: LoaderFunctionArgs) {
  const officer = await requireOfficer(request);
  const policy = (await findPolicyFor(db, officer, params.policy ?? "")) ?? notFound();
  mustAdminister(officer);
  return { policy, today: today() };
}

export async function action({ params, request }: ActionFunctionArgs) {
  const officer = await requireOfficer(request);
  const policy = (await findPolicyFor(db, officer, params.policy ?? "")) ?? notFound();
  mustAdminister(officer);
  const submission = parseWithZod(await request.formData(), { schema: VerificationForm });
  if (submission.status !== "success") return data(submission.reply(), { status: 400 });

  const signed = { by: officer, at: now(), today: today() };
  const outcome = await verifyRule(db, policy, submission.value, signed);
  const words = messagesFor(request).policies;
  if (!outcome.ok) {
    const fieldErrors = { verifiedDay: [words.problems[outcome.reason]] };
    return data(submission.reply({ fieldErrors }), { status: 409 });
  }
  const sentence = words.verification.done(words.ruleName(policy.key));
  return goToSaying(request, paths.desk.policies(), sentence);
}

export const meta: MetaFunction = ({ location }) => {
  const words = messagesIn(languageOf(location.pathname));
  return [{ title: `${words.policies.verification.title} · ${words.common.product}` }];
};

export default function PolicyVerification() {
  const { policy, today: day } = useLoaderData<typeof loader>();
  const words = useMessages().policies;
  const { verification } = words;
  const [form, fields] = useHouseForm(VerificationForm, {
    id: "verification",
    lastResult: useActionData<typeof action>(),
    defaultValue: { verifiedBy: policy.verifiedBy, verifiedDay: policy.verifiedDay ?? day },
  });
  return (
    <>
      <PageTitle
        above={<LinkTo to={paths.desk.policies()}>{words.title}</LinkTo>}
        lead={verification.lead}
      >
        {verification.title}
      </PageTitle>
      <PolicyFacts policy={policy} />
      <HouseForm form={form}>
        <TextField
          field={fields.verifiedBy}
          label={verification.verifiedBy}
          hint={verification.verifiedByHint}
        />
        <TextField field={fields.verifiedDay} label={verification.verifiedDay} type="date" />
        <div>
          <Button>{verification.submit}</Button>
        </div>
      </HouseForm>
    </>
  );
}
