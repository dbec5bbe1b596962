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
import { OutcomeForm } from "#app/domain/corrections/case-form.ts";
import { findCaseFor, roundsOf } from "#app/domain/corrections/cases.server.ts";
import { outcomesOf } from "#app/domain/corrections/correction-case.ts";
import { closeCase } from "#app/domain/corrections/endings.server.ts";
import { goToSaying } from "#app/http/flash.server.ts";
import { requireOfficer } from "#app/http/guards.server.ts";
import { notFound } from "#app/http/responses.ts";
import { languageOf, messagesFor, messagesIn } from "#app/i18n/messages.ts";
import { useMessages } from "#app/i18n/use-messages.ts";
import { paths } from "#app/paths.ts";
import { ButtonLink, SendButton } from "#app/ui/button.tsx";
import { ChoiceField, HouseForm, TextArea, useHouseForm } from "#app/ui/form.tsx";
import { LinkTo } from "#app/ui/link.tsx";
import { Notice } from "#app/ui/notice.tsx";
import { PageTitle } from "#app/ui/page-title.tsx";

export async function loader({ params, request }: LoaderFunctionArgs) {
  const officer = await requireOfficer(request);
  const kept = (await findCaseFor(db, officer, params.case ?? "")) ?? notFound();
  return { kept, outcomes: outcomesOf(await roundsOf(db, kept)) };
}

export async function action({ params, request }: ActionFunctionArgs) {
  const officer = await requireOfficer(request);
  const kept = (await findCaseFor(db, officer, params.case ?? "")) ?? notFound();
  const submission = parseWithZod(await request.formData(), { schema: OutcomeForm });
  if (submission.status !== "success") return data(submission.reply(), { status: 400 });
  const { edition, outcome, reason } = submission.value;
  const details = { outcome, reason: reason || null };
  const closed = await closeCase(db, kept, details, edition, { by: officer, at: now() });
  const words = messagesFor(request).pressCorrections;
  if (!closed.ok) {
    const said = [words.refusals[closed.reason]];
    const problem =
      closed.reason === "reason-needed" ? { fieldErrors: { reason: said } } : { formErrors: said };
    return data(submission.reply(problem), { status: 409 });
  }
  return goToSaying(request, paths.desk.correctionCase(kept), words.closing.done);
}

export const meta: MetaFunction = ({ location }) => {
  const words = messagesIn(languageOf(location.pathname));
  return [{ title: `${words.pressCorrections.closing.title} · ${words.common.product}` }];
};

export default function CorrectionCaseClosing() {
  const { kept, outcomes } = useLoaderData<typeof loader>();
  const { pressCorrections: words, common } = useMessages();
  const says = words.closing;
  const [form, fields] = useHouseForm(OutcomeForm, {
    id: "closing",
    lastResult: useActionData<typeof action>(),
    defaultValue: { outcome: outcomes[0] },
  });
  return (
    <>
      <PageTitle
        above={<LinkTo to={paths.desk.correctionCase(kept)}>{kept.articleTitle}</LinkTo>}
        lead={says.lead}
      >
        {says.title}
      </PageTitle>
      {kept.outcome ? (
        <Notice tone="warning">{words.refusals["is-closed"]}</Notice>
      ) : (
        <HouseForm form={form}>
          {!kept.feedbackSentAt && <Notice tone="warning">{says.noFeedback}</Notice>}
          <input type="hidden" name="edition" value={kept.edition} />
          <ChoiceField
            field={fields.outcome}
            label={says.outcome}
            options={outcomes.map((value) => ({ value, label: words.outcomes[value] }))}
          />
          <TextArea field={fields.reason} label={says.reason} hint={says.reasonHint} />
          <div className="flex flex-wrap gap-2">
            <SendButton>{says.submit}</SendButton>
            <ButtonLink to={paths.desk.correctionCase(kept)}>{common.cancel}</ButtonLink>
          </div>
        </HouseForm>
      )}
    </>
  );
}
