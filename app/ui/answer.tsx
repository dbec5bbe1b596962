import { ArrowRight } from "lucide-react";
import { Fragment } from "react";
import { dayOf, readDay } from "#app/clock.ts";
import type { Answer, Successor } from "#app/domain/spokespersons/lookup.ts";
import type { Speaker } from "#app/domain/spokespersons/speaker.ts";
import { shortDay } from "#app/i18n/dates.ts";
import { useLocalised, useMessages } from "#app/i18n/use-messages.ts";
import { paths } from "#app/paths.ts";
import { AgencyClosed } from "./agency-cards.tsx";
import { useNames } from "./area-name.ts";
import { Badge } from "./badge.tsx";
import { LinkTo } from "./link.tsx";
import { NobodySpoke, PastSpeakerLine } from "./past-speakers.tsx";
import { AskInstead, NobodySpeaks, SpeakerLine, SpokespersonCard } from "./spokesperson-card.tsx";
import { UnitsBefore } from "./units-before.tsx";

interface Shown {
  answer: Answer;
  on?: string;
}

/** With what the address of an answer begins, and for which day it stands: for answers of today, which can be kept. */
interface ToKeep {
  origin: string;
  day: string;
}

/** The best answer, whole: what was found, and whom to ask. */
export function AnswerCard({ answer, on, keep }: Shown & { keep?: ToKeep }) {
  const { area, agency, closed, instead, existed } = answer;
  const words = useMessages();
  const to = useLocalised();
  const speaker = speakerMeant(answer);
  return (
    <article>
      <header className="mb-4">
        <h3 className="text-2xl">
          <LinkTo to={pathOf(answer, on)}>
            <AnswerName answer={answer} />
          </LinkTo>
        </h3>
        <Whereabouts answer={answer} />
      </header>
      {speaker && (
        <SpokespersonCard
          speaker={speaker}
          level={4}
          past={!area.current}
          permalink={keep && keep.origin + to(pathOf(answer, keep.day))}
        />
      )}
      {closed && (
        <>
          <AgencyClosed {...closed} />
          {instead && <AskInstead instead={instead} />}
        </>
      )}
      {agency && !speaker && !closed && existed && (
        <Nobody agency={agency} instead={instead} wasFormer={!area.current} />
      )}
      {!area.current && <Became answer={answer} on={on} keep={keep} />}
      {area.current && !existed && <NotThere answer={answer} on={on} />}
      <p>
        <LinkTo to={pathOf(answer, on)} className="inline-flex items-center gap-1.5 py-2">
          {words.site.home.more}
          <ArrowRight aria-hidden="true" className="size-4" />
        </LinkTo>
      </p>
    </article>
  );
}

/** What a former unit became: the one it went into with its spokesperson, or each of several. */
function Became({
  answer: { agency, successors, instead },
  on: asked,
  keep,
}: Shown & { keep?: ToKeep }) {
  const words = useMessages().areas;
  const to = useLocalised();
  const { fullName, name } = useNames();
  const [only] = successors.length === 1 ? successors : [];
  // On a day on which the former unit was there, none of these was.
  const isOver = agency === null;
  const on = isOver ? asked : undefined;
  if (!only)
    return (
      <>
        <h4 className="text-lg font-semibold">{words.former.several(successors.length)}</h4>
        {isOver && <p className="mb-2">{words.former.many}</p>}
        <Successors successors={successors} on={on} />
        {isOver && instead && <AskInstead instead={instead} />}
      </>
    );
  return (
    <>
      <h4 className="mb-3 text-lg">
        {words.former.successors}{" "}
        <LinkTo to={paths.area(only.area, on)} className="font-semibold">
          {fullName(only.area)}
        </LinkTo>
        {only.area.level !== "province" && `, ${name(only.area.province)}`}
      </h4>
      {only.speaker && (
        <SpokespersonCard
          speaker={only.speaker}
          level={4}
          permalink={keep && keep.origin + to(paths.area(only.area, keep.day))}
        />
      )}
      {!only.speaker && only.existed && <NobodySpeaks agency={only.agency} instead={instead} />}
    </>
  );
}

/** A further answer in a few lines. */
export function AnswerRow({ answer, on }: Shown) {
  const { area, agency, closed, successors, existed } = answer;
  const { areas: words, agencies } = useMessages();
  const speaker = speakerMeant(answer);
  return (
    <li className="border-t border-line py-3">
      <p className="text-lg">
        <LinkTo to={pathOf(answer, on)} className="font-semibold">
          <AnswerName answer={answer} />
        </LinkTo>
      </p>
      <Whereabouts answer={answer} />
      {speaker &&
        (area.current ? <SpeakerLine speaker={speaker} /> : <PastSpeakerLine speaker={speaker} />)}
      {agency && existed && !speaker && (
        <p className="text-late">
          {closed ? agencies.closed.since(shortDay(closed.since)) : words.nobodyShort}
        </p>
      )}
      {area.current && !existed && <NotThere answer={answer} on={on} />}
      {!area.current && <SuccessorLinks successors={successors} on={agency ? undefined : on} />}
    </li>
  );
}

