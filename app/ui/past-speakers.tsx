import type { Committee } from "#app/domain/areas/committee.ts";
import { isDay, shortWhen } from "#app/domain/spokespersons/speaker.ts";
import type { Term } from "#app/domain/spokespersons/term.ts";
import { shortDay } from "#app/i18n/dates.ts";
import { useMessages } from "#app/i18n/use-messages.ts";
import { paths } from "#app/paths.ts";
import type { Day, Moment } from "#db/tables.ts";
import { useNames } from "./area-name.ts";
import { Badge } from "./badge.tsx";
import { LinkTo } from "./link.tsx";
import { Timeline } from "./timeline.tsx";

interface Who {
  name: string;
  position: string;
}

interface Instead {
  agency: Committee;
  speaker: Who;
}

/** Nobody on record for a day that is over: says so, who spoke by the rules of then, and who did for the province. */
export function NobodySpoke({ agency, instead }: { agency: Committee; instead: Instead | null }) {
  const words = useMessages().formerUnits.page;
  const { name } = useNames();
  return (
    <div className="mb-4 rounded-md border border-dashed border-edge bg-sheet p-4 sm:p-6">
      <Badge tone="due">{words.nobody}</Badge>
      <p className="mt-3">{words.byLaw(name(agency))}</p>
      {instead && (
        <div className="mt-3">
          <p>{words.instead(name(instead.agency))}</p>
          <PastSpeakerLine speaker={instead.speaker} />
        </div>
      )}
    </div>
  );
}

/** Who it was, in a line: nobody there is to be called any more. */
export function PastSpeakerLine({ speaker: { name, position } }: { speaker: Who }) {
  return (
    <p>
      <strong>{name}</strong>, {position}
    </p>
  );
}

interface Unit {
  area: { era: "2004" | "2025"; code: string };
  until: Day; // its last day
}

/** Everybody who spoke for a former unit, as a picture and one by one, each with the decision and a day to look at. */
export function PastSpeakers({ terms, unit, at }: { terms: Term[]; unit: Unit; at: Moment }) {
  const { formerUnits, spokespersons } = useMessages();
  const { capacity, facts } = spokespersons;
  const words = formerUnits.page;
  return (
    <>
      <p className="mb-3 text-soft">{words.historyLead(shortDay(unit.until))}</p>
      <Timeline terms={terms} at={at} until={unit.until} />
      <ul className="mt-4 mb-4 rounded-md border border-line bg-sheet">
        {terms.map((term) => (
          <li key={term.id} className="border-t border-line p-4 first:border-t-0">
            <p className="text-lg">
              <LinkTo to={paths.area(unit.area, dayIn(term.from))} className="font-semibold">
                {term.name}
              </LinkTo>
              , {term.position}
            </p>
            <p>
              {capacity[term.capacity]}
              {term.matter && `: ${term.matter}`}
            </p>
            <p className="text-soft">
              {words.decided(
                (term.kind === "delegation" ? facts.document : facts.decision)(
                  term.basis.number,
                  shortDay(term.basis.date),
                ),
                words.span(shortWhen(term.from), shortWhen(term.until ?? unit.until)),
              )}
            </p>
          </li>
        ))}
      </ul>
    </>
  );
}

/** A day as it is, a moment whole: a delegation may begin at noon. */
function dayIn(when: Day | Moment): string {
  return isDay(when) ? when : when.replace(/\.000Z$/, "Z");
}
