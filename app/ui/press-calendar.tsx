import { useNavigate } from "@remix-run/react";
import { type ReactNode, useEffect, useRef, useState } from "react";
import { localTime } from "#app/clock.ts";
import type { CalendarSpan, View } from "#app/domain/meetings/calendar-span.ts";
import { phaseOf } from "#app/domain/meetings/meeting.ts";
import type { CalendarMeeting, NamedDay } from "#app/domain/meetings/press-calendar.server.ts";
import { useLanguage, useLocalised, useMessages } from "#app/i18n/use-messages.ts";
import { paths } from "#app/paths.ts";
import type { Day, Moment } from "#db/tables.ts";
import { useAgencyName } from "./agency-name.ts";
import type { DrawnEvent, Grid } from "./calendar-grid.ts";
import { CalendarLegend } from "./calendar-legend.tsx";
import { makeRoomForStyles } from "./calendar-styles.ts";

interface Props {
  view: View;
  isViewAsked: boolean;
  on: Day;
  of: string;
  span: CalendarSpan;
  meetings: CalendarMeeting[];
  days: { off: Day[]; named: NamedDay[] };
  at: Moment;
  children: ReactNode;
}

/** Narrower than what the styles call `sm`: there the sheet of days stands in place of the month and the week. */
const NARROW = "(width < 40rem)";

/**
 * The calendar as a sheet on which meetings can be dragged, once its script has come; until then, and without
 * scripts, the table of the same that it is handed. The script is asked for here and nowhere else.
 */
export function PressCalendar({ children, ...shown }: Props) {
  const words = useMessages().pressCalendar;
  const place = useRef<HTMLDivElement>(null);
  const isDrawn = useGrid(place, shown);
  const table = useOpenOnPaper();
  useAgendaOnPhone(shown);
  return (
    <>
      <section
        aria-label={words.title}
        // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reached by keyboard
        tabIndex={0}
        className={`press-calendar-room mb-4 print:hidden ${onPhone(shown)}`}
      >
        <div ref={place} className="press-calendar" data-view={shown.view} />
      </section>
      {isDrawn && shown.view !== "agenda" && (
        <>
          <CalendarLegend />
          <p className="mb-4 max-w-[75ch] text-sm text-soft print:hidden">{words.dragHint}</p>
        </>
      )}
      <details ref={table} className="mb-6" open={!isDrawn}>
        <summary className={`mb-2 min-h-8 w-fit font-semibold print:hidden ${onPhone(shown)}`}>
          {words.asTable}
        </summary>
        {children}
      </details>
    </>
  );
}

/** A month and a week are no sheet to drag on there: their days stand above the table. */
const onPhone = ({ view }: Pick<Props, "view">) => (view === "agenda" ? "" : "max-sm:hidden");

/** On paper the table is what is read: it is opened for printing, and then as it was. */
function useOpenOnPaper() {
  const details = useRef<HTMLDetailsElement>(null);
  useEffect(() => {
    let wasOpen = false;
    const open = () => {
      wasOpen = details.current?.open ?? false;
      if (details.current) details.current.open = true;
    };
    const restore = () => {
      if (details.current) details.current.open = wasOpen;
    };
    addEventListener("beforeprint", open);
    addEventListener("afterprint", restore);
    return () => {
      removeEventListener("beforeprint", open);
      removeEventListener("afterprint", restore);
    };
  }, []);
  return details;
}

/** Where a month does not fit, the agenda is shown unless somebody asked for the month. */
function useAgendaOnPhone({ isViewAsked, on, of }: Pick<Props, "isViewAsked" | "on" | "of">) {
  const navigate = useNavigate();
  const agenda = useLocalised()(paths.desk.calendar({ view: "agenda", on, of }));
  const asked = useRef("");
  useEffect(() => {
    if (isViewAsked || asked.current === agenda || !matchMedia(NARROW).matches) return;
    asked.current = agenda;
    navigate(agenda, { replace: true });
  }, [isViewAsked, agenda, navigate]);
}

/** Whether the window is a phone's; not known before the script is there. */
function useIsNarrow(): boolean | undefined {
  const [isNarrow, setNarrow] = useState<boolean>();
  useEffect(() => {
    const query = matchMedia(NARROW);
    const look = () => setNarrow(query.matches);
    look();
    query.addEventListener("change", look);
    return () => query.removeEventListener("change", look);
  }, []);
  return isNarrow;
}

/** Draws the calendar, anew whenever something else is to be seen; says whether it is there. */
function useGrid(place: React.RefObject<HTMLDivElement | null>, shown: Omit<Props, "children">) {
  const [isDrawn, setDrawn] = useState(false);
  const language = useLanguage();
  const navigate = useNavigate();
  const to = useLocalised();
  const events = useEvents(shown.meetings);
  const words = useMessages().pressCalendar;
  const { view, on, span, days } = shown;
  const wanted = JSON.stringify({ view, on, span, days, events, language });
  const act = useRef({ navigate, to, words });
  act.current = { navigate, to, words };
  const isNarrow = useIsNarrow();
  const isWanted = view === "agenda" || isNarrow === false;
  useEffect(() => {
    if (!isWanted) {
      setDrawn(false);
      return;
    }
    let grid: Grid | undefined;
    let isGone = false;
    makeRoomForStyles();
    import("./calendar-grid.ts").then(({ drawGrid }) => {
      if (isGone || !place.current) return;
      setDrawn(true);
      grid = drawGrid(place.current, {
        ...JSON.parse(wanted),
        says: act.current.words,
        open: (address) => act.current.navigate(address),
        move: (id, times) =>
          act.current.navigate(act.current.to(paths.desk.meetingMove({ id }, times))),
      });
    });
    return () => {
      isGone = true;
      grid?.destroy();
    };
  }, [wanted, isWanted, place]);
  return isDrawn;
}

function useEvents(meetings: CalendarMeeting[]): DrawnEvent[] {
  const to = useLocalised();
  const agencyName = useAgencyName();
  const { meetings: words, pressCalendar } = useMessages();
  return meetings.map((meeting) => {
    const { id, subject, startsAt, endsAt, zone, isOurs, mayMove } = meeting;
    const phase = phaseOf(meeting);
    return {
      ...{ id, subject, zone, phase, isOurs, mayMove },
      startsAt: localTime(startsAt),
      endsAt: localTime(endsAt),
      address: to(isOurs ? paths.desk.meeting(meeting) : paths.meeting(meeting)),
      state: words.phases[phase],
      whose: isOurs ? agencyName(meeting) : `${agencyName(meeting)} · ${pressCalendar.others}`,
    };
  });
}
