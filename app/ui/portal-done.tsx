import { useLocation } from "@remix-run/react";
import { useMessages } from "#app/i18n/use-messages.ts";
import { Notice } from "./notice.tsx";

/** What was just done in the room, by the word in the address. */
export function PortalDone() {
  const words = useMessages().portal.done;
  const done = new URLSearchParams(useLocation().search).get("done") ?? "";
  if (!Object.hasOwn(words, done)) return null;
  return <Notice tone="success">{words[done as keyof typeof words]}</Notice>;
}
