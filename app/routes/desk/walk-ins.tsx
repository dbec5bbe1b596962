import { randomUUID } from "node:crypto";
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
import { WalkInForm } from "#app/domain/attendance/arrival.ts";
import { whyNotCheckIn } from "#app/domain/attendance/attendance.ts";
import { checkIn } from "#app/domain/attendance/check-in.server.ts";
import { findMeetingFor } from "#app/domain/meetings/meetings.server.ts";
import { goToSaying } from "#app/http/flash.server.ts";
import { requireOfficer } from "#app/http/guards.server.ts";
import { notFound } from "#app/http/responses.ts";
import { clockTime } from "#app/i18n/dates.ts";
import { languageOf, messagesFor, messagesIn } from "#app/i18n/messages.ts";
import { problemSentence } from "#app/i18n/problems.ts";
import { useMessages } from "#app/i18n/use-messages.ts";
import { paths } from "#app/paths.ts";
import { LinkTo, PlainPage } from "#app/ui/link.tsx";
import { Notice } from "#app/ui/notice.tsx";
import { PageTitle } from "#app/ui/page-title.tsx";
import { WalkInFields } from "#app/ui/walk-in.tsx";

export async function loader({ params, request }: LoaderFunctionArgs) {
  const officer = await requireOfficer(request);
  const meeting = (await findMeetingFor(db, officer, params.meeting ?? "")) ?? notFound();
  const { id, subject } = meeting;
  const barred = whyNotCheckIn(meeting, now());
  return { meeting: { id, subject }, barred, deed: randomUUID() };
}

export async function action({ params, request }: ActionFunctionArgs) {
  const officer = await requireOfficer(request);
  const meeting = (await findMeetingFor(db, officer, params.meeting ?? "")) ?? notFound();
  const form = await request.formData();
  const submission = parseWithZod(form, { schema: WalkInForm });
  const words = messagesFor(request);
  const given = Object.fromEntries(
    ["name", "outletName", "paper", "email"].map((key) => [key, String(form.get(key) ?? "")]),
  );
  if (submission.status !== "success") {
    const problems = Object.entries(submission.error ?? {}).map(
      ([key, found]) => [key, problemSentence(words, found?.[0] ?? "")] as const,
    );
    const beside: Record<string, string> = Object.fromEntries(problems);
    return data({ given, problems: beside, problem: null }, { status: 400 });
  }

  const { id, ...walkIn } = submission.value;
  const taken = await checkIn(db, meeting, { id, walkIn }, { by: officer, at: now() });
  const { door, reasons } = words.attendance;
  if (!taken.ok)
    return data({ given, problems: {}, problem: reasons[taken.reason] }, { status: 409 });
  const { name, by, at } = taken.attendance;
  const sentence = taken.is === "in" ? door.taken(name) : door.already(name, clockTime(at), by);
  return goToSaying(request, paths.desk.checkIn(meeting), sentence);
}

export const meta: MetaFunction = ({ location }) => {
  const words = messagesIn(languageOf(location.pathname));
  return [
    { title: `${words.attendance.door.walkIn} · ${words.common.product}` },
    { name: "robots", content: "noindex" },
  ];
};

export default function WalkIns() {
  const { meeting, barred, deed } = useLoaderData<typeof loader>();
  const answered = useActionData<typeof action>();
  const { attendance } = useMessages();
  const words = attendance.door;
  return (
    <PlainPage.Provider value={true}>
      <main id="content" className="mx-auto w-full max-w-xl px-4 py-4">
        <PageTitle
          above={<LinkTo to={paths.desk.checkIn(meeting)}>{meeting.subject}</LinkTo>}
          lead={words.walkInLead}
        >
          {words.walkIn}
        </PageTitle>
        {answered?.problem && <Notice tone="problem">{answered.problem}</Notice>}
        {barred ? (
          <Notice tone="warning">{attendance.reasons[barred]}</Notice>
        ) : (
          <form method="post">
            <WalkInFields deed={deed} given={answered?.given} problems={answered?.problems} />
          </form>
        )}
      </main>
    </PlainPage.Provider>
  );
}
