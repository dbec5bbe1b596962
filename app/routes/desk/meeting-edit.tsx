import { parseWithZod } from "@conform-to/zod/v4";
import {
  type ActionFunctionArgs,
  data,
  type LoaderFunctionArgs,
  type MetaFunction,
} from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { useState } from "react";
import { z } from "zod";
import { now, readLocalTime, readZone } from "#app/clock.ts";
import { db } from "#app/db.server.ts";
import { lastDeedsOn } from "#app/domain/audit/listing.server.ts";
import { changeMeeting } from "#app/domain/invitations/changes.server.ts";
import { toldOfChanges } from "#app/domain/invitations/invitees.server.ts";
import type { Scope } from "#app/domain/invitations/series-scope.ts";
import { wake } from "#app/domain/mail/worker.server.ts";
import {
  type Detail,
  differenceOf,
  isExpected,
  isRescheduled,
  type Meeting,
  type MeetingDetails,
  whyNotChange,
} from "#app/domain/meetings/meeting.ts";
import { EditForm, formOf, readMeeting, sentencesOf } from "#app/domain/meetings/meeting-form.ts";
import { findMeetingFor, spokespersonFor } from "#app/domain/meetings/meetings.server.ts";
import { speakerChoices } from "#app/domain/meetings/speaker-choice.ts";
import { type Filled, putTogether } from "#app/domain/meetings/two-versions.ts";
import { speakersOf } from "#app/domain/spokespersons/speakers.server.ts";
import { goToSaying } from "#app/http/flash.server.ts";
import { requireOfficer } from "#app/http/guards.server.ts";
import { notFound } from "#app/http/responses.ts";
import {
  makeWideChange,
  scopeIn,
  type WideChange,
  wideChange,
} from "#app/http/series-change.server.ts";
import { shortTime } from "#app/i18n/dates.ts";
import { languageOf, type Messages, messagesFor, messagesIn } from "#app/i18n/messages.ts";
import { useMessages } from "#app/i18n/use-messages.ts";
import { paths } from "#app/paths.ts";
import { ButtonLink, SendButton } from "#app/ui/button.tsx";
import { CheckField, HouseForm, TextField, useHouseForm } from "#app/ui/form.tsx";
import { LinkTo } from "#app/ui/link.tsx";
import { MeetingFields } from "#app/ui/meeting-fields.tsx";
import { Notice } from "#app/ui/notice.tsx";
import { PageTitle } from "#app/ui/page-title.tsx";
import { SeriesScope, WideChangeTable } from "#app/ui/series-scope.tsx";

const HourQuery = z.object({
  at: z.string().max(40).catch(""),
  zone: z.string().max(60).catch(""),
});

export async function loader({ params, request }: LoaderFunctionArgs) {
  const officer = await requireOfficer(request);
  const meeting = (await findMeetingFor(db, officer, params.meeting ?? "")) ?? notFound();
  const query = HourQuery.parse(Object.fromEntries(new URL(request.url).searchParams));
  const hour = query.at && readLocalTime(query.at, readZone(query.zone));
  const [speakers, told] = await Promise.all([
    mayBeChosen(meeting, hour || meeting.startsAt),
    toldOfChanges(db, meeting.id),
  ]);
  return { meeting, speakers, told: told.length, barred: whyNotChange(meeting, now()) };
}

async function mayBeChosen({ agencyId }: Meeting, at: string) {
  return speakerChoices(await speakersOf(db, { id: agencyId }, at));
}

/** Whom saving would write to, and about what, unless the officer has been told so already. */
async function stillToSay(
  meeting: Meeting,
  details: MeetingDetails,
  { said, tell }: { said: unknown; tell: boolean },
) {
  const { mailed, asksAgain } = differenceOf(meeting, details, { tell });
  const moves = isRescheduled(meeting, details);
  if (!moves && (!isExpected(meeting) || mailed.length === 0)) return undefined;
  const { length: people } = await toldOfChanges(db, meeting.id);
  if (people === 0 || said === mailed.join()) return undefined;
  return { mailed, asksAgain: asksAgain || moves, people };
}

/** What another officer has saved since this one opened the form, beside what this one made of it. */
async function twoVersions(meeting: Meeting, sent: FormData) {
  const base = FilledAsJson.safeParse(sent.get("base"));
  const mine = Object.fromEntries([...sent].filter(([, value]) => typeof value === "string"));
  const saved = formOf(meeting) as Filled;
  const [last] = await lastDeedsOn(db, meeting);
  return {
    ...putTogether(base.success ? base.data : saved, mine as Filled, saved),
    ...{ mine: mine as Filled, saved, edition: meeting.edition },
    by: { name: last?.byName ?? "", at: last?.at ?? meeting.createdAt },
  };
}

