import { useMessages } from "#app/i18n/use-messages.ts";
import { paths } from "#app/paths.ts";
import { useNames } from "./area-name.ts";
import { useCounted } from "./counted.ts";
import { LinkTo } from "./link.tsx";

/** Agencies of which nothing is entered: hundreds of empty lines would hide the others. */
export function EmptyBooks({
  year,
  agencies,
}: {
  year: number;
  agencies: { agency: { id: string; name: string; nameEn: string } }[];
}) {
  const words = useMessages().reports.readiness;
  const { name } = useNames();
  const number = useCounted();
  if (agencies.length === 0) return null;
  return (
    <details className="mb-3 rounded-md border border-line bg-sheet p-4">
      <summary>
        {words.nothing}: {number(agencies.length)}
      </summary>
      <ul className="mt-3 gap-6 text-sm sm:columns-2 lg:columns-3">
        {agencies.map(({ agency }) => (
          <li key={agency.id} className="py-1">
            <LinkTo many to={paths.desk.annualReport(year, { agency: agency.id })}>
              {name(agency)}
            </LinkTo>
          </li>
        ))}
      </ul>
    </details>
  );
}
