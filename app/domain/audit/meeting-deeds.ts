import type { Moment } from "#db/tables.ts";

/** What is done in a meeting's own rooms: its programme, its press kit, what is left of it. Told of on the meeting. */
export type MeetingRoomDeed =
  | { act: "agenda.added"; particulars: { title: string } }
  | { act: "agenda.changed"; particulars: { title: string } }
  | { act: "agenda.moved"; particulars: { title: string; place: number } }
  | { act: "agenda.removed"; particulars: { title: string } }
  | { act: "meeting.speaker-added"; particulars: { name: string; position: string } }
  | { act: "meeting.speaker-removed"; particulars: { name: string } }
  | {
      act: "meeting.file-added";
      particulars: { title: string; audience: string; opensAt: Moment | null };
    }
  | {
      act: "meeting.file-changed";
      particulars: { title: string; audience: string; opensAt: Moment | null };
    }
  | { act: "meeting.file-replaced"; particulars: { title: string; version: number } }
  | { act: "meeting.file-withdrawn"; particulars: { title: string; reason: string } }
  | { act: "meeting.embargo-moved"; particulars: { title: string; from: Moment; to: Moment } }
  | { act: "meeting.minutes-written"; particulars: { version: number } }
  | { act: "meeting.minutes-published"; particulars: { version: number } }
  | { act: "meeting.link-added"; particulars: { kind: string; title: string; url: string } }
  | { act: "meeting.link-removed"; particulars: { kind: string; title: string; url: string } };
