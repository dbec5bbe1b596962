import type { Standing } from "#app/domain/compliance/compliance.ts";
import { useLocalised, useMessages } from "#app/i18n/use-messages.ts";
import { paths } from "#app/paths.ts";

export interface Tile {
  id: string;
  name: string;
  standing: Standing;
}

/**
 * One tile for each agency of a province, in the order of the table; colour and shape say how it stands. As many
 * in a row as there is room for: wide enough for a finger, larger where a province is alone on the page.
 */
export function ComplianceMap({
  title,
  tiles,
  alone = false,
}: {
  title: string;
  tiles: Tile[];
  alone?: boolean;
}) {
  const words = useMessages().compliance;
  const to = useLocalised();
  const columns = alone
    ? "grid-cols-[repeat(auto-fill,minmax(2.25rem,1fr))]"
    : "grid-cols-[repeat(auto-fill,minmax(1.5rem,1fr))]";
  return (
    <section aria-label={`${title}: ${words.map}`}>
      <h3 className="mb-1 text-base">{title}</h3>
      <ul className={`grid ${columns}`}>
        {tiles.map(({ id, name, standing }) => {
          const label = `${name}: ${words.standings[standing]}`;
          return (
            <li key={id}>
              <a href={to(paths.desk.agency({ id }))} title={label} className="block">
                <svg viewBox="0 0 18 18" role="img" aria-label={label}>
                  <use href={`#${standing}`} />
                </svg>
              </a>
            </li>
          );
        })}
      </ul>
    </section>
  );
}

/** A full tile, one with a corner missing, and an empty one with a cross: told apart without colour too. */
function Shape({ standing }: { standing: Standing }) {
  if (standing === "in-order")
    return <rect x="1" y="1" width="16" height="16" className="fill-done" />;
  if (standing === "lacking") return <path d="M1 1h16v7l-9 9H1z" className="fill-due" />;
  return (
    <>
      <rect x="1.5" y="1.5" width="15" height="15" className="fill-late-wash stroke-late" />
      <path d="M5 5l8 8M13 5l-8 8" className="stroke-late" strokeWidth="1.5" />
    </>
  );
}

/** What the shapes mean, with how many there are of each; the tiles of the maps are drawn after these. */
export function ComplianceLegend({ tiles }: { tiles: Tile[] }) {
  const words = useMessages().compliance;
  return (
    <ul className="mb-4 flex flex-wrap gap-x-5 gap-y-1">
      {(["in-order", "lacking", "nobody"] as const).map((standing) => (
        <li key={standing} className="inline-flex items-center gap-2">
          <svg viewBox="0 0 18 18" className="size-4" aria-hidden="true">
            <symbol id={standing} viewBox="0 0 18 18">
              <Shape standing={standing} />
            </symbol>
            <use href={`#${standing}`} />
          </svg>
          {words.standings[standing]}: {tiles.filter((tile) => tile.standing === standing).length}
        </li>
      ))}
    </ul>
  );
}
