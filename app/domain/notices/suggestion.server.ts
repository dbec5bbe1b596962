import type { Db } from "#db/tables.ts";
import type { MeetingOfAgency } from "../meetings/meetings.server.ts";
import { takesLetters } from "../press/journalists.server.ts";
import { speakersOf } from "../spokespersons/speakers.server.ts";
import type { NoticeStanding } from "./notices.server.ts";

/** What the form of a notice begins with: the draft, else the last one sent, else what the books suggest. */
export async function noticeDefaults(
  db: Db,
  meeting: MeetingOfAgency,
  standing: NoticeStanding | null,
) {
  const earlier = standing?.draft ?? standing?.sent;
  if (earlier) {
    const isDraft = earlier === standing?.draft;
    return {
      number: (isDraft && earlier.number) || "",
      day: (isDraft && earlier.day) || "",
      ...{ recipient: earlier.recipient, signer: earlier.signer ?? "" },
      ...{ grounds: earlier.grounds, outlets: earlier.outlets },
    };
  }
  const [recipient, outlets, speakers] = await Promise.all([
    authorityOver(db, meeting),
    suggestedOutlets(db, meeting),
    speakersOf(db, { id: meeting.agencyId }, meeting.startsAt),
  ]);
  const head = speakers.find(({ capacity }) => capacity === "head");
  return {
    ...{ number: "", day: "", recipient, signer: head?.name ?? "", grounds: "" },
    outlets: outlets.join("\n"),
  };
}

/** To whom a body that is not central gives notice: the People's Committee of its province. */
async function authorityOver(db: Db, { provinceId }: MeetingOfAgency): Promise<string> {
  const committee = await db
    .selectFrom("agency")
    .select("name")
    .where("areaId", "=", provinceId)
    .where("kind", "=", "peoples_committee")
    .executeTakeFirst();
  return committee?.name ?? "";
}

/** The press agencies of those invited; while nobody is, all of the province's that somebody takes letters for. */
async function suggestedOutlets(
  db: Db,
  { id, provinceId }: Pick<MeetingOfAgency, "id" | "provinceId">,
): Promise<string[]> {
  const outlets = db
    .selectFrom("journalist")
    .innerJoin("outlet", "outlet.id", "journalist.outletId")
    .select("outlet.name")
    .distinct();
  const invited = await outlets
    .innerJoin("invitation", "invitation.journalistId", "journalist.id")
    .where("invitation.meetingId", "=", id)
    .execute();
  const rows =
    invited.length > 0
      ? invited
      : await outlets
          .where("journalist.provinceId", "=", provinceId)
          .where((eb) => takesLetters(eb as never))
          .execute();
  return rows.map(({ name }) => name).sort((a, b) => a.localeCompare(b, "vi"));
}
