import { shortTime } from "#app/i18n/dates.ts";
import { useMessages } from "#app/i18n/use-messages.ts";
import type { Row } from "#db/tables.ts";
import { Card } from "./card.tsx";
import { TimeText } from "./time.tsx";

/** Every answer that came, newest first, by which way and for which hour; one to an older version does not count. */
export function AnswerHistory({
  history,
  zone,
}: {
  history: Row<"invitationAnswer">[];
  zone: string;
}) {
  const { answers, invitations } = useMessages();
  return (
    <div className="mt-6">
      <Card title={answers.desk.history}>
        <ol className="grid gap-2">
          {history.map(({ id, at, via, trust, reply, substituteName, counted, ...one }) => (
            <li key={id} className={counted ? "" : "text-soft"}>
              <TimeText at={at} />:{" "}
              <strong>
                {[invitations.replies[reply], substituteName].filter(Boolean).join(" – ")}
              </strong>{" "}
              ({[answers.via[via], trust && answers.trust[trust]].filter(Boolean).join(", ")}) ·{" "}
              {shortTime(one.meetingStartsAt, zone)}
              {!counted && ` · ${answers.desk.older}`}
            </li>
          ))}
        </ol>
      </Card>
    </div>
  );
}
