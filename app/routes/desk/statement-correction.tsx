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
import { draftCorrection } from "#app/domain/statements/drafting.server.ts";
import { formerEditions, receivedBy } from "#app/domain/statements/errata.server.ts";
import { CorrectionForm } from "#app/domain/statements/statement-form.ts";
import { findStatementFor } from "#app/domain/statements/statements.server.ts";
import { goToSaying } from "#app/http/flash.server.ts";
import { requireOfficer } from "#app/http/guards.server.ts";
import { notFound } from "#app/http/responses.ts";
import { languageOf, messagesFor, messagesIn } from "#app/i18n/messages.ts";
import { useMessages } from "#app/i18n/use-messages.ts";
import { paths } from "#app/paths.ts";
import { ButtonLink, SendButton } from "#app/ui/button.tsx";
import { HouseForm, TextArea, useHouseForm } from "#app/ui/form.tsx";
import { LinkTo } from "#app/ui/link.tsx";
import { PageTitle } from "#app/ui/page-title.tsx";

export async function loader({ params, request }: LoaderFunctionArgs) {
  const officer = await requireOfficer(request);
  const statement = (await findStatementFor(db, officer, params.statement ?? "")) ?? notFound();
  const received = await receivedBy(db, [...(await formerEditions(db, statement)), statement]);
  return { statement, received: received.length };
}

export async function action({ params, request }: ActionFunctionArgs) {
  const officer = await requireOfficer(request);
  const statement = (await findStatementFor(db, officer, params.statement ?? "")) ?? notFound();
  const submission = parseWithZod(await request.formData(), { schema: CorrectionForm });
  if (submission.status !== "success") return data(submission.reply(), { status: 400 });
  const signed = { by: officer, at: now() };
  const drafted = await draftCorrection(db, statement, submission.value.reason, signed);
  const words = messagesFor(request);
  if (!drafted.ok) {
    const formErrors = [words.statements.refusals[drafted.reason]];
    return data(submission.reply({ formErrors }), { status: 409 });
  }
  const { begun } = words.statementDesk.correction;
  return goToSaying(request, paths.desk.statementEdit(drafted), begun);
}

export const meta: MetaFunction = ({ location }) => {
  const words = messagesIn(languageOf(location.pathname));
  return [{ title: `${words.statementDesk.correction.title} · ${words.common.product}` }];
};

export default function StatementCorrection() {
  const { statement, received } = useLoaderData<typeof loader>();
  const { statementDesk, common } = useMessages();
  const says = statementDesk.correction;
  const [form, fields] = useHouseForm(CorrectionForm, {
    id: "correction",
    lastResult: useActionData<typeof action>(),
  });
  return (
    <>
      <PageTitle
        above={<LinkTo to={paths.desk.statement(statement)}>{statement.title}</LinkTo>}
        lead={says.lead}
      >
        {says.title}
      </PageTitle>
      {received > 0 && <p className="mb-5 font-semibold">{says.whom(received)}</p>}
      <HouseForm form={form}>
        <TextArea field={fields.reason} label={says.reason} hint={says.reasonHint} rows={4} />
        <div className="flex flex-wrap gap-2">
          <SendButton>{says.submit}</SendButton>
          <ButtonLink to={paths.desk.statement(statement)}>{common.cancel}</ButtonLink>
        </div>
      </HouseForm>
    </>
  );
}
