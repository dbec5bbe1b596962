import { dayOf } from "#app/clock.ts";
import type { Db, Moment } from "#db/tables.ts";
import type { Officer } from "../accounts/officer.ts";
import { lastDeedsOn } from "../audit/listing.server.ts";
import { answersOn } from "./answering.server.ts";
import { lockOf, newestDraft } from "./drafts.server.ts";
import { figuresOf } from "./figure.ts";
import { whereItWent } from "./forwarding.server.ts";
import { contradictionsIn, linesNear } from "./lines.server.ts";
import { listedQuery } from "./listing.server.ts";
import { findQuery, officersOf, promisesOn, type QueryOfAgency } from "./queries.server.ts";
import { becomesPublic, isPublic, phaseOf, whyNotWork } from "./query.ts";
import { isSignedOff, nextStep, stepsOn } from "./signing.server.ts";
import { stateOfTask, tasksOn } from "./tasks.server.ts";

/** All that the desk in charge sees of a query: its clocks, who works on it, what was drafted, asked, said, sent and done. */
export async function deskPage(db: Db, officer: Officer, query: QueryOfAgency, at: Moment) {
  const [listed, promises, tasks, answers, draft, letters, deeds, owners, near, from, went] =
    await Promise.all([
      listedQuery(db, query, at),
      promisesOn(db, query),
      tasksOn(db, query),
      answersOn(db, query),
      newestDraft(db, query),
      lettersOf(db, query),
      lastDeedsOn(db, query),
      officersOf(db, query.agencyId),
      query.outcome ? [] : linesNear(db, { id: query.agencyId }, wordsOf(query), dayOf(at)),
      query.forwardedFromId ? findQuery(db, query.forwardedFromId) : undefined,
      query.outcome === "forwarded" ? whereItWent(db, query) : undefined,
    ]);
  const steps = draft ? await stepsOn(db, query, draft.version) : [];
  const drafted = draft ? figuresOf(draft) : [];
  const next = nextStep(steps);
  const lock = lockOf(query, at);
  const { clocks, urgency } = listed;
  return {
    ...{ clocks, urgency, promises, answers, letters, deeds, steps },
    tasks: tasks.map(({ token, ...task }) => ({ ...task, state: stateOfTask(task, at) })),
    draft: draft ? { version: draft.version, text: draft.text, savedAt: draft.savedAt } : null,
    draftedBy: draft?.byName ?? "",
    figures: drafted,
    contradictions: await contradictionsIn(db, query, drafted, dayOf(at)),
    next: next ? { id: next.id, name: next.name } : null,
    isSignedOff: isSignedOff(steps),
    lock: lock ? { name: lock.name, until: lock.until, mine: lock.by === officer.id } : null,
    owner: owners.find(({ id }) => id === query.ownerId)?.name ?? null,
    near: near.map(({ id, topic, answer }) => ({ id, topic, answer })),
    from: from ? { name: from.agencyName, nameEn: from.agencyNameEn } : null,
    went: went ? { name: went.agencyName, nameEn: went.agencyNameEn, number: went.number } : null,
    phase: phaseOf(query),
    works: whyNotWork(query) === undefined,
    scoop: {
      never: !becomesPublic(query),
      opensAt: query.opensAt,
      isOpen: isPublic(query, at),
      keptBack: query.keptBackAt ? query.keptBackReason : null,
    },
  };
}

export type DeskPage = Awaited<ReturnType<typeof deskPage>>;

const wordsOf = ({ title, text }: QueryOfAgency) => `${title} ${text}`;

function lettersOf(db: Db, { id }: { id: string }) {
  return db
    .selectFrom("mail")
    .select(["id", "kind", "to", "stage", "postedAt", "sentAt", "problem"])
    .where("queryId", "=", id)
    .orderBy("postedAt")
    .orderBy("id")
    .execute();
}
