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

type Commune = Omit<Successor, "extent"> & { closed: Closed | null };

/** That an agency is no more, and who goes on with its work. */
interface Closed {
  successors: Linked[];
}

/** Every unit of a province with the one to ask first; those without anyone are marked. */
export function CommuneTable({ communes, on }: { communes: Commune[]; on?: string }) {
  const words = useMessages().areas.communes;
  const { fullName } = useNames();
  return (
    <SpeakerTable
      id="communes"
      words={words}
      rows={communes}
      keyOf={({ area }) => area.code}
      what={{
        head: words.unit,
        cell: ({ area }) => <LinkTo to={paths.area(area, on)}>{fullName(area)}</LinkTo>,
      }}
    />
  );
}

interface Beside {
  closed?: Closed | null;
  agency: { id: string; name: string; nameEn: string };
  speaker: Pick<Speaker, "name" | "position" | "phone"> | null;
}

/** The departments and other agencies of a province, each with the one to ask first; nothing where none is on record. */
export function AgencyTable({ agencies, on }: { agencies: Beside[]; on?: string }) {
  const words = useMessages().agencies.beside;
  const { name } = useNames();
  if (agencies.length === 0) return null;
  return (
    <SpeakerTable
      id="beside"
      words={words}
      rows={agencies}
      keyOf={({ agency }) => agency.id}
      what={{
        head: words.agency,
        cell: ({ agency }) => <LinkTo to={paths.agency(agency, on)}>{name(agency)}</LinkTo>,
      }}
    />
  );
}

/** Those who are told apart by what they are, with the one to ask first: name, position, telephone. */
function SpeakerTable<Row extends Pick<Beside, "speaker" | "closed">>({
  id,
  words,
  rows,
  keyOf,
  what,
}: {
  id: string;
  words: { title: string; count: (all: number, designated: number) => string };
  rows: Row[];
  keyOf: (row: Row) => string;
  what: Column<Row>;
}) {
  const { communes: heads, nobodyShort } = useMessages().areas;
  const designated = rows.filter(({ speaker }) => speaker).length;
  return (
    <section className="mb-6" aria-labelledby={id}>
      <h2 id={id} className="text-xl">
        {words.title}
      </h2>
      <p className="mb-3 text-soft">
        {words.count(rows.filter(({ closed }) => !closed).length, designated)}
      </p>
      <Table
        caption={words.title}
        rows={rows}
        keyOf={keyOf}
        columns={[
          { ...what, names: true },
          {
            head: heads.speaker,
            cell: ({ speaker, closed }) => {
              if (speaker) return speaker.name;
              if (closed) return <NoMore successors={closed.successors} />;
              return <span className="text-late">{nobodyShort}</span>;
            },
          },
          { head: heads.position, cell: ({ speaker }) => speaker?.position },
          {
            head: heads.phone,
            cell: ({ speaker }) =>
              speaker && (
                <a href={telephone(speaker.phone)} className="whitespace-nowrap">
                  {speaker.phone}
                </a>
              ),
          },
        ]}
      />
    </section>
  );
}

/** A committee that is no more, with whoever goes on with its work. */
function NoMore({ successors }: { successors: Linked[] }) {
  const words = useMessages().offices;
  const { name } = useNames();
  return (
    <>
      {words.noMore}
      {successors.map((one) => (
        <span key={one.id} className="block text-soft">
          → <LinkTo to={publicPage(one)}>{name(one)}</LinkTo>
        </span>
      ))}
    </>
  );
}
