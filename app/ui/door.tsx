import { Camera, LogOut, Search } from "lucide-react";
import type { ReactNode } from "react";
import type { DoorGuest, Seats } from "#app/domain/attendance/attendance.server.ts";
import { PASS_LENGTH } from "#app/domain/invitations/entry-pass.ts";
import { clockTime } from "#app/i18n/dates.ts";
import { numberIn } from "#app/i18n/numbers.ts";
import { useLanguage, useLocalised, useMessages } from "#app/i18n/use-messages.ts";
import { paths } from "#app/paths.ts";
import type { Moment } from "#db/tables.ts";
import { Button } from "./button.tsx";
import { LinkTo } from "./link.tsx";
import { SpanText } from "./time.tsx";
import { WalkInFields } from "./walk-in.tsx";

interface Props {
  meeting: {
    id: string;
    subject: string;
    startsAt: Moment;
    endsAt: Moment;
    zone: string;
    venue: string | null;
  };
  officer: { id: string; name: string };
  closesAt: Moment;
  barred: string | undefined;
  q: string;
  seats: Seats;
  found: { guest: DoorGuest; deed: string }[];
  walkInDeed: string;
  children: ReactNode;
}

/** The page at the door: who comes, found by what they show or say. Its parts are named for `check-in.js`. */
export function Door({ children, ...door }: Props) {
  const { meeting, officer, barred, q, found } = door;
  const { answers, attendance, accounts } = useMessages();
  const words = attendance.door;
  const to = useLocalised();
  const language = useLanguage();
  return (
    <main
      id="content"
      className="mx-auto w-full max-w-xl px-4 py-4"
      data-door={meeting.id}
      data-officer={officer.id}
      data-language={language}
      data-ends={meeting.endsAt}
      data-closes={door.closesAt}
      data-guests={to(paths.desk.checkInGuests(meeting))}
      data-sheet={to(paths.desk.checkInSheet(meeting))}
      data-seats={to(paths.desk.seats(meeting))}
      data-sign-in={to(paths.signIn(to(paths.desk.checkIn(meeting))))}
      data-pass-length={PASS_LENGTH}
      data-words={JSON.stringify({
        ...words.script,
        insteadOf: words.insteadOf("{name}"),
        unasked: words.unasked,
        waits: answers.desk.guestList.listed,
        paper: words.paper("{no}"),
        scan: words.scan,
        stopScan: words.stopScan,
        noCamera: words.noCamera,
      })}
    >
      <header className="mb-4">
        <p className="flex flex-wrap items-center justify-between gap-2 text-sm text-soft">
          <LinkTo to={paths.desk.meeting(meeting)} className="inline-flex min-h-11 items-center">
            {words.back}
          </LinkTo>
          <LinkTo to={paths.desk.attendance(meeting)} className="inline-flex min-h-11 items-center">
            {words.list}
          </LinkTo>
        </p>
        <h1 className="text-2xl">{words.title}</h1>
        <p className="mt-1 font-semibold">{meeting.subject}</p>
        <p className="text-soft">
          <SpanText {...meeting} />
          {meeting.venue && <span className="block">{meeting.venue}</span>}
        </p>
      </header>
      <Counter seats={door.seats} />
      {children}
      <div role="status" data-part="said" className="empty:hidden" />
      {!barred && (
        <>
          <form
            method="get"
            action={to(paths.desk.checkIn(meeting))}
            data-part="search"
            className="mb-4"
          >
            <label htmlFor="q" className="mb-1 block font-semibold">
              {words.search}
            </label>
            <p id="q-hint" className="mb-1 text-sm text-soft">
              {words.hint}
            </p>
            <div className="flex gap-2">
              <input
                id="q"
                name="q"
                type="search"
                defaultValue={q}
                maxLength={200}
                autoComplete="off"
                autoCapitalize="off"
                spellCheck={false}
                aria-describedby="q-hint"
                className="min-h-13 w-full min-w-0 rounded-md border border-edge bg-sheet px-3 py-2 text-lg text-ink"
              />
              <Button tone="plain" aria-label={words.find}>
                <Search aria-hidden="true" className="size-5" />
              </Button>
            </div>
            <Button tone="plain" type="button" hidden data-part="scan" className="mt-2 w-full">
              <Camera aria-hidden="true" className="size-5" />
              <span>{words.scan}</span>
            </Button>
            <video
              hidden
              muted
              playsInline
              data-part="camera"
              aria-label={words.camera}
              className="mt-2 aspect-video w-full rounded-md bg-ink object-cover"
            />
          </form>
          <section aria-label={words.results}>
            <ul data-part="results" className="grid gap-2">
              {found.map(({ guest, deed }) => (
                <GuestLine key={guest.id} guest={guest} deed={deed} meeting={meeting} />
              ))}
            </ul>
            <p data-part="nothing" hidden={!q || found.length > 0} className="mt-2 text-soft">
              {words.nothing}
            </p>
          </section>
          <template data-part="line">
            <GuestLine guest={NOBODY} deed="" meeting={meeting} />
          </template>
          <details className="mt-6 rounded-md border border-line bg-sheet p-4">
            <summary className="min-h-9 font-semibold">{words.walkIn}</summary>
            <p className="my-2 text-sm text-soft">{words.walkInLead}</p>
            <form method="post" action={to(paths.desk.walkIns(meeting))} data-part="walk-in">
              <WalkInFields deed={door.walkInDeed} />
            </form>
          </details>
        </>
      )}
      <footer className="mt-6 border-t border-line pt-3 text-sm text-soft">
        <p data-part="state" hidden>
          <strong>{words.state}:</strong> <span data-part="network" />{" "}
          <span data-part="waiting" className="font-semibold text-ink" />
        </p>
        <form method="post" action={to(paths.signOut())} data-part="sign-out">
          <button type="submit" className="inline-flex min-h-11 items-center gap-2 underline">
            <LogOut aria-hidden="true" className="size-4" />
            {accounts.signOut}
          </button>{" "}
          ({officer.name})
        </form>
      </footer>
    </main>
  );
}

