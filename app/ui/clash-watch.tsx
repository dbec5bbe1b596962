import { useFetcher } from "@remix-run/react";
import { type ReactNode, useEffect, useRef } from "react";
import { HOME_ZONE, localTime } from "#app/clock.ts";
import type { Clash } from "#app/domain/meetings/clashes.server.ts";
import type { Times } from "#app/domain/meetings/free-slots.ts";
import type { FreeHours } from "#app/domain/notices/free-hours.server.ts";
import { timeSpan } from "#app/i18n/dates.ts";
import { useLanguage, useLocalised, useMessages } from "#app/i18n/use-messages.ts";
import { paths } from "#app/paths.ts";
import { ClashList } from "./clash-list.tsx";
import type { AnyField, AnyForm } from "./form.tsx";
import { LinkTo } from "./link.tsx";
import { Notice } from "./notice.tsx";

const WATCHED = ["kind", "startsAt", "endsAt", "zone", "venue", "chair", "spokespersonId"] as const;
type Watched = (typeof WATCHED)[number];

/** Whose meeting is being filled in, and which one if it is planned already. */
export interface WatchedMeeting {
  agencyId: string;
  id?: string;
}

interface AtThatHour {
  clashes: Clash[];
  free?: FreeHours;
}

/** As long as somebody is still typing, nothing is asked. */
const PAUSE = 400;

/** What gets in the way at the hour that is in the form now, and which hours are free: asked again whenever it changes. */
export function ClashWatch({
  meeting,
  fields,
  form,
}: {
  meeting: WatchedMeeting;
  fields: Record<Watched, AnyField>;
  form: AnyForm;
}) {
  const values = Object.fromEntries(
    WATCHED.map((name) => [name, String(fields[name].value ?? "")]),
  ) as Record<Watched, string>;
  const known = useAtThatHour(meeting, values);
  if (!known || known.clashes.length === 0) return <div aria-live="polite" />;
  const zone = values.zone || HOME_ZONE;
  const take = ({ startsAt, endsAt }: Times) => {
    form.update({ name: fields.startsAt.name, value: localTime(startsAt, zone) });
    form.update({ name: fields.endsAt.name, value: localTime(endsAt, zone) });
  };
  return (
    <div aria-live="polite">
      <ClashNotice clashes={known.clashes} agencyId={meeting.agencyId}>
        {known.free && known.free.slots.length > 0 && (
          <FreeSlots isTooSoonForNotice={known.free.isTooSoonForNotice}>
            {known.free.slots.map((slot) => (
              <li key={slot.startsAt}>
                <button
                  type="button"
                  onClick={() => take(slot)}
                  className="min-h-8 text-start text-accent underline"
                >
                  <SlotText {...slot} />
                </button>
              </li>
            ))}
          </FreeSlots>
        )}
      </ClashNotice>
    </div>
  );
}

/** The answer for what stands in a form now; undefined before the first. */
export function useAtThatHour(meeting: WatchedMeeting, values: Record<Watched, string>) {
  const { load, data } = useFetcher<AtThatHour>();
  const to = useLocalised();
  const path = to(paths.desk.clashes({ agency: meeting.agencyId, meeting: meeting.id, ...values }));
  const asked = useRef("");
  useEffect(() => {
    if (asked.current === path) return;
    const pause = setTimeout(() => {
      asked.current = path;
      load(path);
    }, PAUSE);
    return () => clearTimeout(pause);
  }, [path, load]);
  return data;
}

/** What else is at that hour: a warning, never a refusal. */
export function ClashNotice({
  clashes,
  agencyId,
  children,
}: {
  clashes: Clash[];
  agencyId: string;
  children?: ReactNode;
}) {
  const words = useMessages().pressCalendar.clash;
  return (
    <Notice tone="warning" title={words.title}>
      <ClashList clashes={clashes} agencyId={agencyId} />
      <p className="mt-1 text-sm text-soft">{words.lead}</p>
      {children}
    </Notice>
  );
}

/** Hours at which nothing gets in the way. */
export function FreeSlots({
  isTooSoonForNotice,
  children,
}: {
  isTooSoonForNotice: boolean;
  children: ReactNode;
}) {
  const words = useMessages().pressCalendar.free;
  return (
    <div className="mt-3">
      <p>
        <strong>{words.title}.</strong> {words.lead} {isTooSoonForNotice && words.tooSoonForNotice}
      </p>
      <ul className="mt-1 list-disc ps-6">{children}</ul>
    </div>
  );
}

/** The same as links, for whoever has no scripts. */
export function FreeSlotLinks({
  free: { slots, isTooSoonForNotice },
  to,
}: {
  free: FreeHours;
  to: (slot: Times) => string;
}) {
  const words = useMessages().pressCalendar.free;
  if (slots.length === 0) return <p className="mt-3">{words.none}</p>;
  return (
    <FreeSlots isTooSoonForNotice={isTooSoonForNotice}>
      {slots.map((slot) => (
        <li key={slot.startsAt}>
          <LinkTo to={to(slot)}>
            <SlotText {...slot} />
          </LinkTo>
        </li>
      ))}
    </FreeSlots>
  );
}

function SlotText({ startsAt, endsAt }: Times) {
  return timeSpan({ startsAt, endsAt, zone: HOME_ZONE }, useLanguage());
}
