import { CalendarPlus } from "lucide-react";
import { useLocalised, useMessages } from "#app/i18n/use-messages.ts";
import { paths } from "#app/paths.ts";
import { Button } from "./button.tsx";
import { Card } from "./card.tsx";

/** The secret address under which a journalist keeps all their invitations, or the button that makes one. */
export function OwnCalendar({
  invitation,
  address,
}: {
  invitation: { token: string };
  address: string | null;
}) {
  const words = useMessages().calendars.own;
  const to = useLocalised();
  const opening = to(paths.calendarOpening(invitation));
  return (
    <Card title={words.title} id="calendar">
      <p className="mb-4">{words.lead}</p>
      {address && (
        <>
          <p className="font-semibold">{words.address}</p>
          <p className="mb-2">
            <code className="break-all">{address}</code>
          </p>
          <p className="mb-2">
            <a
              href={address.replace(/^https?:/, "webcal:")}
              rel="noreferrer"
              className="inline-flex min-h-11 items-center gap-1.5"
            >
              <CalendarPlus aria-hidden="true" className="size-4" />
              {words.add}
            </a>
          </p>
          <p className="mb-4 text-sm text-soft">{words.secret}</p>
        </>
      )}
      <div className="flex flex-wrap gap-2">
        <form method="post" action={opening}>
          <Button tone="plain">{address ? words.renew : words.open}</Button>
        </form>
        {address && (
          <form method="post" action={to(paths.calendarClosing(invitation))}>
            <Button tone="danger">{words.close}</Button>
          </form>
        )}
      </div>
    </Card>
  );
}
