import { later } from "#app/clock.ts";
import type { Db, Moment } from "#db/tables.ts";
import type { Officer } from "../accounts/officer.ts";
import { withinReach } from "../agencies/agencies.server.ts";
import type { Letter } from "../mail/letter.ts";
import { firstAllowed } from "../mail/quiet.ts";
import { type MeetingOfAgency, meetingsOfAgencies } from "../meetings/meetings.server.ts";
import { pageFound } from "../paging/page.server.ts";
import { byGivenName } from "../press/folding.ts";
import {
  doorsKept,
  guestsOf,
  publishedSince,
  type ReminderGuest,
  type Written,
  writtenFor,
} from "./guests.server.ts";
import { isDue } from "./job.server.ts";
import { reminderLetter } from "./letters.server.ts";
import { type PassedOver, type Planned, plansOf, type Stop, whyPassedOver } from "./plan.ts";
import { type Rule, type RuleSet, rulesFor } from "./rule.ts";
import { currentRules } from "./rules.server.ts";
import { stopsOf } from "./stops.server.ts";

/** Somebody under a rule: written to already, to be written to, or passed over. */
export interface Place {
  guest: ReminderGuest;
  letter: Written | null;
  passedOver: PassedOver | null;
}

/** How a rule stands at a meeting: what it asks for, and who is where. `missed`: its time passed and nothing went. */
export interface Standing extends Planned {
  state: "waiting" | "due" | "missed" | "dropped";
  heldUntil: Moment | null; // due, and the quiet hours are not over
  places: Place[];
}

/** What the rules ask for at a meeting, whom it is for, what was written and what was not. */
export interface ReminderPlan {
  meeting: MeetingOfAgency;
  set: RuleSet;
  stops: Stop[];
  standings: Standing[];
}

/** How the reminders of some meetings stand. */
export async function remindersOf(
  db: Db,
  meetings: MeetingOfAgency[],
  now: Moment,
): Promise<ReminderPlan[]> {
  if (meetings.length === 0) return [];
  const ids = meetings.map(({ id }) => id);
  const [sets, guests, written, doors, published, stops] = await Promise.all([
    currentRules(db),
    guestsOf(db, ids),
    writtenFor(db, ids),
    doorsKept(db, ids),
    publishedSince(db, ids, now),
    stopsOf(db, ids),
  ]);
  const lettersBy = byRuleAndGuest(written);
  return meetings.flatMap((meeting) => {
    const set = rulesFor(sets, meeting);
    if (!set) return [];
    const own = stops.filter(({ meetingId }) => meetingId === meeting.id);
    const around = { publishedAt: published.get(meeting.id) ?? null, stops: own };
    const invited = guests.filter(({ meetingId }) => meetingId === meeting.id).sort(byGivenName);
    const standings = plansOf(meeting, set, around).map((plan) => {
      const places = invited.map((guest) => ({
        guest,
        letter: letterOf(lettersBy.get(keyOf(plan.rule, guest.id)) ?? [], meeting),
        passedOver:
          whyPassedOver(plan, guest, { stops: own, isDoorKept: doors.has(meeting.id) }) ?? null,
      }));
      const state = stateOf(plan, now);
      const until = firstAllowed(now, set, meeting.zone);
      return { ...plan, state, heldUntil: state === "due" && until > now ? until : null, places };
    });
    return [{ meeting, set, stops: own, standings }];
  });
}

function byRuleAndGuest(written: Written[]): Map<string, Written[]> {
  const by = new Map<string, Written[]>();
  for (const letter of written) {
    const key = keyOf(letter.rule, letter.invitationId);
    by.set(key, [...(by.get(key) ?? []), letter]);
  }
  return by;
}

const keyOf = (rule: Rule, invitationId: string) => `${rule} ${invitationId}`;

/** The one at the meeting's revision; else one of an older revision that went, which was for another hour perhaps. */
function letterOf(own: Written[], { revision }: MeetingOfAgency): Written | null {
  return own.find((one) => one.revision === revision) ?? own.find(({ sentAt }) => sentAt) ?? null;
}

function stateOf(plan: Planned, now: Moment): Standing["state"] {
  if (plan.dropped || !plan.at) return "dropped";
  if (plan.at > now) return "waiting";
  return isDue(plan, now) ? "due" : "missed";
}

const PAGE = 20;

/**
 * The meetings within an officer's reach of which something is to be written, or was lately, by their start: those to
 * come first. Meetings to which nobody is invited are left out.
 */
export async function listReminders(
  db: Db,
  officer: Officer,
  { now, page: asked }: { now: Moment; page: number },
): Promise<{ plans: ReminderPlan[]; pages: number; page: number }> {
  const lately = later(now, { days: -14 });
  const found = meetingsOfAgencies(db)
    .where(withinReach(officer))
    .where("meeting.announcedAt", "is not", null)
    .where("meeting.cancelledAt", "is", null)
    .where("meeting.endsAt", ">", lately)
    .where(({ eb, exists, selectFrom }) =>
      exists(
        selectFrom("invitation")
          .select("invitation.id")
          .whereRef("invitation.meetingId", "=", eb.ref("meeting.id")),
      ),
    )
    .orderBy((eb) => eb.case().when("meeting.startsAt", ">", now).then(0).else(1).end())
    .orderBy("meeting.startsAt")
    .orderBy("meeting.id");
  const { shown, page, pages } = await pageFound(found, asked, PAGE);
  return { plans: await remindersOf(db, shown, now), page, pages };
}

/** How many a rule is still for, and what became of the letters that it wrote. */
export function countsOf({ places, state }: Standing) {
  const letters = places.flatMap(({ letter }) => letter ?? []);
  const count = (...stages: Written["stage"][]) =>
    letters.filter(({ stage }) => stages.includes(stage)).length;
  return {
    meant:
      state === "missed"
        ? 0
        : places.filter(({ letter, passedOver }) => !letter && !passedOver).length,
    onTheWay: count("queued", "sending"),
    sent: count("sent"),
    refused: count("refused"),
    skipped: count("skipped"),
  };
}

/** The very letter that somebody invited would get by a rule now; nothing is posted, and its links lead nowhere. */
export async function previewReminder(
  db: Db,
  meeting: MeetingOfAgency,
  { rule, invitationId }: { rule: Rule; invitationId: string },
): Promise<Letter | undefined> {
  const [guest] = await guestsOf(db, [meeting.id], [invitationId]);
  if (!guest) return undefined;
  const unsigned = { invitationId: null, token: "preview", journalistToken: "preview" };
  return reminderLetter(meeting, { ...guest, ...unsigned }, { rule, expiresAt: meeting.startsAt });
}
