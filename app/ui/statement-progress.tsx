import { useLocation, useRevalidator } from "@remix-run/react";
import { useEffect } from "react";
import type { Summary } from "#app/domain/mail/letter-counts.server.ts";
import { useMessages } from "#app/i18n/use-messages.ts";
import { MailProgress } from "./mail-state.tsx";

const SECOND = 1000;

/** How far the letters of a statement have come; once scripts run, the page is asked again while they leave. */
export function StatementProgress({ counts }: { counts: Summary }) {
  const { revalidate, state } = useRevalidator();
  const { pathname: here } = useLocation();
  const words = useMessages().mail;
  const isBusy = counts.queued - counts.putBack + counts.sending > 0;
  useEffect(() => {
    if (!isBusy || state !== "idle") return;
    const timer = setTimeout(revalidate, SECOND);
    return () => clearTimeout(timer);
  }, [isBusy, state, revalidate]);
  return (
    <>
      <MailProgress counts={counts} />
      {isBusy && (
        <noscript>
          <a href={here}>{words.reload}</a>
        </noscript>
      )}
    </>
  );
}
