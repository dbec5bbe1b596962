import { dayOf } from "#app/clock.ts";
import { shortWhen } from "#app/domain/spokespersons/speaker.ts";
import { longDay, shortTime } from "#app/i18n/dates.ts";
import { useLanguage, useLocalised, useMessages } from "#app/i18n/use-messages.ts";
import type { Moment } from "#db/tables.ts";
import { Button } from "./button.tsx";
import { Card } from "./card.tsx";
import { CopyButton } from "./copy-button.tsx";
import { LinkTo } from "./link.tsx";
import { Notice } from "./notice.tsx";

/** For which moment the page answers: never left to be guessed. */
export function AsOf({ on, at }: { on?: string; at: Moment }) {
  const { speaks } = useMessages().areas;
  const language = useLanguage();
  const day = on?.length === 10 ? longDay(on, language) : undefined;
  return (
    <p className="mb-3 text-soft">
      {on ? speaks.asOf(day ?? shortWhen(on)) : speaks.asOfNow(shortTime(at))}
    </p>
  );
}

/** Asks the same of another day: a plain form. What was typed and is no day stays to be corrected. */
export function DayForm({
  action,
  on,
  typed,
  problem,
  matter,
}: {
  action: string;
  on?: string;
  typed: string;
  problem?: string;
  /** The matter asked about; undefined where nobody is delegated for any. */
  matter?: string;
}) {
  const { areas, register } = useMessages();
  const words = areas.otherDay;
  const to = useLocalised();
  const day = on && (on.length === 10 ? on : dayOf(on));
  return (
    <form
      method="get"
      action={to(action)}
      className="print:hidden mb-6 flex flex-wrap items-end gap-x-3 gap-y-2"
    >
      <div>
        <label htmlFor="on" className="mb-1 block font-semibold">
          {words.title}
        </label>
        <input
          id="on"
          name="on"
          type={problem ? "text" : "date"}
          defaultValue={problem ? typed : day}
          aria-invalid={problem ? true : undefined}
          aria-describedby={problem ? "on-problem" : undefined}
          className="min-h-11 rounded-md border border-edge bg-sheet px-3 py-2 aria-invalid:border-2 aria-invalid:border-late"
        />
      </div>
      {matter !== undefined && (
        <div>
          <label htmlFor="matter" className="mb-1 block font-semibold">
            {register.matter}
          </label>
          <input
            id="matter"
            name="matter"
            maxLength={200}
            defaultValue={matter}
            className="min-h-11 rounded-md border border-edge bg-sheet px-3 py-2"
          />
        </div>
      )}
      <Button tone="plain">{words.submit}</Button>
      {typed && (
        <LinkTo to={action} className="inline-flex min-h-11 items-center">
          {words.today}
        </LinkTo>
      )}
      {problem && (
        <p id="on-problem" className="w-full font-semibold text-late">
          {problem}
        </p>
      )}
    </form>
  );
}

/**
 * By which books the answer is given: today's, with every later correction, or those of then. Of a past day
 * the other can always be asked for.
 */
export function ByWhichBooks({
  pathOf,
  on,
  known,
  at,
}: {
  /** The page's own address of a day, by the books of a moment. */
  pathOf: (on?: string, known?: Moment) => string;
  on?: string;
  known?: Moment;
  at: Moment;
}) {
  const words = useMessages().register.known;
  if (known)
    return (
      <Notice tone="warning" title={words.notice(shortTime(known))}>
        <LinkTo to={pathOf(on)}>{words.back}</LinkTo>
      </Notice>
    );
  if (!on) return null;
  return (
    <p className="print:hidden mb-4">
      <LinkTo to={pathOf(on, at)}>{words.ask}</LinkTo>
    </p>
  );
}

/** The address of this very answer, to be cited, and the same as data. */
export function LinksToKeep({ permalink, json }: { permalink: string; json?: string }) {
  const words = useMessages().areas;
  return (
    <Card title={words.speaks.permalink}>
      <p className="wrap-anywhere">
        <a href={permalink}>{permalink}</a>
      </p>
      <p className="print:hidden mt-2 flex flex-wrap items-center gap-x-4">
        <CopyButton text={permalink} what={words.speaks.permalink} />
        {json && (
          <a href={json} className="py-2">
            {words.page.json}
          </a>
        )}
      </p>
    </Card>
  );
}
