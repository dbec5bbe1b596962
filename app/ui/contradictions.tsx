import type { Contradiction } from "#app/domain/queries/figure.ts";
import { shortDay } from "#app/i18n/dates.ts";
import { useMessages } from "#app/i18n/use-messages.ts";
import { paths } from "#app/paths.ts";
import { LinkTo } from "./link.tsx";
import { Notice } from "./notice.tsx";

/** A figure of the draft beside what was published under its name: both are shown, and somebody decides. */
export function Contradictions({ contradictions }: { contradictions: Contradiction[] }) {
  const says = useMessages().queries.page;
  if (contradictions.length === 0) return null;
  return (
    <Notice tone="problem" title={says.contradiction}>
      <ul className="mt-2 grid gap-2">
        {contradictions.map(({ drafted, published }) => (
          <li key={`${published.lineId ?? published.answerId} ${drafted.name} ${published.value}`}>
            <strong>{says.contradictionLine(drafted.name)}</strong>
            <span className="block">
              {says.drafted}:{" "}
              {says.figure(drafted.value, drafted.unit, shortDay(drafted.day), drafted.source)}
            </span>
            <span className="block">
              {says.published} (
              {published.lineId ? (
                <LinkTo to={paths.desk.line({ id: published.lineId })}>{says.inLine}</LinkTo>
              ) : (
                says.inAnswer
              )}
              ):{" "}
              {says.figure(
                ...([published.value, published.unit, shortDay(published.day)] as const),
                published.source,
              )}
            </span>
          </li>
        ))}
      </ul>
    </Notice>
  );
}
