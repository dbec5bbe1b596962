import type { Blocker, Touched, Undoing } from "#app/domain/spokespersons/import-undoing.server.ts";
import { useLanguage, useMessages } from "#app/i18n/use-messages.ts";
import { paths } from "#app/paths.ts";
import { Badge, type BadgeTone } from "./badge.tsx";
import { useCounted } from "./counted.ts";
import { LinkTo } from "./link.tsx";
import { Table } from "./table.tsx";

const TONES: Record<Touched["kind"], BadgeTone> = {
  entered: "done",
  corrected: "due",
  restored: "plain",
  delegation: "calm",
};

/** How many an import touched, in which ways. */
export function TouchedCounts({ counts }: { counts: Undoing["counts"] }) {
  const words = useMessages().imports;
  const counted = useCounted();
  const sentences: [number, (n: string) => string][] = [
    [counts.entered, words.entered],
    [counts.corrected, words.corrected],
    [counts.restored, words.restored],
    [counts.delegation, words.delegations],
  ];
  return (
    <ul className="list-disc ps-5">
      {sentences.map(
        ([n, sentence]) => n > 0 && <li key={sentence("")}>{sentence(counted(n))}</li>,
      )}
    </ul>
  );
}

/** Whom an import touched: the first couple of hundred, and how many more. */
export function TouchedPeople({ touched, counts }: Pick<Undoing, "touched" | "counts">) {
  const { imports: words, spokespersons, spreadsheets } = useMessages();
  const english = useLanguage() === "en";
  const counted = useCounted();
  const all = Object.values(counts).reduce((sum, n) => sum + n, 0);
  return (
    <>
      <Table
        caption={words.linesOf}
        rows={touched}
        keyOf={({ id }) => id}
        columns={[
          {
            head: spokespersons.form.name,
            names: true,
            cell: ({ name }) => <span className="font-semibold">{name}</span>,
          },
          {
            head: spokespersons.registry.agency,
            cell: ({ agencyId, agencyName, agencyNameEn }) => (
              <LinkTo to={paths.desk.agency({ id: agencyId })}>
                {english ? agencyNameEn : agencyName}
              </LinkTo>
            ),
          },
          {
            head: words.did,
            cell: ({ kind }) => <Badge tone={TONES[kind]}>{words.kinds[kind]}</Badge>,
          },
        ]}
      />
      {all > touched.length && (
        <p className="mt-2 text-soft">{spreadsheets.more(counted(all - touched.length))}</p>
      )}
    </>
  );
}

/** What was built on an import since, and keeps it from being taken back. */
export function Blockers({ blockers }: { blockers: Blocker[] }) {
  const words = useMessages().imports;
  const english = useLanguage() === "en";
  return (
    <ul className="mt-2 list-disc ps-5">
      {blockers.map((one) => (
        <li key={`${one.reason} ${one.agencyId} ${one.name}`}>
          <LinkTo to={paths.desk.agency({ id: one.agencyId })}>
            {one.name}, {english ? one.agencyNameEn : one.agencyName}
          </LinkTo>
          : {words.blockers[one.reason]}
        </li>
      ))}
    </ul>
  );
}
