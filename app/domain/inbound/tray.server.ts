import type { ExpressionBuilder } from "kysely";
import { later } from "#app/clock.ts";
import { allOrNothing } from "#db/all-or-nothing.ts";
import type { Db, Moment, Row, Tables } from "#db/tables.ts";
import type { Officer } from "../accounts/officer.ts";
import { withinReach } from "../agencies/agencies.server.ts";
import { record } from "../audit/audit.server.ts";
import type { Signature } from "../audit/entry.ts";
import { placeOf } from "../paging/page.ts";
import { holdsWords } from "../press/folding.ts";
import { keepTakenAnswer } from "./answer-keeping.server.ts";

/** Mail of one kind; `open` is what somebody should look at. */
export const INBOUND_SHELVES = ["open", "answers", "queries", "returned", "rest"] as const;
export type InboundShelf = (typeof INBOUND_SHELVES)[number];

type Coming = ExpressionBuilder<Tables, "inboundMail">;

const ON_SHELF = {
  open: ({ eb }: Coming) => eb("inboundMail.settledAt", "is", null),
  answers: ({ eb }: Coming) => eb("inboundMail.kind", "=", "answer"),
  queries: ({ eb, or }: Coming) =>
    or([eb("inboundMail.kind", "=", "query"), eb("inboundMail.queryId", "is not", null)]),
  returned: ({ eb }: Coming) => eb("inboundMail.kind", "=", "bounce"),
  rest: ({ eb, and }: Coming) =>
    and([
      eb("inboundMail.kind", "in", ["other", "unsubscription"]),
      eb("inboundMail.queryId", "is", null),
    ]),
} satisfies Record<InboundShelf, unknown>;

/**
 * Mail within an officer's reach: about their meetings, their letters or their province's journalists. What is
 * nobody's yet is looked at by offices of provinces and of the country; what was written to one agency is read there
 * and nowhere else, as its queries are.
 */
function inboundFor(db: Db, officer: Officer) {
  return db
    .selectFrom("inboundMail")
    .leftJoin("invitation", "invitation.id", "inboundMail.invitationId")
    .leftJoin("meeting", "meeting.id", "invitation.meetingId")
    .leftJoin("mail", "mail.id", "inboundMail.mailId")
    .leftJoin("journalist as person", (join) =>
      join.on(({ eb, ref, fn }) =>
        eb(
          ref("person.id"),
          "=",
          fn.coalesce("inboundMail.journalistId", "invitation.journalistId"),
        ),
      ),
    )
    .leftJoin("agency", (join) =>
      join.on(({ eb, ref, fn }) =>
        eb(ref("agency.id"), "=", fn.coalesce("meeting.agencyId", "mail.agencyId")),
      ),
    )
    .leftJoin("area", "area.id", "agency.areaId")
    .leftJoin("query", "query.id", "inboundMail.queryId")
    .where(({ eb, or }) =>
      or([
        eb("inboundMail.agencyId", "is", null),
        eb("inboundMail.agencyId", "=", officer.agencyId ?? ""),
      ]),
    )
    .where(({ eb, or, and, lit }) => {
      if (officer.reach === "country") return lit(true) as never;
      const theirs = or([
        withinReach(officer)(eb as never),
        eb("inboundMail.agencyId", "is not", null),
      ]);
      if (officer.reach === "agency") return theirs;
      return or([
        theirs,
        and([eb("agency.id", "is", null), eb("person.provinceId", "=", officer.provinceId ?? "")]),
        and([eb("agency.id", "is", null), eb("person.id", "is", null)]),
      ]);
    });
}

const PAGE = 50;

/** One page of the mail that came in on one shelf, newest first, and how much is on each. */
export async function listInboundFor(
  db: Db,
  officer: Officer,
  { shelf, page: asked = 1 }: { shelf: InboundShelf; page?: number },
) {
  const counts = await countInboundFor(db, officer);
  const { page, pages, before } = placeOf(counts[shelf], asked, PAGE);
  const mails = await shown(inboundFor(db, officer).where(ON_SHELF[shelf]))
    .orderBy("inboundMail.receivedAt", "desc")
    .orderBy("inboundMail.id")
    .limit(PAGE)
    .offset(before)
    .execute();
  return { mails, page, pages, counts };
}

