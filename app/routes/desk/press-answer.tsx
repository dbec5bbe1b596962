import { parseWithZod } from "@conform-to/zod/v4";
import {
  type ActionFunctionArgs,
  data,
  type LoaderFunctionArgs,
  type MetaFunction,
} from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { localTime, now, readLocalTime } from "#app/clock.ts";
import { db } from "#app/db.server.ts";
import { AnswerForm } from "#app/domain/corrections/case-form.ts";
import { findCaseFor, roundsOf } from "#app/domain/corrections/cases.server.ts";
import {
  ANSWERS,
  PARTS,
  partsOf,
  stateOf,
  whyNotMove,
} from "#app/domain/corrections/correction-case.ts";
import { recordAnswer } from "#app/domain/corrections/rounds.server.ts";
import { goToSaying } from "#app/http/flash.server.ts";
import { requireOfficer } from "#app/http/guards.server.ts";
import { notFound } from "#app/http/responses.ts";
import { sentDocument } from "#app/http/sent-document.server.ts";
import { languageOf, messagesFor, messagesIn } from "#app/i18n/messages.ts";
import { useMessages } from "#app/i18n/use-messages.ts";
import { paths } from "#app/paths.ts";
import { ButtonLink, SendButton } from "#app/ui/button.tsx";
import { DocumentField } from "#app/ui/document-field.tsx";
import {
  ChecksField,
  ChoiceField,
  HouseForm,
  TextArea,
  TextField,
  useHouseForm,
} from "#app/ui/form.tsx";
import { LinkTo } from "#app/ui/link.tsx";
import { Notice } from "#app/ui/notice.tsx";
import { PageTitle } from "#app/ui/page-title.tsx";

export async function loader({ params, request }: LoaderFunctionArgs) {
  const officer = await requireOfficer(request);
  const kept = (await findCaseFor(db, officer, params.case ?? "")) ?? notFound();
  const last = (await roundsOf(db, kept)).at(-1);
  const refusal = whyNotMove(stateOf(kept, last), "record-answer") ?? null;
  return { kept, refusal, at: localTime(now()) };
}

/** Beside which field each refusal stands; the others are about the whole. */
const FIELDS: Record<string, string> = {
  "in-the-future": "answeredAt",
  "before-sending": "answeredAt",
  "reasons-needed": "answerText",
  "where-needed": "answerUrl",
};

export async function action({ params, request }: ActionFunctionArgs) {
  const officer = await requireOfficer(request);
  const kept = (await findCaseFor(db, officer, params.case ?? "")) ?? notFound();
  const submission = parseWithZod(await request.formData(), { schema: AnswerForm });
  if (submission.status !== "success") return data(submission.reply(), { status: 400 });
  const { edition, file: sent, answeredAt: written, answer, checked, ...said } = submission.value;
  const details = {
    ...{ answer, checked, answeredAt: readLocalTime(written) ?? now() },
    answerUrl: said.answerUrl ?? null,
    answerPlace: said.answerPlace ?? null,
    answerText: said.answerText || null,
  };
  const file = await sentDocument(sent);
  const signed = { by: officer, at: now() };
  const recorded = await recordAnswer(db, kept, details, file, edition, signed);
  const words = messagesFor(request).pressCorrections;
  if (!recorded.ok) {
    const own: Record<string, string> = words.refusals;
    const sentence = own[recorded.reason];
    const field = sentence ? FIELDS[recorded.reason] : "file";
    const said = [sentence ?? recorded.reason];
    const problem = field ? { fieldErrors: { [field]: said } } : { formErrors: said };
    return data(submission.reply(problem), { status: 409 });
  }
  return goToSaying(request, paths.desk.correctionCase(kept), words.answer.done);
}

export const meta: MetaFunction = ({ location }) => {
  const words = messagesIn(languageOf(location.pathname));
  return [{ title: `${words.pressCorrections.answer.title} · ${words.common.product}` }];
};

export default function PressAnswer() {
  const { kept, refusal, at } = useLoaderData<typeof loader>();
  const { pressCorrections: words, common } = useMessages();
  const says = words.answer;
  const [form, fields] = useHouseForm(AnswerForm, {
    id: "answer",
    lastResult: useActionData<typeof action>(),
    defaultValue: { answeredAt: at },
  });
  const looked = PARTS.filter(
    (part) =>
      partsOf("corrected", kept.outletKind).includes(part) ||
      partsOf("feedback_published", kept.outletKind).includes(part),
  );
  return (
    <>
      <PageTitle
        above={<LinkTo to={paths.desk.correctionCase(kept)}>{kept.articleTitle}</LinkTo>}
        lead={says.lead}
      >
        {says.title}
      </PageTitle>
      {refusal ? (
        <Notice tone="warning">{words.refusals[refusal]}</Notice>
      ) : (
        <HouseForm form={form} encType="multipart/form-data">
          <input type="hidden" name="edition" value={kept.edition} />
          <ChoiceField
            field={fields.answer}
            label={says.answer}
            options={ANSWERS.map((value) => ({ value, label: words.answers[value] }))}
          />
          <TextField field={fields.answeredAt} label={says.answeredAt} type="datetime-local" />
          <TextField field={fields.answerUrl} label={says.answerUrl} type="url" />
          <TextField field={fields.answerPlace} label={says.answerPlace} />
          <TextArea field={fields.answerText} label={says.text} hint={says.textHint} />
          <ChecksField
            field={fields.checked}
            label={says.checked}
            hint={says.checkedHint}
            options={looked.map((value) => ({ value, label: says.parts[value] }))}
          />
          <DocumentField field={fields.file} label={says.file} />
          <div className="flex flex-wrap gap-2">
            <SendButton>{says.submit}</SendButton>
            <ButtonLink to={paths.desk.correctionCase(kept)}>{common.cancel}</ButtonLink>
          </div>
        </HouseForm>
      )}
    </>
  );
}
