import { Phone } from "lucide-react";
import type { NotReached } from "#app/domain/inbound/not-reached.server.ts";
import { readProblem } from "#app/domain/mail/problem.ts";
import { useMessages } from "#app/i18n/use-messages.ts";
import { paths } from "#app/paths.ts";
import { LinkTo } from "./link.tsx";

/** Whom to telephone, since no letter tells them: name, outlet, number, and why where one did not arrive. */
export function NotReachedList({ people, more = 0 }: { people: NotReached[]; more?: number }) {
  const { inbound, invitations, mail } = useMessages();
  const words = inbound.notReached;
  return (
    <ul className="grid gap-3">
      {people.map(({ invitationId, name, outletName, phone, problem }) => {
        const { reason, words: said } = readProblem(problem ?? "");
        return (
          <li key={invitationId} className="min-w-0">
            <span className="flex flex-wrap items-baseline gap-x-3">
              <span className="wrap-anywhere">
                <strong>{name}</strong>
                {outletName && ` · ${outletName}`}
              </span>
              {phone ? (
                <a
                  href={`tel:${phone.replace(/[^\d+]/g, "")}`}
                  aria-label={`${words.call(name)}: ${phone}`}
                  className="inline-flex min-h-9 items-center gap-1.5 whitespace-nowrap"
                >
                  <Phone aria-hidden="true" className="size-4" />
                  {phone}
                </a>
              ) : (
                <span className="text-soft">{words.noPhone}</span>
              )}
              <LinkTo to={paths.desk.invitationAnswer({ id: invitationId })}>
                {invitations.pages.guests.record}
                <span className="sr-only">: {name}</span>
              </LinkTo>
            </span>
            <span className="block text-sm text-soft wrap-anywhere">
              {reason && mail.reasons[reason]} {said && mail.serverSaid(said)}
            </span>
          </li>
        );
      })}
      {more > 0 && <li className="text-soft">{words.more(more)}</li>}
    </ul>
  );
}
