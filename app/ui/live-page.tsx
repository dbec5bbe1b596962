import { useLocation, useRevalidator } from "@remix-run/react";
import { useEffect, useState } from "react";
import { clockTime } from "#app/i18n/dates.ts";
import { useMessages } from "#app/i18n/use-messages.ts";
import type { Moment } from "#db/tables.ts";
import { Button } from "./button.tsx";

const EVERY = 10_000;

/**
 * Keeps a page of the desk as it stands while it is looked at: asked again every few seconds, never while somebody
 * types, nor behind other windows; it can be stopped. Without scripts there is a link that does it once.
 */
export function LivePage({ at }: { at: Moment }) {
  const words = useMessages().questions.live;
  const { revalidate, state } = useRevalidator();
  const { pathname: here } = useLocation();
  const [standing, setStanding] = useState<"none" | "on" | "off">("none");

  useEffect(() => setStanding("on"), []);
  useEffect(() => {
    if (standing !== "on") return;
    const ask = () => {
      if (state === "idle" && document.visibilityState === "visible" && !isTyping()) revalidate();
    };
    const timer = setInterval(ask, EVERY);
    document.addEventListener("visibilitychange", ask);
    return () => {
      clearInterval(timer);
      document.removeEventListener("visibilitychange", ask);
    };
  }, [standing, state, revalidate]);

  if (standing === "none")
    return (
      <noscript>
        <p className="mb-4">
          <a href={here}>{words.reload}</a>
        </p>
      </noscript>
    );
  return (
    <p className="mb-4 flex flex-wrap items-center gap-x-3 gap-y-1 text-sm text-soft">
      {words[standing](clockTime(at))}
      <Button
        type="button"
        tone="quiet"
        onClick={() => setStanding(standing === "on" ? "off" : "on")}
      >
        {standing === "on" ? words.stop : words.go}
      </Button>
    </p>
  );
}

/** Whether something is being written, or chosen, on this page. */
function isTyping(): boolean {
  const { activeElement: there } = document;
  return there?.matches("input, textarea, select") ?? false;
}
