import type { FormerUnitNote } from "#app/domain/spokespersons/former-books.server.ts";
import { useMessages } from "#app/i18n/use-messages.ts";
import { Notice } from "./notice.tsx";

/** That a unit is no more, and by whose rules of the time its books are kept. */
export function FormerUnitLaw({ since, law }: FormerUnitNote) {
  const words = useMessages().formerUnits.desk;
  const grantees: Record<string, string> = words.grantees;
  return (
    <Notice title={words.over(since)}>
      <p>{words.overLead}</p>
      {law && (
        <p>
          {words.law(law.legalRef)} {grantees[law.grantee]}
        </p>
      )}
    </Notice>
  );
}
