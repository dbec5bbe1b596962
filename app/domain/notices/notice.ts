import { z } from "zod";
import type { Moment, Row } from "#db/tables.ts";
import { choice, day, line, localMoment, optional, paragraphs } from "../fields.ts";
import type { Meeting } from "../meetings/meeting.ts";

export type MeetingNotice = Row<"meetingNotice">;

/** What a notice must hold (Decree 237/2026, art. 22.4); the Press Law of 2016 asked for the first four. */
export const ITEMS = ["place", "time", "content", "chair", "grounds", "outlets"] as const;
export type Item = (typeof ITEMS)[number];

/** What an officer writes into a notice; the rest is the meeting's own. */
export const NoticeForm = z.object({
  number: optional(line(60)),
  day: optional(day),
  recipient: line(200),
  signer: optional(line(120)),
  grounds: optional(paragraphs(5000)),
  outlets: optional(paragraphs(20_000)),
});
export type NoticeForm = z.output<typeof NoticeForm>;

export const WAYS = ["document_system", "email", "post", "by_hand"] as const;

/** That a notice was sent, and how. */
export const SendingForm = z.object({ sentAt: localMoment, sentHow: choice(WAYS) });

/** The authority's written no. */
export const ProhibitionForm = z.object({ number: line(60), reason: line(500) });

/** The meeting as a notice puts it. */
export type Said = Pick<MeetingNotice, "content" | "place" | "chair" | "startsAt" | "endsAt">;

/**
 * What a notice to the authority says of a meeting: content, place, chair and times; compared to see whether it still
 * holds.
 */
export function saidOf({ subject, venue, onlineUrl, chair, startsAt, endsAt }: Meeting): Said {
  const place = [venue, onlineUrl].filter(Boolean).join("; ");
  return { content: subject, place, chair, startsAt, endsAt };
}

/** Whether the meeting is no longer as the notice says: it has to be given again. */
export function isOutdated(notice: Said, meeting: Meeting): boolean {
  const said = saidOf(meeting);
  return (Object.keys(said) as (keyof Said)[]).some((key) => said[key] !== notice[key]);
}

/** Which of the items that the law of the day asks for a notice lacks; `asked` counts them. */
export function missingItems(notice: Said & { grounds: string; outlets: string }, asked: number) {
  const held: Record<Item, string> = { ...notice, time: notice.startsAt };
  return ITEMS.slice(0, asked).filter((item) => held[item].trim() === "");
}

/** A list of which each line is an entry. */
export function linesOf(text: string): string[] {
  return [...new Set(text.split("\n").map((one) => one.trim()))].filter(Boolean);
}

/** Whether somebody answered for inviting before the notice was due, for the hour that the meeting has now. */
export function isWaived({
  noticeWaivedAt,
  rescheduledAt,
}: Pick<Meeting, "noticeWaivedAt" | "rescheduledAt">): boolean {
  return noticeWaivedAt !== null && (rescheduledAt === null || rescheduledAt < noticeWaivedAt);
}

export type NoticeState = "missing" | "draft" | "sent" | "late" | "outdated" | "forbidden";

/** Where the notice of a meeting stands: by the last one sent, else by the draft. */
export function stateOf(
  meeting: Meeting,
  { sent, draft }: { sent: MeetingNotice | undefined; draft: MeetingNotice | undefined },
  dueAt: Moment,
): NoticeState {
  if (sent?.forbiddenAt) return "forbidden";
  if (sent && isOutdated(sent, meeting)) return "outdated";
  if (sent?.sentAt) return sent.sentAt <= dueAt ? "sent" : "late";
  return draft ? "draft" : "missing";
}