const FilledAsJson = z
  .string()
  .max(60_000)
  .transform((text, context) => {
    try {
      return JSON.parse(text) as unknown;
    } catch {
      context.addIssue("not JSON");
      return z.NEVER;
    }
  })
  .pipe(z.record(z.string(), z.string()));

export async function action({ params, request }: ActionFunctionArgs) {
  const officer = await requireOfficer(request);
  const meeting = (await findMeetingFor(db, officer, params.meeting ?? "")) ?? notFound();
  const sent = await request.formData();
  const edition = Number(sent.get("edition") ?? meeting.edition);
  if (edition !== meeting.edition && !whyNotChange(meeting, now()))
    return data({ versions: await twoVersions(meeting, sent) }, { status: 409 });
  const submission = parseWithZod(sent, { schema: EditForm });
  if (submission.status !== "success") return data({ result: submission.reply() }, { status: 400 });
  const words = messagesFor(request);
  const { pages, reasons } = words.meetings;
  const read = readMeeting(submission.value, now());
  if (!read.ok) {
    const result = submission.reply({ fieldErrors: sentencesOf(words, read.problems) });
    return data({ result }, { status: 400 });
  }
  const { details } = read;
  const { reason, tell } = submission.value;
  const scope = scopeIn(sent, meeting);
  const wide = scope === "one" ? undefined : await wideChange(meeting, details, { scope, tell });
  if ((wide?.needsReason || isRescheduled(meeting, details)) && !reason) {
    const result = submission.reply({ fieldErrors: { reason: [reasons["no-reason"]] } });
    return data({ result, scope }, { status: 400 });
  }
  if (!(await spokespersonFor(db, { id: meeting.agencyId }, details))) {
    const speakers = await mayBeChosen(meeting, details.startsAt);
    const sentence = pages.form.maySpeak(speakers.map(({ name }) => name));
    const result = submission.reply({ fieldErrors: { spokespersonId: [sentence] } });
    return data({ result, speakers, scope }, { status: 409 });
  }
  if (scope !== "one" && wide) {
    if (wide.rows.length === 0 || sent.get("said") !== wide.said)
      return data({ result: submission.reply(), wide, scope });
    const made = { scope, reason, edition, tell };
    const done = await makeWideChange(meeting, details, made, { officer, words });
    if (done.ok)
      return goToSaying(request, paths.desk.series({ id: meeting.seriesId ?? "" }), done.sentence);
    const result = submission.reply({ formErrors: [done.sentence] });
    return data({ result, scope }, { status: 409 });
  }
  const ask = await stillToSay(meeting, details, { said: sent.get("said"), tell });
  if (ask) return data({ result: submission.reply(), ask });

  const signed = { by: officer, at: now() };
  const changed = await changeMeeting(db, meeting, details, signed, { reason, edition, tell });
  if (!changed.ok) {
    const result = submission.reply({ formErrors: [reasons[changed.reason]] });
    return data({ result }, { status: 409 });
  }
  if (changed.letters > 0) wake();
  return goToSaying(request, paths.desk.meeting(meeting), pages.edit.saved(changed.letters));
}

export const meta: MetaFunction = ({ location }) => {
  const words = messagesIn(languageOf(location.pathname));
  return [{ title: `${words.meetings.pages.edit.title} · ${words.common.product}` }];
};

type Versions = Awaited<ReturnType<typeof twoVersions>>;
type Answer = {
  result?: unknown;
  speakers?: Awaited<ReturnType<typeof mayBeChosen>>;
  ask?: Awaited<ReturnType<typeof stillToSay>>;
  wide?: WideChange;
  scope?: Scope;
  versions?: Versions;
};

export default function EditMeeting() {
  const { meeting, barred } = useLoaderData<typeof loader>();
  const versions = (useActionData<typeof action>() as Answer | undefined)?.versions;
  const words = useMessages();
  const says = words.meetings.pages.edit;
  return (
    <>
      <PageTitle above={<LinkTo to={paths.desk.meeting(meeting)}>{meeting.subject}</LinkTo>}>
        {meeting.postponedAt ? says.newTime : says.title}
      </PageTitle>
      {barred ? (
        <Notice tone="warning">{words.meetings.reasons[barred]}</Notice>
      ) : (
        // Filled in anew when the two versions are put together.
        <MeetingEdit key={versions?.edition} versions={versions} />
      )}
    </>
  );
}

