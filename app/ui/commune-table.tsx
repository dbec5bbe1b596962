import type { Successor } from "#app/domain/spokespersons/lookup.ts";
import type { Speaker } from "#app/domain/spokespersons/speaker.ts";
import { useMessages } from "#app/i18n/use-messages.ts";
import { paths } from "#app/paths.ts";
import { useNames } from "./area-name.ts";
import { LinkTo } from "./link.tsx";
import { telephone } from "./spokesperson-card.tsx";
import { type Column, Table } from "./table.tsx";

type Commune = Omit<Successor, "extent">;

/** Every unit of a province with the one to ask first; those without anyone are marked. */
export function CommuneTable({ communes, on }: { communes: Commune[]; on?: string }) {
  const words = useMessages().areas;
  const { fullName } = useNames();
  const text = words.communes;
  const columns = useSpeakerColumns<Commune>({
    head: text.unit,
    names: true,
    cell: ({ area }) => <LinkTo to={paths.area(area, on)}>{fullName(area)}</LinkTo>,
  });
  const designated = communes.filter(({ speaker }) => speaker).length;
  return (
    <section className="mb-6" aria-labelledby="communes">
      <h2 id="communes" className="text-xl">
        {text.title}
      </h2>
      <p className="mb-3 text-soft">{text.count(communes.length, designated)}</p>
      <Table
        caption={text.title}
        columns={columns}
        rows={communes}
        keyOf={({ area }) => area.code}
      />
    </section>
  );
}

/** What a row is, then the one to ask first there: name, position, telephone. */
export function useSpeakerColumns<
  Row extends { speaker: Pick<Speaker, "name" | "position" | "phone"> | null },
>(what: Column<Row>): Column<Row>[] {
  const words = useMessages().areas;
  const text = words.communes;
  return [
    what,
    {
      head: text.speaker,
      cell: ({ speaker }) =>
        speaker ? speaker.name : <span className="text-late">{words.nobodyShort}</span>,
    },
    { head: text.position, cell: ({ speaker }) => speaker?.position },
    {
      head: text.phone,
      cell: ({ speaker }) =>
        speaker && (
          <a href={telephone(speaker.phone)} className="whitespace-nowrap">
            {speaker.phone}
          </a>
        ),
    },
  ];
}
