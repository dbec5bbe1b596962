import { useRevalidator } from "@remix-run/react";
import { useEffect, useRef, useState } from "react";
import type { Seats } from "#app/domain/attendance/attendance.server.ts";
import { useLocalised, useMessages, useNumber } from "#app/i18n/use-messages.ts";
import { paths } from "#app/paths.ts";

/** How many are in and how many seats there are; once scripts run, as it changes, and the page with it. */
export function LiveSeats({ meeting, seats }: { meeting: { id: string }; seats: Seats }) {
  const words = useMessages().attendance.seats;
  const number = useNumber();
  const heard = useSeats(meeting, seats);
  return (
    <p className="flex flex-wrap items-baseline gap-x-2">
      <strong className="text-3xl tabular-nums">{number(heard.in)}</strong>
      <span>{words.in}</span>
      {heard.seats !== null && <span className="text-soft">{words.of(heard.seats)}</span>}
      {heard.seats !== null && heard.in >= heard.seats && (
        <strong className="text-late">{words.full}</strong>
      )}
    </p>
  );
}

function useSeats(meeting: { id: string }, shown: Seats): Seats {
  const address = useLocalised()(paths.desk.seats(meeting));
  const [heard, setHeard] = useState<Seats>();
  const { revalidate } = useRevalidator();
  const asked = useRef(shown.in);

  useEffect(() => {
    const stream = new EventSource(address);
    stream.onmessage = ({ data }) => setHeard(JSON.parse(data) as Seats);
    return () => stream.close();
  }, [address]);

  useEffect(() => {
    if (!heard || heard.in === asked.current) return;
    asked.current = heard.in;
    revalidate();
  }, [heard, revalidate]);

  return heard ?? shown;
}
