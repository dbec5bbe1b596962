import { useFetcher, useLocation, useRevalidator } from "@remix-run/react";
import { useEffect, useRef } from "react";
import type { Summary } from "#app/domain/mail/outbox.server.ts";
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
 * Letters and answers of a meeting as they stand; once scripts run, as they change. The page is asked
 * again when they have, so that the table below tells the same.
 */
export function LiveProgress({
  meeting,
  standing,
}: {
  meeting: { id: string };
  standing: Standing;
}) {
  const { load, data, state } = useFetcher<Standing>();
  const { revalidate, state: renewal } = useRevalidator();
  const path = useLocalised()(paths.desk.invitationProgress(meeting));
  const words = useMessages().mail;
  const { pathname: here } = useLocation();
  const heard = data && data.at > standing.at ? data : undefined;
  const shown = heard ?? standing;
  const asked = useRef(0);

  useEffect(() => {
    if (state !== "idle") return;
    const timer = setTimeout(() => load(path), pauseBefore(shown));
    return () => clearTimeout(timer);
  }, [state, shown, load, path]);

  useEffect(() => {
    // Asking again while it is being asked would break that off, and so for ever.
    if (renewal !== "idle" || !heard || isSame(heard, standing)) return;
    const time = Date.now();
    if (isBusy(heard) && time - asked.current < TABLE_EVERY) return;
    asked.current = time;
    revalidate();
  }, [heard, standing, renewal, revalidate]);

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

function isSame(a: Standing, b: Standing): boolean {
  return JSON.stringify({ ...a, at: "" }) === JSON.stringify({ ...b, at: "" });
}

function isBusy({ counts }: Standing): boolean {
  return counts.queued - counts.putBack + counts.sending > 0;
}

function pauseBefore(standing: Standing): number {
  return (isBusy(standing) ? 1 : 15) * SECOND;
}
