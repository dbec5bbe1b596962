import { publicPage } from "#app/domain/agencies/agency.ts";
import type { Successor } from "#app/domain/spokespersons/lookup.ts";
import type { Speaker } from "#app/domain/spokespersons/speaker.ts";
import { useMessages } from "#app/i18n/use-messages.ts";
import { paths } from "#app/paths.ts";
import type { Linked } from "./agency-cards.tsx";
import { useNames } from "./area-name.ts";
import { LinkTo } from "./link.tsx";
import { telephone } from "./spokesperson-card.tsx";
import { type Column, Table } from "./table.tsx";

type Commune = Omit<Successor, "extent"> & {
  closed: { successors: Linked[] } | null;
};

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
  const open = communes.filter(({ closed }) => !closed).length;
  const designated = communes.filter(({ speaker }) => speaker).length;
  return (
    <section className="mb-6" aria-labelledby="communes">
      <h2 id="communes" className="text-xl">
        {text.title}
      </h2>
      <p className="mb-3 text-soft">{text.count(open, designated)}</p>
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
  Row extends {
    speaker: Pick<Speaker, "name" | "position" | "phone"> | null;
    closed?: { successors: Linked[] } | null;
  },
>(what: Column<Row>): Column<Row>[] {
  const words = useMessages().areas;
  const text = words.communes;
  return [
    what,
    {
      head: text.speaker,
      cell: ({ speaker, closed }) => {
        if (speaker) return speaker.name;
        if (closed) return <Closed successors={closed.successors} />;
        return <span className="text-late">{words.nobodyShort}</span>;
      },
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

/** A committee that is no more, with whoever goes on with its work. */
function Closed({ successors }: { successors: Linked[] }) {
  const words = useMessages().agencies.closed;
  const { name } = useNames();
  return (
    <>
      {words.badge}
      {successors.map((one) => (
        <span key={one.id} className="block text-soft">
          → <LinkTo to={publicPage(one)}>{name(one)}</LinkTo>
        </span>
      ))}
    </>
  );
}
