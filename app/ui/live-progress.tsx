import { useFetcher, useLocation, useNavigation, useRevalidator } from "@remix-run/react";
import { useEffect, useRef, useState } from "react";
import type { Summary } from "#app/domain/mail/letter-counts.server.ts";
import type { Tally } from "#app/domain/meetings/tally.server.ts";
import { useLocalised, useMessages } from "#app/i18n/use-messages.ts";
import { paths } from "#app/paths.ts";
import type { Moment } from "#db/tables.ts";
import { AnswerCounts } from "./answer-state.tsx";
import { MailProgress } from "./mail-state.tsx";

export interface Standing {
  at: Moment; // when it stood so
  counts: Summary;
  tally: Tally;
}

const SECOND = 1000;
const TABLE_EVERY = 3 * SECOND;

/**
 * Letters and answers of a meeting as they stand; once scripts run, as they change: told by the server, or
 * asked for where that cannot be. The page is asked again when they have, so that the table below tells the same.
 */
export function LiveProgress({
  meeting,
  standing,
}: {
  meeting: { id: string };
  standing: Standing;
}) {
  const { revalidate, state: renewal } = useRevalidator();
  const isLeaving = useNavigation().state !== "idle";
  const words = useMessages().mail;
  const { pathname: here } = useLocation();
  const { told, isDeaf } = useStream(meeting);
  const answered = usePolling(meeting, standing, isDeaf);
  const heard = [told, answered].find((one) => one && one.at > standing.at);
  const shown = heard ?? standing;
  const asked = useRef(0);

  useEffect(() => {
    // Asking again while it is being asked would break that off, and so for ever; so would it the way to another page.
    if (isLeaving || renewal !== "idle" || !heard || isSame(heard, standing)) return;
    const time = Date.now();
    if (isBusy(heard) && time - asked.current < TABLE_EVERY) return;
    asked.current = time;
    revalidate();
  }, [heard, standing, isLeaving, renewal, revalidate]);

  return (
    <div className="grid gap-6">
      <AnswerCounts tally={shown.tally} />
      <MailProgress counts={shown.counts} />
      {isBusy(standing) && (
        <noscript>
          <a href={here}>{words.reload}</a>
        </noscript>
      )}
    </div>
  );
}

/** What the server tells by itself; deaf when it will not, or the browser knows no such thing. */
function useStream(meeting: { id: string }) {
  const address = useLocalised()(paths.desk.invitationProgressLive(meeting));
  const [told, setTold] = useState<Standing>();
  const [isDeaf, setDeaf] = useState(false);
  useEffect(() => {
    if (typeof EventSource === "undefined") return setDeaf(true);
    const stream = new EventSource(address);
    stream.onmessage = ({ data, lastEventId }) => setTold({ ...JSON.parse(data), at: lastEventId });
    stream.onerror = () => {
      // Else the browser comes again by itself.
      if (stream.readyState === EventSource.CLOSED) setDeaf(true);
    };
    return () => stream.close();
  }, [address]);
  return { told, isDeaf };
}

/** What is asked for, every second while letters leave. */
function usePolling(meeting: { id: string }, standing: Standing, isWanted: boolean) {
  const { load, data, state } = useFetcher<Standing>();
  const address = useLocalised()(paths.desk.invitationProgress(meeting));
  useEffect(() => {
    if (!isWanted || state !== "idle") return;
    const timer = setTimeout(() => load(address), pauseBefore(data ?? standing));
    return () => clearTimeout(timer);
  }, [isWanted, state, data, standing, load, address]);
  return data;
}

function isSame(a: Standing, b: Standing): boolean {
  return JSON.stringify({ ...a, at: "" }) === JSON.stringify({ ...b, at: "" });
}

function isBusy({ counts }: Standing): boolean {
  return counts.queued - counts.putBack + counts.sending > 0;
}

function pauseBefore(standing: Standing): number {
  return (isBusy(standing) ? 1 : 15) * SECOND;
}
