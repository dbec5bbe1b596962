import type { Assignment } from "#app/domain/spokespersons/assignment.ts";
import type { Delegation } from "#app/domain/spokespersons/delegation.ts";
import { shortDay } from "#app/i18n/dates.ts";
import { useMessages } from "#app/i18n/use-messages.ts";
import { Card, Facts } from "./card.tsx";
import { DayText, TimeText } from "./time.tsx";

type Named<Entry> = Entry & { name: string };

/** An assignment as the books have it, above a form that does something about it. */
export function AssignmentCard({ assignment }: { assignment: Named<Assignment> }) {
  const { facts, capacity } = useMessages().spokespersons;
  const { name, untilDay, decisionNo, decisionDay } = assignment;
  return (
    <Card title={name}>
      <Facts
        facts={[
          [facts.position, assignment.position],
          [facts.phone, assignment.phone],
          [facts.email, assignment.email],
          [facts.capacity, capacity[assignment.capacity]],
          [facts.since, <DayText key="from" day={assignment.fromDay} />],
          [facts.until, untilDay ? <DayText key="until" day={untilDay} /> : facts.noEnd],
          [facts.basis, facts.decision(decisionNo, shortDay(decisionDay))],
        ]}
      />
    </Card>
  );
}

/** The same of a delegation. */
export function DelegationCard({ delegation }: { delegation: Named<Delegation> }) {
  const { facts } = useMessages().spokespersons;
  const { name, documentNo, documentDay } = delegation;
  return (
    <Card title={name}>
      <Facts
        facts={[
          [facts.position, delegation.position],
          [facts.matter, delegation.matter],
          [facts.since, <TimeText key="from" at={delegation.fromAt} />],
          [facts.until, <TimeText key="until" at={delegation.untilAt} />],
          [facts.basis, facts.document(documentNo, shortDay(documentDay))],
        ]}
      />
    </Card>
  );
}
