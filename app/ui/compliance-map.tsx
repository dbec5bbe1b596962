import { STANDINGS, type Standing } from "#app/domain/compliance/compliance.ts";
import { useLocalised, useMessages } from "#app/i18n/use-messages.ts";
import { paths } from "#app/paths.ts";
import { useCounted } from "./counted.ts";

export interface Tile {
  id: string;
  name: string;
  standing: Standing;
}

/**
 * One tile for each agency of a province, in the order of the table; colour and shape say how it stands. As many
 * in a row as there is room for, wide enough for a finger.
 */
export function ComplianceMap({ title, tiles }: { title: string; tiles: Tile[] }) {
  const words = useMessages().compliance;
  const to = useLocalised();
  return (
    <section aria-label={`${title}: ${words.map}`}>
      <ul className="grid grid-cols-[repeat(auto-fill,minmax(2.25rem,1fr))]">
        {tiles.map(({ id, name, standing }) => (
          <li key={id}>
            <a href={to(paths.desk.agency({ id }))} className="block">
              <svg viewBox="0 0 18 18" role="img">
                <title>{`${name}: ${words.standings[standing]}`}</title>
                <use href={`#${standing}`} />
              </svg>
            </a>
          </li>
        ))}
      </ul>
    </section>
  );
}

const SIDE = 18;
const IN_A_ROW = 24;

/** The agencies of a province as one small picture, a tile for each; drawn as three paths, however many they are. */
export function ComplianceTiles({ standings }: { standings: Standing[] }) {
  const label = useStandingCounts()(standings);
  const rows = Math.ceil(standings.length / IN_A_ROW);
  return (
    <svg viewBox={`0 0 ${IN_A_ROW * SIDE} ${rows * SIDE}`} role="img" aria-label={label}>
      {STANDINGS.filter((standing) => standings.includes(standing)).map((standing) => (
        <path
          key={standing}
          className={COLOURS[standing]}
          d={standings.map((one, i) => (one === standing ? drawn(one, i) : "")).join("")}
        />
      ))}
    </svg>
  );
}

function drawn(standing: Standing, place: number): string {
  const x = (place % IN_A_ROW) * SIDE;
  const y = Math.floor(place / IN_A_ROW) * SIDE;
  return `M${x + 1} ${y + 1}${OUTLINES[standing]}`;
}

/** A full tile, one with a corner missing, and an empty one with a cross: told apart without colour too. */
const OUTLINES: Record<Standing, string> = {
  "in-order": "h16v16h-16z",
  lacking: "h16v7l-9 9h-7z",
  nobody: "h16v16h-16zm4 4l8 8m0-8l-8 8",
};
const COLOURS: Record<Standing, string> = {
  "in-order": "fill-done",
  lacking: "fill-due",
  nobody: "fill-late-wash stroke-late",
};

/** "Đủ cả: 3 · Còn thiếu: 9": how many stand how, without those that nobody is. */
function useStandingCounts() {
  const words = useMessages().compliance;
  const counted = useCounted();
  return (standings: Standing[]) =>
    STANDINGS.map((standing) => ({ standing, all: standings.filter((one) => one === standing) }))
      .filter(({ all }) => all.length > 0)
      .map(({ standing, all }) => `${words.standings[standing]}: ${counted(all.length)}`)
      .join(" · ");
}

/** What the shapes mean, with how many there are of each; the tiles of the maps are drawn after these. */
export function ComplianceLegend({ standings }: { standings: Standing[] }) {
  const words = useMessages().compliance;
  const counted = useCounted();
  return (
    <ul className="mb-4 flex flex-wrap gap-x-5 gap-y-1">
      {STANDINGS.map((standing) => (
        <li key={standing} className="inline-flex items-center gap-2">
          <svg viewBox="0 0 18 18" className="size-4" aria-hidden="true">
            <symbol id={standing} viewBox="0 0 18 18">
              <path className={COLOURS[standing]} d={`M1 1${OUTLINES[standing]}`} />
            </symbol>
            <use href={`#${standing}`} />
          </svg>
          {words.standings[standing]}: {counted(standings.filter((one) => one === standing).length)}
        </li>
      ))}
    </ul>
  );
}
