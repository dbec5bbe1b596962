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
import {
  answersTo,
  findInvitationFor,
  recordAnswer,
  whyNotReply,
} from "#app/domain/invitations/replies.server.ts";
import { answerStateOf, ReplyForm } from "#app/domain/invitations/reply-form.ts";
import { seatsLeftFor } from "#app/domain/invitations/seating.server.ts";
import { goToSaying } from "#app/http/flash.server.ts";
import { requireOfficer } from "#app/http/guards.server.ts";
import { notFound } from "#app/http/responses.ts";
import { languageOf, messagesFor, messagesIn } from "#app/i18n/messages.ts";
import { useMessages } from "#app/i18n/use-messages.ts";
import { paths } from "#app/paths.ts";
import { AnswerFields, answerBefore } from "#app/ui/answer-fields.tsx";
import { AnswerHistory } from "#app/ui/answer-history.tsx";
import { AnswerBadge } from "#app/ui/answer-state.tsx";
import { ButtonLink, SendButton } from "#app/ui/button.tsx";
import { HouseForm, useHouseForm } from "#app/ui/form.tsx";
import { LinkTo } from "#app/ui/link.tsx";
import { Notice } from "#app/ui/notice.tsx";
import { PageTitle } from "#app/ui/page-title.tsx";

export async function loader({ params, request }: LoaderFunctionArgs) {
  const officer = await requireOfficer(request);
  const found = (await findInvitationFor(db, officer, params.invitation ?? "")) ?? notFound();
  const { meeting, ...invitation } = found;
  const barred = whyNotReply(meeting, now());
  const [seats, history] = await Promise.all([
    seatsLeftFor(db, meeting, invitation),
    answersTo(db, invitation),
  ]);
  return { meeting, invitation, barred, seats, history } as const;
}

export async function action({ params, request }: ActionFunctionArgs) {
  const officer = await requireOfficer(request);
  const invitation = (await findInvitationFor(db, officer, params.invitation ?? "")) ?? notFound();
  const submission = parseWithZod(await request.formData(), { schema: ReplyForm });
  if (submission.status !== "success") return data(submission.reply(), { status: 400 });

  const answer = submission.value;
  const signed = { by: officer, at: now() };
  const recorded = await recordAnswer(db, officer, invitation.id, answer, signed);
  const { reasons, pages } = messagesFor(request).invitations;
  if (!recorded.ok)
    return data(submission.reply({ formErrors: [reasons[recorded.reason]] }), { status: 409 });
  const sentence = pages.answer.recorded(invitation.name);
  return goToSaying(request, paths.desk.invitations(invitation.meeting), sentence);
}

export const meta: MetaFunction = ({ location }) => {
  const words = messagesIn(languageOf(location.pathname));
  return [{ title: `${words.invitations.pages.answer.title} · ${words.common.product}` }];
};

export default function InvitationAnswer() {
  const { meeting, invitation, barred, seats, history } = useLoaderData<typeof loader>();
  const { invitations, common } = useMessages();
  const words = invitations.pages.answer;
  const [form, fields] = useHouseForm(ReplyForm, {
    id: "answer",
    lastResult: useActionData<typeof action>(),
    defaultValue: answerBefore(invitation),
  });
  return (
    <>
      <PageTitle
        above={<LinkTo to={paths.desk.invitations(meeting)}>{meeting.subject}</LinkTo>}
        lead={words.lead}
      >
        {words.titleOf(invitation.name)}
      </PageTitle>
      <p className="mb-5">
        {[invitation.outletName, invitation.email].filter(Boolean).join(" · ")}{" "}
        <AnswerBadge answer={answerStateOf(invitation)} />
      </p>
      {barred ? (
        <Notice tone="warning">{invitations.reasons[barred]}</Notice>
      ) : (
        <HouseForm form={form}>
          <AnswerFields
            fields={fields}
            meeting={meeting}
            seats={seats}
            says={{ answer: words.reply, note: words.note }}
          />
          <div className="flex flex-wrap gap-2">
            <SendButton>{words.record}</SendButton>
            <ButtonLink to={paths.desk.invitations(meeting)}>{common.cancel}</ButtonLink>
          </div>
        </HouseForm>
      )}
      {history.length > 0 && <AnswerHistory history={history} zone={meeting.zone} />}
    </>
  );
}
