import type { Needs } from "#app/domain/invitations/guest-list.server.ts";
import { useMessages, useNumber } from "#app/i18n/use-messages.ts";
import { Card, Facts } from "./card.tsx";

/** What the clerk has to prepare for those who come: places for cameras, sockets, interpreters. */
export function GuestNeeds({ needs }: { needs: Needs }) {
  const { desk, fields } = useMessages().answers;
  const number = useNumber();
  const counts = [
    [desk.needsOf.cameras, needs.cameras],
    [desk.needsOf.tripods, needs.tripods],
    [desk.needsOf.plugs, needs.plugs],
  ] as const;
  const languages = Object.entries(needs.languages).map(([language, people]) =>
    desk.interpreted(fields.languages[language as "en"] ?? language, people),
  );
  const some = counts.some(([, count]) => count > 0) || languages.length > 0;
  return (
    <Card title={desk.needs}>
      {some ? (
        <Facts
          facts={[
            ...counts.map(([name, count]): [string, string | false] => [
              name,
              count > 0 && number(count),
            ]),
            [fields.interpreter, languages.join("; ")],
          ]}
        />
      ) : (
        <p className="text-soft">{desk.noNeeds}</p>
      )}
    </Card>
  );
}
