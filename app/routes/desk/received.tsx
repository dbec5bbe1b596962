import type { LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { Download } from "lucide-react";
import { db } from "#app/db.server.ts";
import { findReceivedFor } from "#app/domain/invitations/correspondence.server.ts";
import { readMessage } from "#app/domain/mail/receiver.server.ts";
import { readCalendar } from "#app/domain/meetings/calendar-reading.ts";
import { requireTrialMailbox } from "#app/http/guards.server.ts";
import { notFound } from "#app/http/responses.ts";
import { languageOf, messagesIn } from "#app/i18n/messages.ts";
import { useLocalised, useMessages } from "#app/i18n/use-messages.ts";
import { paths } from "#app/paths.ts";
import { CalendarCard } from "#app/ui/calendar-card.tsx";
import { Card } from "#app/ui/card.tsx";
import { LetterFrame } from "#app/ui/letter-frame.tsx";
import { LinkTo } from "#app/ui/link.tsx";
import { PageTitle } from "#app/ui/page-title.tsx";
import { TimeText } from "#app/ui/time.tsx";

export async function loader({ params, request }: LoaderFunctionArgs) {
  const officer = await requireTrialMailbox(request);
  const mail = (await findReceivedFor(db, officer, params.mail ?? "")) ?? notFound();
  const { subject, from, to, text, html, calendar, headers } = await readMessage(mail.raw);
  return {
    mail: { id: mail.id, receivedAt: mail.receivedAt },
    message: { subject, from, to, text, headers, hasHtml: html !== "" },
    calendar: calendar && { text: calendar.text, entry: readCalendar(calendar.text) },
  };
}

export const meta: MetaFunction<typeof loader> = ({ data, location }) => {
  const words = messagesIn(languageOf(location.pathname));
  return [{ title: `${data?.message.subject ?? ""} · ${words.mail.mailbox.title}` }];
};

export default function Received() {
  const { mail, message } = useLoaderData<typeof loader>();
  const words = useMessages().mail;
  const to = useLocalised();
  return (
    <>
      <PageTitle
        above={<LinkTo to={paths.desk.mailbox()}>{words.mailbox.title}</LinkTo>}
        lead={
          <>
            {words.mailbox.received}: <TimeText at={mail.receivedAt} />
          </>
        }
        actions={
          <FileLink href={to(paths.desk.receivedRaw(mail))}>{words.mailbox.downloadMail}</FileLink>
        }
      >
        {message.subject || words.mailbox.noSubject}
      </PageTitle>
      <div className="grid items-start gap-x-6 lg:grid-cols-[3fr_2fr]">
        <Card title={words.letter.label}>
          <LetterFrame
            {...message}
            src={message.hasHtml ? to(paths.desk.receivedLetter(mail)) : null}
          />
        </Card>
        <div>
          <Calendar />
          <Headers />
        </div>
      </div>
    </>
  );
}

function Calendar() {
  const { mail, calendar } = useLoaderData<typeof loader>();
  const words = useMessages().mail;
  const to = useLocalised();
  if (!calendar) return <Card title={words.calendar.label}>{words.calendar.none}</Card>;
  return (
    <Card
      title={words.calendar.label}
      actions={
        <FileLink href={to(paths.desk.receivedCalendar(mail))}>
          {words.mailbox.downloadCalendar}
        </FileLink>
      }
    >
      {calendar.entry && <CalendarCard entry={calendar.entry} />}
      <Raw summary={words.calendar.raw} text={calendar.text} />
    </Card>
  );
}

function Headers() {
  const { message } = useLoaderData<typeof loader>();
  const words = useMessages().mail.mailbox;
  const lines = message.headers.map(({ name, value }) => `${name}: ${value}`);
  return (
    <Card title={words.headers}>
      <Raw summary={words.headersOf(lines.length)} text={lines.join("\n")} />
    </Card>
  );
}

function Raw({ summary, text }: { summary: string; text: string }) {
  return (
    <details className="mt-3">
      <summary className="w-fit">{summary}</summary>
      <pre className="mt-2 max-h-96 overflow-auto whitespace-pre-wrap break-all rounded-md border border-line bg-wash p-3 text-sm">
        {text}
      </pre>
    </details>
  );
}

function FileLink({ href, children }: { href: string; children: React.ReactNode }) {
  return (
    <a href={href} download className="inline-flex min-h-9 items-center gap-1.5">
      <Download aria-hidden="true" className="size-4" />
      {children}
    </a>
  );
}
