import { CalendarPlus, Rss } from "lucide-react";
import { useLocalised, useMessages } from "#app/i18n/use-messages.ts";
import { paths } from "#app/paths.ts";
import { Card } from "./card.tsx";

const LINK = "inline-flex min-h-11 items-center gap-1.5";

/** How to keep a list of meetings in one's own calendar, or in a reader of feeds. */
export function SubscribeCard({
  whose,
  origin,
}: {
  whose: { agency?: string; province?: string };
  origin: string;
}) {
  const words = useMessages().calendars.subscribe;
  const to = useLocalised();
  const calendar = origin + to(paths.meetingFeed(whose, "ics"));
  return (
    <Card title={words.title}>
      <p className="mb-2">{words.lead}</p>
      <p className="mb-2">
        <code className="break-all">{calendar}</code>
      </p>
      <p className="print:hidden flex flex-wrap gap-x-6">
        <a href={calendar.replace(/^https?:/, "webcal:")} className={LINK}>
          <CalendarPlus aria-hidden="true" className="size-4" />
          {words.add}
        </a>
        <a href={to(paths.meetingFeed(whose, "ics"))} className={LINK}>
          {words.ics}
        </a>
        <a href={to(paths.meetingFeed(whose, "atom"))} className={LINK}>
          <Rss aria-hidden="true" className="size-4" />
          {words.atom}
        </a>
      </p>
    </Card>
  );
}
