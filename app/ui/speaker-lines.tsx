import type { Meeting } from "#app/domain/meetings/meeting.ts";
import { useMessages } from "#app/i18n/use-messages.ts";

interface Person {
  id: string;
  name: string;
  position: string | null;
  capacity: "head" | "regular" | "authorised" | null;
}

/** Everybody who speaks at a meeting, the first spokesperson first, each as they were when chosen. */
export function SpeakerLines({
  meeting,
  others,
}: {
  meeting: Pick<Meeting, "spokespersonName" | "spokespersonPosition" | "spokespersonCapacity">;
  others: Person[];
}) {
  const capacities = useMessages().spokespersons.capacity;
  const { spokespersonName: name, spokespersonPosition, spokespersonCapacity } = meeting;
  const first: Person[] = name
    ? [{ id: "first", name, position: spokespersonPosition, capacity: spokespersonCapacity }]
    : [];
  return (
    <ul className="grid gap-2">
      {[...first, ...others].map(({ id, name, position, capacity }) => (
        <li key={id} className="wrap-anywhere">
          <strong>{name}</strong>
          <span className="block text-soft">
            {[position, capacity && capacities[capacity].toLowerCase()].filter(Boolean).join(", ")}
          </span>
        </li>
      ))}
    </ul>
  );
}
