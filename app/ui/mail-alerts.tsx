import type { MailAlerts as Alerts } from "#app/domain/invitations/mail-alerts.server.ts";
import { shortTime } from "#app/i18n/dates.ts";
import { useMessages } from "#app/i18n/use-messages.ts";
import { paths } from "#app/paths.ts";
import { LinkTo } from "./link.tsx";
import { Notice } from "./notice.tsx";

/** What stands in the way of all letters, for the operator to mend: nothing, when nothing does. */
export function MailAlerts({ pause, refusedByPolicy }: Alerts) {
  const { mail, mailTrouble } = useMessages();
  return (
    <>
      {pause && (
        <Notice tone="problem" title={mail.outbox.paused}>
          <p>{mail.outbox.pausedSince(shortTime(pause.since), shortTime(pause.until))}</p>
          <p>{mail.serverSaid(pause.problem)}</p>
        </Notice>
      )}
      {refusedByPolicy && (
        <Notice tone="warning" title={mailTrouble.policy.title}>
          <p>{mailTrouble.policy.count(refusedByPolicy.count)}</p>
          {refusedByPolicy.words && <p>{mail.serverSaid(refusedByPolicy.words)}</p>}
          <p>
            <LinkTo to={paths.desk.outbox({ shelf: "trouble" })}>{mailTrouble.policy.see}</LinkTo>
          </p>
        </Notice>
      )}
    </>
  );
}
