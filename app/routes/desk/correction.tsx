import { parseWithZod } from "@conform-to/zod/v4";
import {
  type ActionFunctionArgs,
  data,
  type LoaderFunctionArgs,
  type MetaFunction,
} from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { localTime, signedNow } from "#app/clock.ts";
import { db } from "#app/db.server.ts";
import { withDocument } from "#app/domain/documents/documents.server.ts";
import { CorrectionForm } from "#app/domain/spokespersons/assignment-form.ts";
import { findAssignmentFor } from "#app/domain/spokespersons/assignments.server.ts";
import { correctAssignment } from "#app/domain/spokespersons/corrections.server.ts";
import { peopleOf } from "#app/domain/spokespersons/people.server.ts";
import { assignmentProblems, readAssignment } from "#app/http/assignment-sent.server.ts";
import { goToSaying } from "#app/http/flash.server.ts";
import { requireOfficer } from "#app/http/guards.server.ts";
import { notFound } from "#app/http/responses.ts";
import { languageOf, messagesFor, messagesIn } from "#app/i18n/messages.ts";
import { useLanguage, useMessages } from "#app/i18n/use-messages.ts";
import { paths } from "#app/paths.ts";
import { AssignmentFields } from "#app/ui/assignment-fields.tsx";
import { Button } from "#app/ui/button.tsx";
import { HouseForm, TextField, useHouseForm } from "#app/ui/form.tsx";
import { LinkTo } from "#app/ui/link.tsx";
import { Notice } from "#app/ui/notice.tsx";
import { PageTitle } from "#app/ui/page-title.tsx";

export async function loader({ params, request }: LoaderFunctionArgs) {
  const officer = await requireOfficer(request);
  const assignment = (await findAssignmentFor(db, officer, params.assignment ?? "")) ?? notFound();
  const people = await peopleOf(db, [assignment.agencyId]);
  return { assignment, people: people.map(({ name }) => name) };
}

export async function action({ params, request }: ActionFunctionArgs) {
  const officer = await requireOfficer(request);
  const assignment = (await findAssignmentFor(db, officer, params.assignment ?? "")) ?? notFound();
  const submission = parseWithZod(await request.formData(), { schema: CorrectionForm });
  if (submission.status !== "success") return data(submission.reply(), { status: 400 });

  const { details, sent } = await readAssignment(submission.value);
  const { reason } = submission.value;
  const signed = signedNow(officer);
  const agency = { id: assignment.agencyId };
  const outcome = await withDocument(db, agency, sent, signed, (trx, fileId) => {
    const decisionFileId = fileId ?? assignment.decisionFileId;
    return correctAssignment(trx, assignment, { ...details, decisionFileId }, { reason }, signed);
  });
  const words = messagesFor(request);
  if (!outcome.ok)
    return data(submission.reply({ fieldErrors: assignmentProblems(words, outcome) }), {
      status: 409,
    });
  return goToSaying(
    request,
    paths.desk.agency(agency),
    words.register.correction.done(details.name),
  );
}

export const meta: MetaFunction = ({ location }) => {
  const words = messagesIn(languageOf(location.pathname));
  return [{ title: `${words.register.correction.title} · ${words.common.product}` }];
};

export default function Correction() {
  const { assignment, people } = useLoaderData<typeof loader>();
  const { register } = useMessages();
  const words = register.correction;
  const english = useLanguage() === "en";
  const { decisionAt, decisionFileId: _, ...entered } = assignment;
  const [form, fields] = useHouseForm(CorrectionForm, {
    id: "correction",
    lastResult: useActionData<typeof action>(),
    defaultValue: { ...entered, decisionTime: decisionAt && localTime(decisionAt) },
  });
  return (
    <>
      <PageTitle
        above={
          <LinkTo to={paths.desk.agency({ id: assignment.agencyId })}>
            {english ? assignment.agencyNameEn : assignment.agencyName}
          </LinkTo>
        }
        lead={words.lead}
      >
        {words.title}
      </PageTitle>
      {assignment.annulledAt ? (
        <Notice title={register.states.annulled}>{assignment.annulReason}</Notice>
      ) : (
        <HouseForm form={form} encType="multipart/form-data">
          <TextField field={fields.reason} label={words.reason} hint={words.reasonHint} />
          <AssignmentFields fields={fields} people={people} />
          <div>
            <Button>{words.submit}</Button>
          </div>
        </HouseForm>
      )}
    </>
  );
}