function MeetingEdit({ versions }: { versions: Versions | undefined }) {
  const { meeting, speakers, told } = useLoaderData<typeof loader>();
  const answer = useActionData<typeof action>() as Answer | undefined;
  const words = useMessages();
  const says = words.meetings.pages.edit;
  // What the form began with stays what it began with, whatever is loaded meanwhile.
  const [began] = useState({ base: formOf(meeting) as Filled, edition: meeting.edition });
  const base = versions?.saved ?? began.base;
  const edition = versions?.edition ?? began.edition;
  const [form, fields] = useHouseForm(EditForm, {
    id: "meeting",
    lastResult: answer?.result,
    defaultValue: versions ? { ...versions.merged, reason: versions.mine.reason } : formOf(meeting),
  });
  const { ask, wide } = answer ?? {};
  return (
    <HouseForm form={form}>
      {versions && <Apart {...versions} />}
      {told > 0 && !ask && !versions && <Notice>{says.whoIsTold(told)}</Notice>}
      <input type="hidden" name="edition" value={edition} />
      <input type="hidden" name="base" value={JSON.stringify(base)} />
      <MeetingFields
        form={form}
        meeting={meeting}
        fields={fields}
        speakers={answer?.speakers ?? speakers}
        speakersAt={(query) => paths.desk.meetingEdit(meeting, query)}
      />
      {told > 0 && <CheckField field={fields.tell} label={says.tell} hint={says.tellHint} />}
      {meeting.seriesId && <SeriesScope scope={answer?.scope ?? "one"} />}
      {(meeting.announcedAt || meeting.seriesId) && (
        <TextField field={fields.reason} label={says.reason} hint={says.reasonHint} />
      )}
      <div key={ask || wide ? "asked" : "unasked"} ref={ask || wide ? showWhole : undefined}>
        {ask && <AboutLetters {...ask} />}
        {wide && <WideChangeTable {...wide} />}
        <div className="mt-4 flex flex-wrap gap-2">
          <SendButton>
            {wide && wide.rows.length > 0
              ? words.series.scope.submit(wide.rows.length, wide.letters)
              : ask
                ? says.saveAndSend(ask.people)
                : words.common.save}
          </SendButton>
          <ButtonLink to={paths.desk.meeting(meeting)}>{words.common.cancel}</ButtonLink>
        </div>
      </div>
    </HouseForm>
  );
}

/** Both versions of whatever differs, side by side: the one saved meanwhile, and the one in the form. */
function Apart({ by, apart, taken, mine, saved }: Versions) {
  const words = useMessages().meetings;
  const says = words.pages.edit;
  const name = (field: string) => words.details[field as Detail] ?? field;
  const read = (filled: Filled, field: string) => readable(words, field, filled[field] ?? "");
  return (
    <Notice tone="warning" title={says.theirs(by.name, shortTime(by.at))}>
      <p>{says.bothKept}</p>
      {apart.length > 0 && (
        <dl className="mt-3 grid gap-3">
          {apart.map((field) => (
            <div key={field}>
              <dt className="font-semibold">{name(field)}</dt>
              <dd className="wrap-anywhere whitespace-pre-line">
                {`${says.stored}: ${read(saved, field) || says.blank}`}
              </dd>
              <dd className="wrap-anywhere whitespace-pre-line">
                {`${says.yours}: ${read(mine, field) || says.blank}`}
              </dd>
            </div>
          ))}
        </dl>
      )}
      {taken.length > 0 && (
        <p className="mt-3">{says.taken(taken.map((field) => name(field).toLowerCase()))}</p>
      )}
    </Notice>
  );
}

/** What stands in a field as people read it: a kind by its name, a time as 08:30 25/11/2026. */
function readable(words: Messages["meetings"], field: string, value: string): string {
  if (field === "kind") return words.kinds[value as Meeting["kind"]] ?? value;
  if (field === "cadence") return words.cadences[value as Meeting["cadence"]] ?? value;
  const [, year, month, day, time] = /^(\d{4})-(\d\d)-(\d\d)T(\d\d:\d\d)/.exec(value) ?? [];
  return time ? `${time} ${day}/${month}/${year}` : value;
}

/** The page was long enough to have been scrolled: what it asks now must be seen. */
function showWhole(element: HTMLElement | null) {
  element?.scrollIntoView({ block: "nearest" });
}

/** What saving will do beyond saving; pressing again means having read it. */
function AboutLetters({ mailed, asksAgain, people }: NonNullable<Answer["ask"]>) {
  const { details, pages } = useMessages().meetings;
  const says = pages.edit;
  return (
    <Notice tone="warning" title={says.willTell(people)}>
      <input type="hidden" name="said" value={mailed.join()} />
      <p>{says.about(mailed.map((detail) => details[detail].toLowerCase()))}</p>
      {asksAgain && <p>{says.asksAgain}</p>}
    </Notice>
  );
}
