import { Form } from "@remix-run/react";
import { useLocalised, useMessages } from "#app/i18n/use-messages.ts";
import { paths } from "#app/paths.ts";
import type { Moment } from "#db/tables.ts";
import { Badge } from "./badge.tsx";
import { Button } from "./button.tsx";
import { TimeText } from "./time.tsx";

interface Session {
  id: string;
  beganAt: Moment;
  userAgent: string;
  isOwn: boolean;
}

/** The browsers an officer is signed in with, each to be signed out. */
export function SessionList({ sessions }: { sessions: Session[] }) {
  const { accounts, desk } = useMessages();
  const words = accounts.own;
  const to = useLocalised();
  return (
    <ul className="grid gap-4">
      {sessions.map((session) => (
        <li
          key={session.id}
          className="flex flex-wrap items-center justify-between gap-3 border-t border-line pt-4 first:border-t-0 first:pt-0"
        >
          <div className="min-w-0">
            <p className="flex flex-wrap items-center gap-2">
              <span className="wrap-anywhere">
                {browserOf(session.userAgent) || desk.account.unknownBrowser}
              </span>
              {session.isOwn && <Badge tone="done">{words.thisOne}</Badge>}
            </p>
            <p className="text-sm text-soft">
              {words.began} <TimeText at={session.beganAt} />
            </p>
          </div>
          <Form method="post" action={to(paths.desk.sessionEnd(session))}>
            <Button tone="plain">{words.revoke}</Button>
          </Form>
        </li>
      ))}
    </ul>
  );
}

const BROWSERS: [sign: RegExp, name: string][] = [
  [/Edg(e|A|iOS)?\//, "Microsoft Edge"],
  [/coc_coc_browser/i, "Cốc Cốc"],
  [/OPR\/|Opera/, "Opera"],
  [/SamsungBrowser\//, "Samsung Internet"],
  [/Firefox\/|FxiOS\//, "Firefox"],
  [/Chrome\/|CriOS\//, "Chrome"],
  [/Safari\//, "Safari"],
];

const SYSTEMS: [sign: RegExp, name: string][] = [
  [/Windows/, "Windows"],
  [/Android/, "Android"],
  [/iPhone|iPad/, "iOS"],
  [/Mac OS X/, "macOS"],
  [/Linux/, "Linux"],
];

/** Chrome, Windows: enough to know one's own browsers by; what is not known is shown as it was sent. */
export function browserOf(userAgent: string): string {
  const nameIn = (known: typeof BROWSERS) => known.find(([sign]) => sign.test(userAgent))?.[1];
  return [nameIn(BROWSERS), nameIn(SYSTEMS)].filter(Boolean).join(", ") || userAgent.slice(0, 80);
}