/** How many are in, large enough to be read at arm's length. */
function Counter({ seats }: { seats: Seats }) {
  const words = useMessages().attendance.seats;
  const language = useLanguage();
  return (
    <p className="mb-4 flex flex-wrap items-baseline gap-x-2 rounded-md border border-line bg-sheet px-4 py-2">
      <strong data-part="in" className="text-3xl tabular-nums">
        {numberIn(language, seats.in)}
      </strong>
      <span>{words.in}</span>
      {seats.seats !== null && (
        <span className="text-soft" data-part="of" data-seats={seats.seats}>
          {words.of(seats.seats)}
        </span>
      )}
      <strong
        data-part="full"
        className="text-late"
        hidden={seats.seats === null || seats.in < seats.seats}
      >
        {words.full}
      </strong>
    </p>
  );
}

const NOBODY: DoorGuest = {
  ...{ id: "", invited: true, name: "", insteadOf: null, outlet: null },
  ...{ pass: null, paper: "", reply: null, waits: false, in: null },
};

/** Somebody at the door, with the one button that is theirs now. */
function GuestLine({
  guest,
  deed,
  meeting,
}: {
  guest: DoorGuest;
  deed: string;
  meeting: { id: string };
}) {
  const { answers, attendance } = useMessages();
  const words = attendance.door;
  const to = useLocalised();
  const about = [
    guest.outlet,
    guest.insteadOf && words.insteadOf(guest.insteadOf),
    !guest.invited && words.unasked,
    guest.waits && answers.desk.guestList.listed,
    guest.paper && words.paper(guest.paper),
  ];
  const isBlank = guest === NOBODY;
  return (
    <li
      data-guest={guest.id}
      className="flex items-center justify-between gap-3 rounded-md border border-line bg-sheet p-3"
    >
      <div className="min-w-0 wrap-anywhere">
        <p data-name className="text-lg font-semibold">
          {guest.name}
        </p>
        <p data-about className="text-sm text-soft">
          {about.filter(Boolean).join(" · ")}
        </p>
        <p data-in hidden={!guest.in} className="text-sm font-semibold text-done">
          {guest.in && words.in(clockTime(guest.in.at), guest.in.by)}
        </p>
      </div>
      {(isBlank || !guest.in) && (
        <form
          method="post"
          action={to(paths.desk.checkIn(meeting))}
          data-deed="in"
          className="shrink-0"
        >
          <input type="hidden" name="id" value={deed} />
          <input type="hidden" name="invitation" value={guest.id} />
          <Button>
            {words.checkIn}
            <span className="sr-only" data-whom>
              : {guest.name}
            </span>
          </Button>
        </form>
      )}
      {(isBlank || guest.in) && (
        <form
          method="post"
          action={to(paths.desk.attendanceUndo({ id: guest.in?.id ?? "none" }))}
          data-deed="undo"
          className="shrink-0"
        >
          <input type="hidden" name="door" value="1" />
          <Button tone="plain">
            {words.undo}
            <span className="sr-only" data-whom>
              : {guest.name}
            </span>
          </Button>
        </form>
      )}
    </li>
  );
}