/** A department by its own name, anything else by its unit's. */
function AnswerName({ answer: { area, agency } }: { answer: Answer }) {
  const { name, fullName } = useNames();
  return <>{agency?.kind ? name(agency) : fullName(area)}</>;
}

function pathOf({ area, agency }: Answer, on?: string): string {
  return agency?.kind ? paths.agency(agency, on) : paths.area(area, on);
}

/** What tells an answer from all others: one place may be meant by several names and people. */
export function keyOf({ area, agency, matched }: Answer): string {
  return [area.id, agency?.kind && agency.id, matched.via, matched.text].join(" ");
}

/** The one that was asked for by name or number; else the one to ask first. */
function speakerMeant({ speakers, matched: { via, text } }: Answer): Speaker | undefined {
  const meant = speakers.find(
    ({ name, phone }) => (via === "person" && name === text) || (via === "phone" && phone === text),
  );
  return meant ?? speakers[0];
}

/** The province, always; the district of a former unit; the name by which it was found, if it is another. */
function Whereabouts({ answer: { area, agency, matched } }: { answer: Answer }) {
  const words = useMessages().areas;
  const { name, fullName, district } = useNames();
  const isOwnName = matched.via === "agency" && matched.text === agency?.name;
  const found = isOwnName ? "" : words.matched[matched.via](matched.text);
  const isProvince = area.level === "province";
  return (
    <p className="flex flex-wrap items-center gap-x-3 gap-y-1 text-soft">
      {isProvince && agency?.kind && <span>{fullName(area)}</span>}
      {!isProvince && (
        <span>{[district(area), name(area.province)].filter(Boolean).join(", ")}</span>
      )}
      {!area.current && <Badge>{words.formerMark}</Badge>}
      {found && <span>{found}</span>}
    </p>
  );
}

function Nobody({
  wasFormer,
  ...nobody
}: Parameters<typeof NobodySpeaks>[0] & { wasFormer: boolean }) {
  return wasFormer ? <NobodySpoke {...nobody} /> : <NobodySpeaks {...nobody} />;
}

/** Not yet, and what was there then. */
function NotThere({ answer: { area, before }, on = "" }: Shown) {
  const words = useMessages().areas;
  const day = readDay(on) ?? (on ? dayOf(on) : (area.from ?? ""));
  return (
    <p className="text-soft">
      {words.notYet(shortDay(day))}.
      <UnitsBefore units={before} on={on} />
    </p>
  );
}

/** Everything that a former unit became, each with the one to ask first. */
export function Successors({ successors, on }: { successors: Successor[]; on?: string }) {
  const words = useMessages().areas;
  const { fullName, name } = useNames();
  return (
    <ul className="mb-4 rounded-md border border-line bg-sheet">
      {successors.map(({ area, extent, existed, speaker }) => (
        <li key={area.id} className="border-t border-line p-4 first:border-t-0">
          <p>
            <LinkTo to={paths.area(area, on)} className="text-lg font-semibold">
              {fullName(area)}
            </LinkTo>{" "}
            <span className="text-soft">
              {[
                area.level !== "province" && name(area.province),
                successors.length > 1 && extentOf(words.extents, extent),
              ]
                .filter(Boolean)
                .join(" · ")}
            </span>
          </p>
          {speaker && <SpeakerLine speaker={speaker} />}
          {!speaker && existed && <p className="text-late">{words.nobodyShort}</p>}
        </li>
      ))}
    </ul>
  );
}

function SuccessorLinks({ successors, on }: { successors: Successor[]; on?: string }) {
  const words = useMessages().areas;
  const { fullName } = useNames();
  const [only] = successors.length === 1 ? successors : [];
  return (
    <>
      <p>
        {words.nowIs}{" "}
        {successors.map(({ area }, i) => (
          <Fragment key={area.id}>
            {i > 0 && ", "}
            <LinkTo to={paths.area(area, on)}>{fullName(area)}</LinkTo>
          </Fragment>
        ))}
      </p>
      {only?.speaker && <SpeakerLine speaker={only.speaker} />}
    </>
  );
}

export function extentOf(extents: Record<string, string>, extent: string): string {
  return extents[extent] ?? extent;
}
