import { PAPERS } from "#app/domain/attendance/attendance.ts";
import { useMessages } from "#app/i18n/use-messages.ts";
import { Button } from "./button.tsx";
import { PlainSelect, PlainText } from "./plain-field.tsx";

/** Who came without an invitation: no more than is needed, and no picture of anything. */
export function WalkInFields({
  deed,
  given = {},
  problems = {},
}: {
  deed: string;
  given?: Record<string, string | undefined>;
  problems?: Record<string, string | undefined>;
}) {
  const { door, papers } = useMessages().attendance;
  return (
    <div className="grid gap-4">
      <input type="hidden" name="id" value={deed} />
      <PlainText
        name="name"
        label={door.name}
        required
        maxLength={120}
        autoComplete="off"
        defaultValue={given.name}
        problem={problems.name}
      />
      <PlainText
        name="outletName"
        label={door.outlet}
        maxLength={200}
        autoComplete="off"
        defaultValue={given.outletName}
        problem={problems.outletName}
      />
      <PlainSelect
        name="paper"
        label={door.seen}
        blank={door.notSeen}
        value={given.paper}
        options={PAPERS.map((value) => ({ value, label: papers[value] }))}
      />
      <PlainText
        name="email"
        type="email"
        label={door.email}
        hint={door.emailHint}
        maxLength={254}
        autoComplete="off"
        defaultValue={given.email}
        problem={problems.email}
      />
      <Button>{door.add}</Button>
    </div>
  );
}
