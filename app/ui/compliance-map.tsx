import type { Standing } from "#app/domain/compliance/compliance.ts";
import { useLocalised, useMessages } from "#app/i18n/use-messages.ts";
import { paths } from "#app/paths.ts";

export interface Tile {
  id: string;
  name: string;
  standing: Standing;
}

const SIZE = 18;
const ACROSS = 16;

/** One tile for each agency of a province, in the order of the table; colour and shape say how it stands. */
export function ComplianceMap({ title, tiles }: { title: string; tiles: Tile[] }) {
  const words = useMessages().compliance;
  const to = useLocalised();
  const rows = Math.ceil(tiles.length / ACROSS);
  return (
    <figure>
      <figcaption className="mb-1 font-semibold">{title}</figcaption>
      <svg viewBox={`0 0 ${ACROSS * SIZE} ${rows * SIZE}`} className="w-full max-w-lg">
        <title>{`${title}: ${words.map}`}</title>
        {tiles.map(({ id, name, standing }, place) => {
          const [x, y] = [(place % ACROSS) * SIZE, Math.floor(place / ACROSS) * SIZE];
          const label = `${name}: ${words.standings[standing]}`;
          return (
            <a key={id} href={to(paths.desk.agency({ id }))} aria-label={label}>
              <title>{label}</title>
              <g transform={`translate(${x} ${y})`}>
                <Shape standing={standing} />
              </g>
            </a>
          );
        })}
      </svg>
    </figure>
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

/** What the shapes mean, with how many there are of each. */
export function ComplianceLegend({ tiles }: { tiles: Tile[] }) {
  const words = useMessages().compliance;
  return (
    <ul className="mb-4 flex flex-wrap gap-x-5 gap-y-1">
      {(["in-order", "lacking", "nobody"] as const).map((standing) => (
        <li key={standing} className="inline-flex items-center gap-2">
          <svg viewBox="0 0 18 18" className="size-4" aria-hidden="true">
            <Shape standing={standing} />
          </svg>
          {words.standings[standing]}: {tiles.filter((tile) => tile.standing === standing).length}
        </li>
      ))}
    </ul>
  );
}
