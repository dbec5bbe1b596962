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
import { findInvitation } from "#app/domain/invitations/replies.server.ts";
import { guestsDay } from "#app/domain/questions/guests-day.server.ts";
import { AheadForm } from "#app/domain/questions/question-form.ts";
import { sendQuestion } from "#app/domain/questions/questions.server.ts";
import { mayTry } from "#app/http/limits.server.ts";
import { goTo, notFound } from "#app/http/responses.ts";
import { languageOf, messagesFor, messagesIn } from "#app/i18n/messages.ts";
import { problemSentence } from "#app/i18n/problems.ts";
import { useMessages } from "#app/i18n/use-messages.ts";
import { paths } from "#app/paths.ts";
import { LinkTo } from "#app/ui/link.tsx";
import { PageTitle } from "#app/ui/page-title.tsx";
import { QuestionsAhead } from "#app/ui/questions-ahead.tsx";

/** The address is a key, as the answer's is. */
export const headers = () => ({
  "Cache-Control": "no-store",
  "Referrer-Policy": "same-origin",
  "X-Robots-Tag": "noindex, nofollow",
});

export async function loader({ params }: LoaderFunctionArgs) {
  const found = (await findInvitation(db, params.token ?? "")) ?? notFound();
  const { token, meeting } = found;
  return { token, subject: meeting.subject, ...(await guestsDay(db, found, now())) };
}

export async function action({ params, request, context }: ActionFunctionArgs) {
  const words = messagesFor(request);
  const token = params.token ?? "";
  const form = await request.formData();
  const refuse = (problem: string, status: number) => {
    const ticked = (name: string) => form.get(name) === "on";
    const text = String(form.get("text") ?? "");
    const given = { text, remote: ticked("remote"), nameAgreed: ticked("nameAgreed") };
    return data({ given, problem }, { status });
  };
  if (!(await mayTry("publicWrite", context.address)))
    return refuse(words.common.errors[429].text, 429);
  const submission = parseWithZod(form, { schema: AheadForm });
  if (submission.status !== "success")
    return refuse(problemSentence(words, submission.error?.text?.[0] ?? "form"), 400);

  const sent = await sendQuestion(db, token, submission.value, now());
  if (sent.ok) return goTo(request, paths.replyAsked({ token }, "sent"));
  if (sent.reason === "unknown") notFound();
  return refuse(words.questions.reasons[sent.reason], 409);
}

export const meta: MetaFunction = ({ location }) => {
  const words = messagesIn(languageOf(location.pathname));
  return [{ title: `${words.questions.ahead.title} · ${words.common.product}` }];
};

export default function Ahead() {
  const { subject, token, ...day } = useLoaderData<typeof loader>();
  const words = useMessages().questions.ahead;
  return (
    <>
      <PageTitle above={<LinkTo to={paths.reply({ token })}>{subject}</LinkTo>}>
        {words.title}
      </PageTitle>
      <QuestionsAhead token={token} {...day} {...useActionData<typeof action>()} />
    </>
  );
}
