import { afterAll, afterEach, beforeAll, describe, expect, it } from "vitest";
import { messagesIn } from "#app/i18n/messages.ts";
import { databases, type Opened } from "#app/test/database.ts";
import { committee } from "#app/test/people.ts";
import { MORNING } from "#app/test/setup.ts";
import type { Db, Moment } from "#db/tables.ts";
import { lawOnCases } from "../corrections/clocks.server.ts";
import type { CorrectionRound, OutletKind } from "../corrections/correction-case.ts";
import type { PressDeed } from "../corrections/press-clocks.ts";
import { clocksOf as clocksOfIncidents } from "../incidents/clock.server.ts";
import type { Clause } from "../incidents/incident.ts";
import { clocksOf as clocksOfQuery } from "../queries/clocks.server.ts";
import { pressDutyOn } from "../queries/press-duty.server.ts";
import type { QueryKind } from "../queries/query.ts";
import type { Due } from "./due.ts";
import { dueSentence } from "./due-sentence.ts";
import { loadLaw } from "./law.server.ts";

/** The last minute of the Press Law of 2016, and the first of that of 2025, which by UTC is still June. */
const OLD = "2026-06-30T16:59:00.000Z";
const NEW = "2026-06-30T17:00:00.000Z";

type Ask = (db: Db, start: Moment) => Promise<string | undefined>;

const place = { agencyId: "pc-30307", provinceId: "2025-91" };
const said = (due: Due | undefined) => due && dueSentence(messagesIn("vi"), due);

/** An incident of which everything was known at one moment: from which instant the law counts, and until when. */
const incident =
  (clause: Clause): Ask =>
  async (db, at) => {
    const instants = { occurredAt: at, receivedAt: at, determinedAt: at };
    const one = { id: "i", ...place, clause, openedAt: at, ...instants };
    const clock = (await clocksOfIncidents(db, [one])).get("i");
    return clock && `${clock.from}: ${said(clock.due)}`;
  };

const query =
  (kind: QueryKind, more: { concluded?: true; foreign?: true } = {}): Ask =>
  async (db, at) => {
    const { statutory, waitsFor } = await clocksOfQuery(db, {
      ...{ id: "q", ...place, kind, receivedAt: at, promisedAt: null },
      ...{ concludedAt: more.concluded ? at : null, foreignPress: more.foreign ? 1 : 0 },
    });
    return said(statutory) ?? waitsFor;
  };

const duty =
  (of: "daily" | "weekly" | "magazineLegalRef"): Ask =>
  async (db, at) => {
    const answered = { kind: "forwarded_opinion", outcome: "answered", outcomeAt: at } as const;
    const owed = (await pressDutyOn(db, { ...place, ...answered }))?.[of];
    return typeof owed === "string" ? owed : said(owed ?? undefined);
  };

const sent = (asks: string, at: Moment): CorrectionRound => ({
  ...{ id: "r", caseId: "c", round: 1, text: "…", asks, speakerId: null, speakerName: "Bình" },
  ...{ speakerPosition: "Phó Chủ tịch", speakerCapacity: "regular", speakerMatter: null },
  ...{ draftedAt: at, draftedBy: "lan", letterNo: "1", letterDay: null, conclusion: "KL 5" },
  ...{ sentAt: at, sentBy: "lan", sentHow: "hand", sentTo: null, nextIssueDay: "2026-07-20" },
  ...{ answer: null, answeredAt: null, answerUrl: null, answerPlace: null, answerText: null },
  ...{ answerChecked: null, answerRecordedAt: null, answerRecordedBy: null },
});

const lawOf = async (db: Db, outletKind: OutletKind, asks: string, at: Moment) => {
  const rounds = [sent(asks, at)];
  const law = (await lawOnCases(db, [{ id: "c", ...place, outletKind }], () => rounds, at)).get(
    "c",
  );
  if (!law) throw new Error("no law");
  return law;
};

const press =
  (kind: OutletKind, deed: PressDeed): Ask =>
  async (db, at) => {
    const law = await lawOf(db, kind, deed === "written_reply" ? "correction" : deed, at);
    const clock = law.clocks.get("r")?.find((one) => one.deed === deed);
    return clock?.state === "due" ? said(clock.due) : clock?.state;
  };

const rounds: Ask = async (db, at) => (await lawOf(db, "daily", "feedback", at)).rounds?.value;
const online: Ask = async (db, at) =>
  (await lawOf(db, "online", "correction", at)).onlineDays?.value;

const from = "30/06/2026";
const since = "01/07/2026";

