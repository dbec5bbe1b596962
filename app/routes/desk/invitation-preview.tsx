import type { LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { Form, useLoaderData, useLocation } from "@remix-run/react";
import { Send } from "lucide-react";
import { now } from "#app/clock.ts";
import { db } from "#app/db.server.ts";
import { guestsOf, readChoice } from "#app/domain/invitations/choice.server.ts";
import { previewLetter } from "#app/domain/invitations/preview.server.ts";
import { markOf } from "#app/domain/invitations/seen.server.ts";
import { readCalendar } from "#app/domain/meetings/calendar-reading.ts";
import { whyNotInvite } from "#app/domain/meetings/meeting.ts";
import { findMeetingFor, type MeetingOfAgency } from "#app/domain/meetings/meetings.server.ts";
import { heldBack, noticeStanding } from "#app/domain/notices/notices.server.ts";
import { pageOf } from "#app/domain/paging/page.ts";
import { paperFiles } from "#app/domain/papers/papers.server.ts";
import { requireOfficer } from "#app/http/guards.server.ts";
import { notFound } from "#app/http/responses.ts";
import { languageOf, messagesIn } from "#app/i18n/messages.ts";
import { useLocalised, useMessages } from "#app/i18n/use-messages.ts";
import { paths } from "#app/paths.ts";
import { ButtonLink, SendButton } from "#app/ui/button.tsx";
import { CalendarCard } from "#app/ui/calendar-card.tsx";
import { Card } from "#app/ui/card.tsx";
import { Despite } from "#app/ui/despite.tsx";
import { Empty } from "#app/ui/empty.tsx";
import { LetterFrame } from "#app/ui/letter-frame.tsx";
import { LinkTo } from "#app/ui/link.tsx";
import { Notice } from "#app/ui/notice.tsx";
import { PageTitle } from "#app/ui/page-title.tsx";
import { Pager } from "#app/ui/pager.tsx";
import { Table } from "#app/ui/table.tsx";

const PAGE = 20;

export async function loader({ params, request }: LoaderFunctionArgs) {
  const officer = await requireOfficer(request);
  const meeting = (await findMeetingFor(db, officer, params.meeting ?? "")) ?? notFound();
  const search = new URL(request.url).searchParams;
  const { guests, already } = await guestsOf(db, meeting, readChoice(search));
  const own = languageOf(new URL(request.url).pathname);
  const shown =
    guests.find(({ id }) => id === search.get("for")) ??
    guests.find(({ language }) => language === own) ??
    guests[0];
  const letter = shown && (await previewLetter(db, meeting, shown));
  const { shown: listed, ...place } = pageOf(guests, Number(search.get("page")), PAGE);
  for (const name of ["for", "page"]) search.delete(name);
  return {
    meeting,
    barred: whyNotInvite(meeting, now()),
    held: await holdOf(meeting),
    already,
    choice: search.toString(),
    everybody: guests.map(({ id }) => id).join(" "),
    ...place,
    guests: listed.map(({ id, name, email, outletName, language }) => {
      return { id, name, email, outletName, language };
    }),
    preview: letter && {
      for: shown.id,
      language: shown.language,
      mark: markOf(letter),
      calendar: readCalendar(letter.calendar ?? ""),
      files: (await paperFiles(db, meeting, shown.language)).map(({ name, bytes }) => {
        const format = name.endsWith(".pdf") ? "pdf" : "docx";
        return { name, bytes: bytes.length, file: `${shown.language}.${format}` };
      }),
      letter: { from: letter.from, subject: letter.subject, text: letter.text },
      to: `${letter.toName} <${letter.to}>`,
    },
  };
}

/** What keeps invitations back, for the officer to answer for; nothing when they may go. */
async function holdOf(meeting: MeetingOfAgency) {
  const reason = await heldBack(db, meeting, now());
  const standing = reason && (await noticeStanding(db, meeting));
  return standing ? { reason, due: standing.due } : null;
}

export const meta: MetaFunction = ({ location }) => {
  const words = messagesIn(languageOf(location.pathname));
  return [{ title: `${words.invitations.pages.preview.title} · ${words.common.product}` }];
};

export default function InvitationPreview() {
  const { meeting, barred, held, total, everybody, already, choice, preview } =
    useLoaderData<typeof loader>();
  const { invitations, meetings, notices } = useMessages();
  const words = invitations.pages.preview;
  const isForbidden = held?.reason === "notice-forbidden";
  const to = useLocalised();
  const back = `${paths.desk.invitations(meeting)}?${choice}`;
  return (
    <>
      <PageTitle
        above={<LinkTo to={paths.desk.meeting(meeting)}>{meeting.subject}</LinkTo>}
        lead={words.lead}
      >
        {words.title}
      </PageTitle>
      {barred && <Notice tone="warning">{meetings.reasons[barred]}</Notice>}
      {isForbidden && <Notice tone="problem">{notices.problems["notice-forbidden"]}</Notice>}
      {preview ? (
        <>
          <Form
            method="post"
            action={to(back)}
            className="mb-6 flex flex-wrap items-center gap-3 rounded-md border-s-4 border-accent bg-sheet p-4"
          >
            <input type="hidden" name="journalists" value={everybody} />
            <input type="hidden" name="previewed" value={preview.for} />
            <input type="hidden" name="mark" value={preview.mark} />
            {held && !isForbidden && !barred && <Despite due={held.due} />}
            {!barred && !isForbidden && (
              <SendButton>
                <Send aria-hidden="true" className="size-4" />
                {words.send(total)}
              </SendButton>
            )}
            <ButtonLink to={back}>{words.back}</ButtonLink>
            {already > 0 && <p className="text-soft">{words.already(already)}</p>}
          </Form>
          <div className="grid items-start gap-x-6 lg:grid-cols-[3fr_2fr]">
            <Letter />
            <Recipients />
          </div>
        </>
      ) : (
        <Empty title={already > 0 ? words.allInvited : words.nobody}>
          <ButtonLink to={back}>{words.back}</ButtonLink>
        </Empty>
      )}
    </>
  );
}

function Letter() {
  const { meeting, preview } = useLoaderData<typeof loader>();
  const { invitations, papers } = useMessages();
  const words = invitations.pages.preview;
  const to = useLocalised();
  if (!preview) return null;
  return (
    <Card title={words.letter}>
      <LetterFrame
        {...preview.letter}
        to={preview.to}
        src={to(paths.desk.invitationLetter(meeting, preview.for))}
      />
      <h3 className="mt-6 mb-2 text-lg">{words.calendar}</h3>
      {preview.calendar && <CalendarCard entry={preview.calendar} />}
      <h3 className="mt-6 mb-2 text-lg">{papers.attached}</h3>
      {preview.files.length > 0 ? (
        <ul className="grid gap-1">
          {preview.files.map(({ name, bytes, file }) => (
            <li key={name}>
              <a href={to(paths.desk.paperFile(meeting, file))} download>
                {name}
              </a>{" "}
              <span className="text-soft">{papers.kilobytes(Math.ceil(bytes / 1024))}</span>
            </li>
          ))}
        </ul>
      ) : (
        <p className="text-soft">{papers.attachedNone}</p>
      )}
      <p className="mt-3">
        <LinkTo to={paths.desk.paper(meeting)}>{papers.open}</LinkTo>
      </p>
    </Card>
  );
}

function Recipients() {
  const { guests, total, page, pages, preview, choice } = useLoaderData<typeof loader>();
  const { pathname } = useLocation();
  const words = useMessages().invitations.pages.preview;
  return (
    <section aria-label={words.recipients} className="mb-6">
      <h2 className="mb-3 text-xl">{words.recipientsOf(total)}</h2>
      <Table
        caption={words.recipients}
        rows={guests}
        keyOf={({ id }) => id}
        columns={[
          {
            head: words.who,
            names: true,
            cell: ({ name, outletName, email }) => (
              <>
                <span className="font-semibold">{name}</span>
                {outletName && <span> · {outletName}</span>}
                <span className="block text-sm text-soft">{email}</span>
              </>
            ),
          },
          { head: words.language, cell: ({ language }) => words.languages[language] },
          {
            head: words.theirLetter,
            cell: ({ id, name }) =>
              id === preview?.for ? (
                <span className="text-soft">{words.shown}</span>
              ) : (
                <a
                  href={`${pathname}?${choice}&page=${page}&for=${id}`}
                  className="whitespace-nowrap"
                >
                  {words.show}
                  <span className="sr-only">: {name}</span>
                </a>
              ),
          },
        ]}
      />
      <Pager page={page} pages={pages} />
    </section>
  );
}