function shown(query: ReturnType<typeof inboundFor>) {
  return query.select([
    ...([
      "inboundMail.id",
      "inboundMail.receivedAt",
      "inboundMail.from",
      "inboundMail.to",
    ] as const),
    ...(["inboundMail.subject", "inboundMail.bytes", "inboundMail.kind"] as const),
    ...(["inboundMail.outcome", "inboundMail.reason", "inboundMail.trust"] as const),
    ...(["inboundMail.words", "inboundMail.reply", "inboundMail.sequence"] as const),
    ...(["inboundMail.settledAt", "inboundMail.settledByName"] as const),
    ...(["inboundMail.settledAs", "inboundMail.settleReason", "inboundMail.invitationId"] as const),
    "meeting.id as meetingId",
    "meeting.subject as meetingSubject",
    ({ fn }) => fn.coalesce("inboundMail.agencyId", "meeting.agencyId").as("agencyId"),
    ...(["inboundMail.queryId", "query.number as queryNumber"] as const),
    "person.name as personName",
    "mail.toName as letterTo",
  ]);
}

/** How much mail within an officer's reach is on each shelf. */
export async function countInboundFor(
  db: Db,
  officer: Officer,
): Promise<Record<InboundShelf, number>> {
  const counted = await inboundFor(db, officer)
    .select(({ fn, eb }) =>
      INBOUND_SHELVES.map((shelf) =>
        fn
          .sum<number>(
            eb
              .case()
              .when(ON_SHELF[shelf](eb as never))
              .then(1)
              .else(0)
              .end(),
          )
          .as(shelf),
      ),
    )
    .executeTakeFirstOrThrow();
  return Object.fromEntries(
    INBOUND_SHELVES.map((shelf) => [shelf, Number(counted[shelf] ?? 0)]),
  ) as Record<InboundShelf, number>;
}

/** A mail that came in, as it came, if it is within an officer's reach. */
export async function findInboundFor(db: Db, officer: Officer, id: string) {
  return shown(inboundFor(db, officer))
    .select("inboundMail.raw")
    .where("inboundMail.id", "=", id)
    .executeTakeFirst();
}

export type InboundFound = NonNullable<Awaited<ReturnType<typeof findInboundFor>>>;

const MOST_CANDIDATES = 20;

/**
 * Invitations within an officer's reach that a mail may be the answer to: of meetings that have not begun, the one it
 * came for, those of whoever sent it, or those that a search finds by name, address or outlet.
 */
export async function candidatesFor(
  db: Db,
  officer: Officer,
  mail: Pick<Row<"inboundMail">, "from" | "invitationId">,
  { search, now }: { search: string; now: Moment },
) {
  const wanted = search.trim();
  const rows = await db
    .selectFrom("invitation")
    .innerJoin("journalist", "journalist.id", "invitation.journalistId")
    .leftJoin("outlet", "outlet.id", "journalist.outletId")
    .innerJoin("meeting", "meeting.id", "invitation.meetingId")
    .innerJoin("agency", "agency.id", "meeting.agencyId")
    .innerJoin("area", "area.id", "agency.areaId")
    .select(["invitation.id", "journalist.name", "journalist.email", "outlet.name as outletName"])
    .select(["meeting.subject", "meeting.startsAt"])
    .where(withinReach(officer))
    .where("meeting.startsAt", ">", now)
    .where("meeting.cancelledAt", "is", null)
    .where("meeting.postponedAt", "is", null)
    .$if(!wanted, (query) =>
      query.where(({ eb, or, fn }) =>
        or([
          eb("invitation.id", "=", mail.invitationId ?? ""),
          eb(fn("lower", ["journalist.email"]), "=", mail.from.toLowerCase()),
        ]),
      ),
    )
    .orderBy("meeting.startsAt")
    .orderBy("journalist.name")
    .execute();
  return rows
    .filter(({ name, email, outletName }) =>
      holdsWords([name, email, outletName].filter(Boolean).join(" "), wanted),
    )
    .slice(0, MOST_CANDIDATES);
}

export type SettleRefusal = "settled" | "unknown" | "refused";
export type SettleOutcome = { ok: true; name: string } | { ok: false; reason: SettleRefusal };

/**
 * Takes a mail for the answer to an invitation, as an officer reads it. Refused: `settled` by somebody already,
 * `unknown` invitation, or what keeps any answer from being given.
 */
