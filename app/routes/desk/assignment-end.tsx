import { parseWithZod } from "@conform-to/zod/v4";
import {
  type ActionFunctionArgs,
  data,
  type LoaderFunctionArgs,
  type MetaFunction,
} from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { now, signedNow, today } from "#app/clock.ts";
import { db } from "#app/db.server.ts";
import { withDocument } from "#app/domain/documents/documents.server.ts";
import { AssignmentEndForm } from "#app/domain/spokespersons/assignment-form.ts";
import { endAssignment, findAssignmentFor } from "#app/domain/spokespersons/assignments.server.ts";
import { historyOf } from "#app/domain/spokespersons/history.server.ts";
import { isAboutFile, refusalSentence } from "#app/domain/spokespersons/refusal.ts";
import { termPhaseOf } from "#app/domain/spokespersons/term.ts";
import { goToSaying } from "#app/http/flash.server.ts";
import { requireOfficer } from "#app/http/guards.server.ts";
import { notFound } from "#app/http/responses.ts";
import { sentDocument } from "#app/http/sent-document.server.ts";
import { languageOf, messagesFor, messagesIn } from "#app/i18n/messages.ts";
import { useLanguage, useMessages } from "#app/i18n/use-messages.ts";
import { paths } from "#app/paths.ts";
import { Button } from "#app/ui/button.tsx";
import { DocumentField } from "#app/ui/document-field.tsx";
import { AssignmentCard } from "#app/ui/entry-card.tsx";
import { ChoiceField, HouseForm, TextField, useHouseForm } from "#app/ui/form.tsx";
import { LinkTo } from "#app/ui/link.tsx";
import { Notice } from "#app/ui/notice.tsx";
import { PageTitle } from "#app/ui/page-title.tsx";
import { DayText } from "#app/ui/time.tsx";

export async function loader({ params, request }: LoaderFunctionArgs) {
  const officer = await requireOfficer(request);
  const assignment = (await findAssignmentFor(db, officer, params.assignment ?? "")) ?? notFound();
  const at = now();
  const granted = (await historyOf(db, assignment.agencyId)).filter(
    (term) => term.grantorId === assignment.id && termPhaseOf(term, at) !== "past",
  );
  return { assignment, granted: granted.length, today: today() };
}

export async function action({ params, request }: ActionFunctionArgs) {
  const officer = await requireOfficer(request);
  const assignment = (await findAssignmentFor(db, officer, params.assignment ?? "")) ?? notFound();
  const submission = parseWithZod(await request.formData(), { schema: AssignmentEndForm });
  if (submission.status !== "success") return data(submission.reply(), { status: 400 });

  const { decisionNo = null, file, ...end } = submission.value;
  const signed = signedNow(officer);
  const agency = { id: assignment.agencyId };
  const sent = await sentDocument(file);
  const outcome = await withDocument(db, agency, sent, signed, (trx, fileId) =>
    endAssignment(trx, assignment, { ...end, decisionNo, fileId }, signed),
  );
  const words = messagesFor(request);
  if (!outcome.ok) {
    const field = isAboutFile(outcome) ? "file" : "endDay";
    const fieldErrors = { [field]: [refusalSentence(words, outcome)] };
    return data(submission.reply({ fieldErrors }), { status: 409 });
  }
  const sentence = words.spokespersons.assignmentEnd.done(assignment.name);
  return goToSaying(request, paths.desk.agency({ id: assignment.agencyId }), sentence);
}

export const meta: MetaFunction = ({ location }) => {
  const words = messagesIn(languageOf(location.pathname));
  return [{ title: `${words.spokespersons.assignmentEnd.title} · ${words.common.product}` }];
};

export default function AssignmentEnd() {
  const { assignment, granted, today: last } = useLoaderData<typeof loader>();
  const { spokespersons, register } = useMessages();
  const { assignmentEnd: words, problems } = spokespersons;
  const english = useLanguage() === "en";
  const planned = assignment.untilDay;
  const [form, fields] = useHouseForm(AssignmentEndForm, {
    id: "assignment-end",
    lastResult: useActionData<typeof action>(),
    defaultValue: { kind: "ended", endDay: planned && planned < last ? planned : last },
  });
  return (
    <>
      <PageTitle
        above={
          <LinkTo to={paths.desk.agency({ id: assignment.agencyId })}>
            {english ? assignment.agencyNameEn : assignment.agencyName}
          </LinkTo>
        }
        lead={words.lead(assignment.name)}
      >
        {words.title}
      </PageTitle>
      <AssignmentCard assignment={assignment} />
      {granted > 0 && <Notice tone="warning">{words.running(granted)}</Notice>}
      {assignment.endDay ? (
        <Notice title={problems["already-ended"]}>
          <DayText day={assignment.endDay} />, {assignment.endReason}
        </Notice>
      ) : (
        <HouseForm form={form} encType="multipart/form-data">
          <ChoiceField
            field={fields.kind}
            label={register.endKind}
            options={(["ended", "revoked"] as const).map((value) => ({
              value,
              label: register.endKinds[value],
            }))}
          />
          <TextField
            field={fields.endDay}
            label={words.endDay}
            hint={words.endDayHint}
            type="date"
          />
          <TextField field={fields.reason} label={words.reason} hint={words.reasonHint} />
          <TextField field={fields.decisionNo} label={words.decisionNo} autoComplete="off" />
          <TextField field={fields.decisionDay} label={register.endDecisionDay} type="date" />
          <TextField field={fields.signer} label={register.signer} autoComplete="off" />
          <DocumentField field={fields.file} label={register.document} />
          <div>
            <Button>{words.submit}</Button>
          </div>
        </HouseForm>
      )}
    </>
  );
}
