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
import { CheckInForm } from "#app/domain/attendance/arrival.ts";
import { guestsAtDoor, guestsMeant, seatsOf } from "#app/domain/attendance/attendance.server.ts";
import { doorClosesAt, whyNotCheckIn } from "#app/domain/attendance/attendance.ts";
import { checkIn } from "#app/domain/attendance/check-in.server.ts";
import { findMeetingFor } from "#app/domain/meetings/meetings.server.ts";
import { goToSaying, takeFlash } from "#app/http/flash.server.ts";
import { requireOfficer } from "#app/http/guards.server.ts";
import { notFound } from "#app/http/responses.ts";
import { clockTime } from "#app/i18n/dates.ts";
import { languageOf, messagesFor, messagesIn } from "#app/i18n/messages.ts";
import { useMessages } from "#app/i18n/use-messages.ts";
import { paths } from "#app/paths.ts";
import { Door } from "#app/ui/door.tsx";
import { PlainPage } from "#app/ui/link.tsx";
import { Notice } from "#app/ui/notice.tsx";

const MOST_FOUND = 20;

/**
 * The door, on a phone: a page of its own, plain HTML that is complete without scripts; with them `check-in.js` makes
 * it work without a network too. The page that its worker keeps is this one, and says so in a header.
 */
export async function loader({ params, request }: LoaderFunctionArgs) {
  const officer = await requireOfficer(request);
  const meeting = (await findMeetingFor(db, officer, params.meeting ?? "")) ?? notFound();
  const at = now();
  const q = new URL(request.url).searchParams.get("q")?.slice(0, 200) ?? "";
  const barred = whyNotCheckIn(meeting, at);
  const found = q && !barred ? guestsMeant(await guestsAtDoor(db, meeting), q) : [];
  const flash = await takeFlash(request);
  const headers = new Headers({ "Cache-Control": "no-store", "Check-In-Page": meeting.id });
  if (flash) headers.set("Set-Cookie", flash.clear);
  const { id, subject, startsAt, endsAt, zone, venue } = meeting;
  return data(
    {
      meeting: { id, subject, startsAt, endsAt, zone, venue },
      officer: { id: officer.id, name: officer.name },
      closesAt: doorClosesAt(meeting),
      ...{ barred, q, seats: await seatsOf(db, meeting), said: flash?.sentence },
      // Made here, so that a button pressed twice is one deed.
      found: found.slice(0, MOST_FOUND).map((guest) => ({ guest, deed: randomUUID() })),
      walkInDeed: randomUUID(),
    },
    { headers },
  );
}

export async function action({ params, request }: ActionFunctionArgs) {
  const officer = await requireOfficer(request);
  const meeting = (await findMeetingFor(db, officer, params.meeting ?? "")) ?? notFound();
  const submission = parseWithZod(await request.formData(), { schema: CheckInForm });
  const { door, reasons } = messagesFor(request).attendance;
  if (submission.status !== "success") return data({ problem: reasons.nobody }, { status: 400 });

  const taken = await checkIn(db, meeting, submission.value, { by: officer, at: now() });
  if (!taken.ok) return data({ problem: reasons[taken.reason] }, { status: 409 });
  const { name, by, at } = taken.attendance;
  const sentence = taken.is === "in" ? door.taken(name) : door.already(name, clockTime(at), by);
  return goToSaying(request, paths.desk.checkIn(meeting), sentence);
}

export const headers = ({ loaderHeaders }: { loaderHeaders: Headers }) => loaderHeaders;

export const meta: MetaFunction<typeof loader> = ({ data: shown, location }) => {
  const words = messagesIn(languageOf(location.pathname));
  return [
    { title: `${words.attendance.door.title} · ${shown?.meeting.subject ?? ""}` },
    { name: "robots", content: "noindex" },
  ];
};

export default function CheckIn() {
  const shown = useLoaderData<typeof loader>();
  const problem = useActionData<typeof action>()?.problem;
  const { reasons } = useMessages().attendance;
  return (
    <PlainPage.Provider value={true}>
      <Door {...shown}>
        {problem && <Notice tone="problem">{problem}</Notice>}
        {shown.said && <Notice tone="success">{shown.said}</Notice>}
        {shown.barred && <Notice tone="warning">{reasons[shown.barred]}</Notice>}
      </Door>
      {!shown.barred && <script type="module" src="/check-in.js" />}
    </PlainPage.Provider>
  );
}
