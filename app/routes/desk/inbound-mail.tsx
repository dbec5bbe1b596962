import type { LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { Download } from "lucide-react";
import { db } from "#app/db.server.ts";
import { showIncoming } from "#app/domain/inbound/showing.server.ts";
import { findInboundFor } from "#app/domain/inbound/tray.server.ts";
import { requireOfficer } from "#app/http/guards.server.ts";
import { notFound } from "#app/http/responses.ts";
import { languageOf, messagesIn } from "#app/i18n/messages.ts";
import { useLocalised, useMessages } from "#app/i18n/use-messages.ts";
import { paths } from "#app/paths.ts";
import { ButtonLink } from "#app/ui/button.tsx";
import { Card, Facts } from "#app/ui/card.tsx";
import { InboundHead } from "#app/ui/inbound-head.tsx";
import { InboundBadge, InboundReasonText } from "#app/ui/inbound-state.tsx";
import { LinkTo } from "#app/ui/link.tsx";
import { Notice } from "#app/ui/notice.tsx";
import { TimeText } from "#app/ui/time.tsx";

export async function loader({ params, request }: LoaderFunctionArgs) {
  const officer = await requireOfficer(request);
  const { raw, ...mail } = (await findInboundFor(db, officer, params.mail ?? "")) ?? notFound();
  const shown = raw && (await showIncoming(raw));
  // What mail servers and calendars say is no question; what cannot be read becomes none.
  const mayAsk = shown !== null && mail.kind === "other";
  return { mail, isKept: raw !== null, shown, mayAsk };
}

export const meta: MetaFunction<typeof loader> = ({ data, location }) => {
  const words = messagesIn(languageOf(location.pathname));
  return [{ title: `${data?.mail.subject ?? ""} · ${words.inbound.title}` }];
};

export default function InboundMail() {
  const { mail, isKept, mayAsk } = useLoaderData<typeof loader>();
  const { inbound: words, queryMail } = useMessages();
  const to = useLocalised();
  const isOpen = mail.settledAt === null;
  // A letter that came for no invitation is rather a question.
  const isAnswer = !mayAsk || mail.invitationId !== null;
  return (
    <>
      <InboundHead
        mail={mail}
        actions={
          isKept && (
            <a
              href={to(paths.desk.inboundRaw(mail))}
              download
              className="inline-flex min-h-9 items-center gap-1.5"
            >
              <Download aria-hidden="true" className="size-4" />
              {words.mail.download}
            </a>
          )
        }
      />
      {mail.settledAs && (
        <Notice tone="success" title={words.mail.settled[mail.settledAs](mail.settledByName ?? "")}>
          {mail.settledAt && <TimeText at={mail.settledAt} />}
          {mail.settleReason && (
            <p className="whitespace-pre-line wrap-anywhere">{mail.settleReason}</p>
          )}
        </Notice>
      )}
      <Verdict />
      {isOpen && (
        <div className="mb-6 flex flex-wrap gap-3">
          <ButtonLink tone={isAnswer ? "primary" : "plain"} to={paths.desk.inboundAnswer(mail)}>
            {words.mail.take}
          </ButtonLink>
          {mayAsk && (
            <ButtonLink tone={isAnswer ? "plain" : "primary"} to={paths.desk.inboundQuery(mail)}>
              {queryMail.taking.open}
            </ButtonLink>
          )}
          <ButtonLink to={paths.desk.inboundDismissal(mail)}>{words.mail.dismiss}</ButtonLink>
        </div>
      )}
      <Content />
    </>
  );
}

/** What it was taken for, and why. */
function Verdict() {
  const { mail } = useLoaderData<typeof loader>();
  const { inbound: words, queryMail } = useMessages();
  const { meetingId, meetingSubject, queryId, queryNumber } = mail;
  return (
    <Card title={words.mail.facts}>
      <p className="mb-4">
        <InboundBadge outcome={mail.outcome} />{" "}
        <strong>
          <InboundReasonText {...mail} />
        </strong>
      </p>
      <Facts
        facts={[
          [
            words.about,
            [words.kinds[mail.kind], mail.personName ?? mail.letterTo].filter(Boolean).join(" · "),
          ],
          [
            "",
            meetingId && (
              <LinkTo to={paths.desk.invitations({ id: meetingId })}>{meetingSubject}</LinkTo>
            ),
          ],
          [
            "",
            queryId && queryNumber && (
              <LinkTo to={paths.desk.query({ id: queryId })}>{queryMail.asked(queryNumber)}</LinkTo>
            ),
          ],
          [words.mail.answer, mail.reply && words.replies[mail.reply]],
          [words.mail.version, mail.sequence !== null && words.mail.versionOf(mail.sequence)],
          [
            words.mail.trust,
            mail.kind === "query"
              ? queryMail.letter[mail.trust === "verified" ? "verified" : "unknown"]
              : mail.trust && words.trusts[mail.trust],
          ],
          [words.mail.server, mail.words && <span className="wrap-anywhere">{mail.words}</span>],
          [
            words.to,
            <span key="to" className="wrap-anywhere">
              {withoutKeys(mail.to)}
            </span>,
          ],
          [words.mail.size, words.mail.octets(mail.bytes)],
        ]}
      />
    </Card>
  );
}

/** A key opens the journalist's own page: enough of it is shown to tell two apart. */
function withoutKeys(addresses: string): string {
  return addresses.replace(/\+((?:[bu]-)?\w{4})\w{28}@/g, "+$1…@");
}

/** The mail itself, as text: nothing in it can be followed or run. */
function Content() {
  const { isKept, shown } = useLoaderData<typeof loader>();
  const words = useMessages().inbound.mail;
  if (!isKept) return <Notice>{words.gone}</Notice>;
  if (!shown) return <Notice tone="warning">{words.unread}</Notice>;
  return (
    <Card title={words.text}>
      <p className="mb-3 text-soft">{words.stranger}</p>
      {shown.text.trim() ? <Plain label={words.text}>{shown.text}</Plain> : <p>{words.noText}</p>}
      {shown.calendar && (
        <details className="mt-4">
          <summary className="w-fit">{words.showCalendar}</summary>
          <Plain label={words.calendar}>{shown.calendar}</Plain>
        </details>
      )}
      <details className="mt-4">
        <summary className="w-fit">{words.showHeaders(shown.headers.length)}</summary>
        <Plain label={words.headers}>{shown.headers.join("\n")}</Plain>
      </details>
    </Card>
  );
}

function Plain({ label, children }: { label: string; children: string }) {
  return (
    <section
      aria-label={label}
      // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls is scrolled by keyboard too
      tabIndex={0}
      className="mt-2 max-h-96 overflow-auto rounded-md border border-line bg-wash p-3"
    >
      <pre className="whitespace-pre-wrap font-sans text-sm wrap-anywhere">{children}</pre>
    </section>
  );
}
