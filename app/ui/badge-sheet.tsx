import { passText } from "#app/domain/invitations/entry-pass.ts";
import { useMessages } from "#app/i18n/use-messages.ts";
import type { Moment } from "#db/tables.ts";
import { SpanText } from "./time.tsx";

interface Badge {
  id: string;
  name: string;
  outlet: string | null;
  pass: string;
  picture: string;
}

/** Badges to be printed on A4 and cut: name large, outlet, the pass as a picture and in letters. */
export function BadgeSheet({
  meeting,
  agency,
  badges,
}: {
  meeting: { subject: string; startsAt: Moment; endsAt: Moment; zone: string };
  agency: string;
  badges: Badge[];
}) {
  const { badges: words, pass } = useMessages().attendance;
  return (
    <ul className="badges grid gap-3 sm:grid-cols-2 print:grid-cols-2 print:gap-0">
      {badges.map((badge) => (
        <li
          key={badge.id}
          className="flex min-h-[54mm] break-inside-avoid flex-col justify-between gap-2 border border-dashed border-edge bg-sheet p-[4mm] text-ink"
        >
          <p className="text-xs leading-tight text-soft">
            <span className="block font-semibold">{agency}</span>
            <span className="line-clamp-2">{meeting.subject}</span>
            <SpanText {...meeting} />
          </p>
          <div className="flex items-end justify-between gap-3">
            <p className="min-w-0 wrap-anywhere">
              <strong className="block text-2xl leading-tight">{badge.name}</strong>
              <span className="block leading-tight">{badge.outlet ?? words.guest}</span>
            </p>
            <p className="shrink-0 text-center">
              <img
                src={badge.picture}
                alt={pass.picture}
                width="96"
                height="96"
                className="size-[25mm] max-w-none"
              />
              <span className="font-mono text-sm">{passText(badge.pass)}</span>
            </p>
          </div>
        </li>
      ))}
    </ul>
  );
}