/** Every clock of the law on incidents (E) and on answers, feedback and corrections (G), on both sides of 01/07/2026. */
type Row = [row: string, what: string, ask: Ask, old: string | undefined, now?: string];
const CLOCKS: Row[] = [
  [
    "E1",
    "initial information on an important event",
    incident("7.3"),
    `occurred: 24 giờ từ 23:59 ${from} → 23:59 ${since}`,
    `received: 24 giờ từ 00:00 ${since} → 00:00 02/07/2026`,
  ],
  [
    "E2",
    "initial information when opinion is divided",
    incident("7.4"),
    `occurred: 24 giờ từ 23:59 ${from} → 23:59 ${since}`,
    `determined: 24 giờ từ 00:00 ${since} → 00:00 02/07/2026`,
  ],
  ["E3", "an answer to the press that asks: no number", incident("7.5"), undefined],
  ["E4", "an error of the press: no number for us", incident("7.6"), undefined],
  ["E5", "an incident of several provinces: no number", incident("7.2"), undefined],
  ["E6", "a national incident: not ours to speak of", incident("7.1"), undefined],
  [
    "G1",
    "an editor's request",
    query("editor_request"),
    `30 ngày từ ${from} → 30/07/2026`,
    `30 ngày từ ${since} → 31/07/2026`,
  ],
  [
    "G2",
    "a forwarded opinion",
    query("forwarded_opinion"),
    `30 ngày từ ${from} → 30/07/2026`,
    `15 ngày làm việc từ ${since} → 22/07/2026`,
  ],
  [
    "G3",
    "a forwarded complaint, received",
    query("forwarded_complaint"),
    `30 ngày từ ${from} → 30/07/2026`,
    "conclusion",
  ],
  [
    "G3",
    "a complaint, concluded",
    query("forwarded_complaint", { concluded: true }),
    `30 ngày từ ${from} → 30/07/2026`,
    `5 ngày làm việc từ ${since} → 08/07/2026`,
  ],
  ["G", "a journalist's question: no number of the law's", query("question"), undefined],
  [
    "G5",
    "dailies and online press pass an answer on",
    duty("daily"),
    `10 ngày từ ${from} → 10/07/2026`,
    `10 ngày làm việc từ ${since} → 15/07/2026`,
  ],
  [
    "G5",
    "weeklies pass an answer on",
    duty("weekly"),
    `15 ngày từ ${from} → 15/07/2026`,
    `15 ngày làm việc từ ${since} → 22/07/2026`,
  ],
  [
    "G5",
    "magazines in their next issue",
    duty("magazineLegalRef"),
    "Luật Báo chí 103/2016/QH13, Điều 39 khoản 3",
    "Nghị định 237/2026/NĐ-CP, Điều 18 khoản 5",
  ],
  [
    "G6",
    "the press answers on what it published",
    press("daily", "answer"),
    `15 ngày từ ${from} → 15/07/2026`,
    `15 ngày làm việc từ ${since} → 22/07/2026`,
  ],
  [
    "G7",
    "a correction online: at once",
    press("online", "correction"),
    `ngay lập tức từ 23:59 ${from} → 23:59 ${from}`,
    `ngay lập tức từ 00:00 ${since} → 00:00 ${since}`,
  ],
  [
    "G7",
    "a correction in a daily",
    press("daily", "correction"),
    `2 ngày từ ${from} → 02/07/2026`,
    `2 ngày từ ${since} → 03/07/2026`,
  ],
  [
    "G7",
    "a correction on radio and television",
    press("broadcast", "correction"),
    `2 ngày từ ${from} → 02/07/2026`,
    `2 ngày từ ${since} → 03/07/2026`,
  ],
  ["G7", "a correction in a weekly", press("weekly", "correction"), "next-issue", "next-issue"],
  ["G7", "in a magazine", press("magazine", "correction"), "next-issue", "next-issue"],
  [
    "G7",
    "a rare magazine's written reply",
    press("rare_magazine", "written_reply"),
    `ngay lập tức từ 23:59 ${from} → 23:59 ${from}`,
    `2 ngày từ ${since} → 03/07/2026`,
  ],
  ["G9", "days that a correction stays online: unread since", online, "7", undefined],
  [
    "G10",
    "feedback, on the timing of corrections",
    press("daily", "feedback"),
    `2 ngày từ ${from} → 02/07/2026`,
    `2 ngày từ ${since} → 03/07/2026`,
  ],
  ["G10", "rounds of feedback", rounds, "3", "2"],
  [
    "I4",
    "an interview for the foreign press",
    query("interview", { foreign: true }),
    undefined,
    `5 ngày làm việc từ ${since} → 08/07/2026`,
  ],
];

const machine = process.env.TZ;
afterEach(() => {
  if (machine === undefined) delete process.env.TZ;
  else process.env.TZ = machine;
});

describe.each(databases)("the clocks of the law on $name", ({ open }) => {
  let opened: Opened;
  beforeAll(async () => {
    opened = await open();
    await loadLaw(opened.db, { at: MORNING });
    await committee(opened.db);
  });
  afterAll(() => opened.close());

  describe.each(["UTC", "Asia/Ho_Chi_Minh"])("on a machine in %s", (zone) => {
    it.each(CLOCKS)("%s: %s", async (_, __, ask, old, now) => {
      process.env.TZ = zone;

      expect(await ask(opened.db, OLD), "until 30/06/2026").toBe(old);
      expect(await ask(opened.db, NEW), "since 01/07/2026").toBe(now);
    });
  });
});
