import type { Invitee } from "#app/domain/invitations/invitees.server.ts";
import type { Occasion } from "#app/domain/invitations/occasion.server.ts";
import type { Letter, Mail } from "#app/domain/mail/letter.ts";
import { NOTHING_YET } from "#app/domain/meetings/meeting.ts";
import { wanted } from "./press-room.ts";
import { MORNING } from "./setup.ts";

/** A press conference of the ward on 25 November 2026 at half past eight, as its letters tell of it. */
export const occasion: Occasion = {
  id: "7a6d0b5e-5f0b-4a52-8a55-0d1c6f4c2a11",
  agencyId: "pc-30307",
  ...wanted({
    description: "Có tài liệu kèm theo.\nXin đến sớm 10 phút.",
    startsAt: "2026-11-25T01:30:00.000Z",
    endsAt: "2026-11-25T03:00:00.000Z",
    onlineUrl: "https://hop.test/phong?pwd=1&x=2",
  }),
  spokespersonId: "binh",
  spokespersonName: "Lê Thị Bình",
  spokespersonPosition: "Phó Chủ tịch UBND phường",
  spokespersonCapacity: "regular",
  revision: 0,
  revisedAt: MORNING,
  createdAt: MORNING,
  createdBy: "lan",
  ...NOTHING_YET,
  announcedAt: MORNING,
  agencyName: "Ủy ban nhân dân phường Long Xuyên",
  agencyKind: "peoples_committee" as const,
  agencyNameEn: "People's Committee of Long Xuyen",
  areaCode: "30307",
  provinceId: "2025-91",
  provinceType: "tỉnh",
  provinceName: "An Giang",
  provinceNameEn: "An Giang",
  otherSpeakers: [],
  pressEmail: "vanphong@longxuyen.test",
  contact: {
    name: "Lê Thị Bình",
    position: "Phó Chủ tịch UBND phường",
    phone: "0296 3 852 001",
    email: "binh@longxuyen.test",
  },
  kit: { open: 0, nextAt: null },
};

export const ha: Invitee = {
  invitationId: "invitation-of-ha",
  token: "ha00000000000000000000000000000a",
  calendarUid: "ha00000000000000000000000000000c",
  organizer: "baochi+ha00000000000000000000000000000a@press.test",
  name: "Nguyễn Thị Thu Hà",
  email: "ha@bao.test",
  language: "vi",
  outletName: "Báo An Giang",
  journalistToken: "ha00000000000000000000000000000j",
};

export const jane: Invitee = {
  ...ha,
  name: "Jane O'Neill",
  language: "en",
  outletName: "The Mekong Post",
};

/** A letter as the outbox keeps it. */
export function mailOf(letter: Letter, details: Partial<Mail> = {}): Mail {
  return {
    ...{
      repeatedForId: null,
      confirmationId: null,
      promiseId: null,
      queryId: null,
      statementCopyId: null,
      correctionRoundId: null,
      agencyId: null,
    },
    ...{ replyTo: null, unsubscribeAddress: null, enclosures: null, quiet: null },
    ...letter,
    id: "2b1a7f0c-43f0-9d4f-0e54-ad0f6d5a0e11",
    messageId: "<2b1a7f0c-43f0-9d4f-0e54-ad0f6d5a0e11@press.test>",
    returnToken: "00000000000000000000000000000001",
    ...{
      postedAt: MORNING,
      dueAt: MORNING,
      raw: null,
      ...{ digest: null, receipt: null, fault: null, refusedAt: null, putBackAt: null },
      stage: "queued",
    },
    ...{ claimedAt: null, claimedBy: null, attempts: 0, sentAt: null, problem: null },
    ...{ digest: null, receipt: null, fault: null, refusedAt: null, putBackAt: null },
    ...details,
  };
}
