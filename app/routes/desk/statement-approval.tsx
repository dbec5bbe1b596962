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
import { speakerChoices, usualPeople } from "#app/domain/meetings/speaker-choice.ts";
import { speakersOf } from "#app/domain/spokespersons/speakers.server.ts";
import { phaseOf } from "#app/domain/statements/statement.ts";
import { ApprovalForm } from "#app/domain/statements/statement-form.ts";
import { approveStatement, findStatementFor } from "#app/domain/statements/statements.server.ts";
import { goToSaying } from "#app/http/flash.server.ts";
import { requireOfficer } from "#app/http/guards.server.ts";
import { notFound } from "#app/http/responses.ts";
import { languageOf, messagesFor, messagesIn } from "#app/i18n/messages.ts";
import { useMessages } from "#app/i18n/use-messages.ts";
import { paths } from "#app/paths.ts";
import { ButtonLink, SendButton } from "#app/ui/button.tsx";
import { Card } from "#app/ui/card.tsx";
import { HouseForm, TextField, useHouseForm } from "#app/ui/form.tsx";
import { LinkTo } from "#app/ui/link.tsx";
import { Notice } from "#app/ui/notice.tsx";
import { PageTitle } from "#app/ui/page-title.tsx";
import { SpeakerLine, StatementText } from "#app/ui/statement-text.tsx";

export async function loader({ params, request }: LoaderFunctionArgs) {
  const officer = await requireOfficer(request);
  const statement = (await findStatementFor(db, officer, params.statement ?? "")) ?? notFound();
  const speakers = speakerChoices(await speakersOf(db, { id: statement.agencyId }, now()));
  const phase = phaseOf(statement);
  return {
    statement,
    barred: phase === "draft" ? undefined : (`is-${phase}` as const),
    approver: usualPeople(speakers).chair,
  };
}

export async function action({ params, request }: ActionFunctionArgs) {
  const officer = await requireOfficer(request);
  const statement = (await findStatementFor(db, officer, params.statement ?? "")) ?? notFound();
  const submission = parseWithZod(await request.formData(), { schema: ApprovalForm });
  if (submission.status !== "success") return data(submission.reply(), { status: 400 });
  const signed = { by: officer, at: now() };
  const approved = await approveStatement(db, statement, submission.value, signed);
  const words = messagesFor(request).statements;
  if (!approved.ok) {
    const may = speakerChoices(await speakersOf(db, { id: statement.agencyId }, now()));
    const sentence =
      approved.reason === "not-a-speaker"
        ? words.maySpeak(may.map(({ name }) => name))
        : words.refusals[approved.reason];
    return data(submission.reply({ formErrors: [sentence] }), { status: 409 });
  }
  const next = paths.desk.statementPublication(statement);
  return goToSaying(request, next, words.approval.done(submission.value.approver));
}

export const meta: MetaFunction = ({ location }) => {
  const words = messagesIn(languageOf(location.pathname));
  return [{ title: `${words.statements.approval.title} · ${words.common.product}` }];
};

export default function StatementApproval() {
  const { statement, barred, approver } = useLoaderData<typeof loader>();
  const words = useMessages().statements;
  const says = words.approval;
  const [form, fields] = useHouseForm(ApprovalForm, {
    id: "approval",
    lastResult: useActionData<typeof action>(),
    defaultValue: { approver, edition: statement.edition },
  });
  return (
    <>
      <PageTitle
        above={<LinkTo to={paths.desk.statement(statement)}>{statement.title}</LinkTo>}
        lead={says.lead}
      >
        {says.title}
      </PageTitle>
      <div className="grid items-start gap-x-8 lg:grid-cols-[3fr_2fr]">
        <Card title={statement.title}>
          <p className="mb-4 text-soft">
            {words.speaks}: <SpeakerLine statement={statement} />
          </p>
          <StatementText statement={statement} />
        </Card>
        {barred ? (
          <Notice tone="warning">{words.refusals[barred]}</Notice>
        ) : (
          <HouseForm form={form}>
            <input
              type="hidden"
              name={fields.edition.name}
              defaultValue={String(fields.edition.initialValue ?? "")}
            />
            {statement.clause === "7.2" && (
              <TextField
                field={fields.agreedWith}
                label={says.agreedWith}
                hint={says.agreedWithHint(statement.leadBody ?? "")}
              />
            )}
            <TextField field={fields.approver} label={says.approver} hint={says.approverHint} />
            <div className="flex flex-wrap gap-2">
              <SendButton>{says.submit}</SendButton>
              <ButtonLink to={paths.desk.statementEdit(statement)}>{says.edit}</ButtonLink>
            </div>
          </HouseForm>
        )}
      </div>
    </>
  );
}
