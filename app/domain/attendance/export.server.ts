import { shortTime } from "#app/i18n/dates.ts";
import type { Messages } from "#app/i18n/messages.ts";
import type { Db } from "#db/tables.ts";
import { answerStateOf, brings, type INTERPRETED } from "../invitations/reply-form.ts";
import { byGivenName, folded } from "../press/folding.ts";
import { nameOf, peopleIn } from "./check-in.server.ts";

/**
 * Everybody invited to a meeting with what they answered, need and whether they came, then who came unasked: the
 * office's own sheet, its heading first. It names people: it is for officers alone.
 */
export async function attendanceSheet(
  db: Db,
  meeting: { id: string; zone: string },
  words: Messages,
): Promise<string[][]> {
  const { attendance, answers, invitations, press } = words;
  const says = attendance.sheet;
  const [invited, came] = [await invitedTo(db, meeting), await cameTo(db, meeting)];
  const inBy = new Map(came.map((one) => [one.invitationId, one]));
  const time = (moment: string | null) => (moment ? shortTime(moment, meeting.zone) : "");
  const yes = (is: boolean) => (is ? says.yes : "");

  const expected = invited.map((one) => {
    const isThere = brings(one.reply) || one.reply === "tentative";
    const interpreter = one.interpreter as (typeof INTERPRETED)[number] | null;
    const there = inBy.get(one.id);
    return [
      one.name,
      one.outletName ?? "",
      one.email,
      one.phone ?? "",
      press.languages[one.language],
      time(one.invitedAt),
      invitations.answerStates[answerStateOf(one)],
      time(one.repliedAt),
      one.repliedVia ? answers.via[one.repliedVia] : "",
      one.substituteName ?? "",
      paperOf(words, one),
      isThere ? String(one.partySize) : "",
      isThere ? answers.fields.places[one.online ? "online" : "in_person"] : "",
      isThere && one.cameras ? String(one.cameras) : "",
      yes(isThere && one.tripod === 1),
      yes(isThere && one.live === 1),
      isThere && interpreter ? answers.fields.languages[interpreter] : "",
      one.note ?? "",
      time(one.waitingSince),
      time(there?.inAt ?? null),
      there?.paper ? attendance.papers[there.paper] : "",
    ];
  });
  const unasked = came
    .filter(({ invitationId }) => invitationId === null)
    .map((one) => {
      const row = says.columns.map(() => "");
      row[0] = nameOf(one);
      row[1] = one.outletName ?? "";
      row[2] = one.email ?? "";
      row[6] = says.unasked;
      row[row.length - 2] = time(one.inAt);
      row[row.length - 1] = one.paper ? attendance.papers[one.paper] : "";
      return row;
    });
  return [[...says.columns], ...expected, ...unasked];
}

function paperOf(
  { answers }: Messages,
  one: { substitutePaper: "press_card" | "intro_letter" | null; substitutePaperNo: string | null },
): string {
  const paper = one.substitutePaper ? answers.fields.papers[one.substitutePaper] : "";
  return [paper, one.substitutePaperNo].filter(Boolean).join(" ");
}

/**
 * How many of each press agency were invited, said that they come, and came: the sheet for the province. It names
 * press agencies of the books and nobody else; what a guest wrote at the door is not one of them and is only counted.
 */
export async function outletSheet(
  db: Db,
  meeting: { id: string; provinceId: string; zone: string },
  words: Messages,
): Promise<string[][]> {
  const says = words.attendance.sheet;
  const [invited, came, known] = [
    await invitedTo(db, meeting),
    await cameTo(db, meeting),
    await outletsOf(db, meeting),
  ];
  const counts = new Map<string, { invited: number; coming: number; came: number }>();
  const count = (written: string | null) => {
    const name = written ? (known.get(folded(written)) ?? says.unlistedOutlet) : says.withoutOutlet;
    const row = counts.get(name) ?? { invited: 0, coming: 0, came: 0 };
    counts.set(name, row);
    return row;
  };
  for (const { outletName, reply, partySize } of invited) {
    const row = count(outletName);
    row.invited += 1;
    if (brings(reply)) row.coming += partySize;
  }
  for (const { outletName } of came) count(outletName).came += 1;
  const { compare } = new Intl.Collator("vi");
  const rows = [...counts]
    .sort(([a], [b]) => compare(a, b))
    .map(([name, row]) => [name, String(row.invited), String(row.coming), String(row.came)]);
  return [[...says.outletColumns], ...rows];
}

async function outletsOf(
  db: Db,
  meeting: { id: string; provinceId: string },
): Promise<Map<string, string>> {
  const rows = await db
    .selectFrom("outlet")
    .select("name")
    .where(({ eb, or, selectFrom }) =>
      or([
        eb("provinceId", "=", meeting.provinceId),
        eb(
          "id",
          "in",
          selectFrom("invitation")
            .innerJoin("journalist", "journalist.id", "invitation.journalistId")
            .select("journalist.outletId")
            .where("invitation.meetingId", "=", meeting.id)
            .where("journalist.outletId", "is not", null)
            .$castTo<{ outletId: string }>(),
        ),
      ]),
    )
    .execute();
  return new Map(rows.map(({ name }) => [folded(name), name]));
}

async function invitedTo(db: Db, meeting: { id: string }) {
  const rows = await db
    .selectFrom("invitation")
    .innerJoin("journalist", "journalist.id", "invitation.journalistId")
    .leftJoin("outlet", "outlet.id", "journalist.outletId")
    .selectAll("invitation")
    .select(["journalist.name", "journalist.email", "journalist.phone", "journalist.language"])
    .select("outlet.name as outletName")
    .where("invitation.meetingId", "=", meeting.id)
    .execute();
  return rows.sort(byGivenName);
}

function cameTo(db: Db, meeting: { id: string }) {
  return peopleIn(db, meeting)
    .where("attendance.undoneAt", "is", null)
    .orderBy("attendance.inAt")
    .orderBy("attendance.id")
    .execute();
}
