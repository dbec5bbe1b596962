import type { Speaker } from "#app/domain/spokespersons/speaker.ts";
import { useMessages } from "#app/i18n/use-messages.ts";
import { paths } from "#app/paths.ts";
import { useNames } from "./area-name.ts";
import { useSpeakerColumns } from "./commune-table.tsx";
import { LinkTo } from "./link.tsx";
import { Table } from "./table.tsx";

interface Beside {
  agency: { id: string; name: string; nameEn: string };
  speaker: Pick<Speaker, "name" | "position" | "phone"> | null;
}

/** The departments and other agencies of a province, each with the one to ask first; nothing where none is on record. */
export function AgencyTable({ agencies, on }: { agencies: Beside[]; on?: string }) {
  const words = useMessages().agencies.beside;
  const { name } = useNames();
  const columns = useSpeakerColumns<Beside>({
    head: words.agency,
    names: true,
    cell: ({ agency }) => <LinkTo to={paths.agency(agency, on)}>{name(agency)}</LinkTo>,
  });
  if (agencies.length === 0) return null;
  const designated = agencies.filter(({ speaker }) => speaker).length;
  return (
    <section className="mb-6" aria-labelledby="beside">
      <h2 id="beside" className="text-xl">
        {words.title}
      </h2>
      <p className="mb-3 text-soft">{words.count(agencies.length, designated)}</p>
      <Table
        caption={words.title}
        columns={columns}
        rows={agencies}
        keyOf={({ agency }) => agency.id}
      />
    </section>
  );
}
