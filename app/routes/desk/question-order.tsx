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
import { hasBegun } from "#app/domain/meetings/meeting.ts";
import { findMeetingFor } from "#app/domain/meetings/meetings.server.ts";
import { OrderForm } from "#app/domain/questions/question-form.ts";
import { chooseOrder, orderOf } from "#app/domain/questions/question-order.server.ts";
import { RULES } from "#app/domain/questions/question-order.ts";
import { goToSaying } from "#app/http/flash.server.ts";
import { requireOfficer } from "#app/http/guards.server.ts";
import { notFound } from "#app/http/responses.ts";
import { languageOf, messagesFor, messagesIn } from "#app/i18n/messages.ts";
import { useMessages } from "#app/i18n/use-messages.ts";
import { paths } from "#app/paths.ts";
import { ButtonLink, SendButton } from "#app/ui/button.tsx";
import { ChoiceField, HouseForm, useHouseForm } from "#app/ui/form.tsx";
import { LinkTo } from "#app/ui/link.tsx";
import { Notice } from "#app/ui/notice.tsx";
import { PageTitle } from "#app/ui/page-title.tsx";

export async function loader({ params, request }: LoaderFunctionArgs) {
  const officer = await requireOfficer(request);
  const meeting = (await findMeetingFor(db, officer, params.meeting ?? "")) ?? notFound();
  const at = now();
  const { id, subject } = meeting;
  const order = await orderOf(db, meeting, at);
  return { meeting: { id, subject }, order, begun: hasBegun(meeting, at) };
}

export async function action({ params, request }: ActionFunctionArgs) {
  const officer = await requireOfficer(request);
  const meeting = (await findMeetingFor(db, officer, params.meeting ?? "")) ?? notFound();
  const submission = parseWithZod(await request.formData(), { schema: OrderForm });
  if (submission.status !== "success") return data(submission.reply(), { status: 400 });

  const { rule } = submission.value;
  const chosen = await chooseOrder(db, meeting, rule, { by: officer, at: now() });
  const words = messagesFor(request).questions;
  if (!chosen.ok) {
    const formErrors = [words.reasons[chosen.reason]];
    return data(submission.reply({ formErrors }), { status: 409 });
  }
  return goToSaying(request, paths.desk.questions(meeting), words.order.chosen);
}

export const meta: MetaFunction = ({ location }) => {
  const words = messagesIn(languageOf(location.pathname));
  return [{ title: `${words.questions.order.title} · ${words.common.product}` }];
};

export default function QuestionOrder() {
  const { meeting, order, begun } = useLoaderData<typeof loader>();
  const { questions: words, common } = useMessages();
  const [form, fields] = useHouseForm(OrderForm, {
    id: "order",
    lastResult: useActionData<typeof action>(),
    defaultValue: { rule: order.rule },
  });
  return (
    <>
      <PageTitle
        above={<LinkTo to={paths.desk.questions(meeting)}>{meeting.subject}</LinkTo>}
        lead={words.order.lead}
      >
        {words.order.title}
      </PageTitle>
      {begun ? (
        <Notice tone="warning">{words.reasons.begun}</Notice>
      ) : (
        <HouseForm form={form}>
          <ChoiceField
            field={fields.rule}
            label={words.order.is}
            options={RULES.map((value) => ({
              value,
              label: `${words.rules[value]}. ${words.ruleHints[value]}`,
            }))}
          />
          <p className="text-soft">{words.order.equal}</p>
          <div className="flex flex-wrap gap-2">
            <SendButton>{words.order.choose}</SendButton>
            <ButtonLink to={paths.desk.questions(meeting)}>{common.cancel}</ButtonLink>
          </div>
        </HouseForm>
      )}
    </>
  );
}