export async function takeAsAnswer(
  db: Db,
  officer: Officer,
  mail: Pick<InboundFound, "id">,
  { invitationId, reply }: { invitationId: string; reply: "coming" | "tentative" | "declined" },
  signed: Signature,
): Promise<SettleOutcome> {
  return allOrNothing<SettleOutcome>(db, async (trx) => {
    const settled = await settle(trx, mail, { as: "taken", reason: null, invitationId }, signed);
    if (!settled) return { ok: false, reason: "settled" };
    const kept = await keepTakenAnswer(trx, officer, invitationId, { reply }, signed);
    if (!kept.ok) return kept;
    await record(trx, signed, {
      act: "inbound.taken",
      about: { id: mail.id },
      agencyId: kept.agencyId,
      particulars: { name: kept.name, reply },
    });
    return { ok: true, name: kept.name };
  });
}

/** Lays a mail aside that somebody has looked at, and why. Refused: `settled` already. */
export async function dismissInbound(
  db: Db,
  mail: Pick<InboundFound, "id" | "from" | "agencyId">,
  reason: string,
  signed: Signature,
): Promise<{ ok: true } | { ok: false; reason: "settled" }> {
  return allOrNothing(db, async (trx) => {
    const settled = await settle(trx, mail, { as: "dismissed", reason }, signed);
    if (!settled) return { ok: false, reason: "settled" } as const;
    await record(trx, signed, {
      act: "inbound.dismissed",
      about: { id: mail.id },
      agencyId: mail.agencyId,
      particulars: { from: mail.from, reason },
    });
    return { ok: true } as const;
  });
}

interface Settled {
  as: NonNullable<Row<"inboundMail">["settledAs"]>;
  reason: string | null;
  invitationId?: string;
  queryId?: string;
  agencyId?: string;
}

/** Writes down that nothing is left to look at; false where somebody was first. */
export async function settle(
  trx: Db,
  { id }: { id: string },
  { as, reason, ...found }: Settled,
  { by, at }: Signature,
): Promise<boolean> {
  const { numUpdatedRows } = await trx
    .updateTable("inboundMail")
    .set({ settledAt: at, settledBy: by.id, settledByName: by.name })
    .set({ settledAs: as, settleReason: reason, ...found })
    .where("id", "=", id)
    .where("settledAt", "is", null)
    .executeTakeFirst();
  return numUpdatedRows > 0n;
}

/** The mail that a query came in by, for its own agency: where it can be read, and how far its sender is known. */
export function letterOfQuery(db: Db, query: { id: string; agencyId: string }) {
  return db
    .selectFrom("inboundMail")
    .select(["id", "trust"])
    .where("queryId", "=", query.id)
    .where("agencyId", "=", query.agencyId)
    .orderBy("receivedAt")
    .executeTakeFirst();
}

/** What was written to a closed agency is read by the one that goes on with its work. */
export async function moveInbound(trx: Db, former: { id: string }, successor: { id: string }) {
  await trx
    .updateTable("inboundMail")
    .set({ agencyId: successor.id })
    .where("agencyId", "=", former.id)
    .execute();
}

/** How much mail about a meeting somebody should look at. */
export async function countOpenOf(db: Db, meetingId: string): Promise<number> {
  const { open } = await db
    .selectFrom("inboundMail")
    .innerJoin("invitation", "invitation.id", "inboundMail.invitationId")
    .select(({ fn }) => fn.countAll<number>().as("open"))
    .where("invitation.meetingId", "=", meetingId)
    .where("inboundMail.settledAt", "is", null)
    .executeTakeFirstOrThrow();
  return Number(open);
}

/** For how many days the bytes of mail are kept that nobody needs to look at any more. */
const KEPT_DAYS = 180;

/** Lets go of the bytes of mail that was settled long ago; what it was and what came of it stays. */
export async function letGoOfBytes(db: Db, now: Moment): Promise<number> {
  const before = later(now, { days: -KEPT_DAYS });
  const { numUpdatedRows } = await db
    .updateTable("inboundMail")
    .set({ raw: null })
    .where("raw", "is not", null)
    .where("settledAt", "<", before)
    .executeTakeFirst();
  return Number(numUpdatedRows);
}
