import type { LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { dayOf, now, today } from "#app/clock.ts";
import { absolute } from "#app/config.server.ts";
import { db } from "#app/db.server.ts";
import { findOpenCalendar } from "#app/domain/feeds/journalist-calendar.server.ts";
import { CONSENT_TEXT, consentsOf } from "#app/domain/portal/consents.server.ts";
import { ownInvitations, statementsTo } from "#app/domain/portal/my-data.server.ts";
import { hasOldCard } from "#app/domain/portal/visitor.ts";
import { requireVisitor } from "#app/http/portal.server.ts";
import { PRIVATE_PAGE } from "#app/http/private-page.ts";
import { shortDay } from "#app/i18n/dates.ts";
import { languageOf, localised, messagesIn } from "#app/i18n/messages.ts";
import { useLocalised, useMessages } from "#app/i18n/use-messages.ts";
import { paths } from "#app/paths.ts";
import { useNames } from "#app/ui/area-name.ts";
import { Button, ButtonLink } from "#app/ui/button.tsx";
import { Card, Facts } from "#app/ui/card.tsx";
import { Credentials } from "#app/ui/credential.tsx";
import { LinkTo } from "#app/ui/link.tsx";
import { Notice } from "#app/ui/notice.tsx";
import { PageTitle } from "#app/ui/page-title.tsx";
import { PortalDone } from "#app/ui/portal-done.tsx";
import { SpanText, TimeText } from "#app/ui/time.tsx";

export const headers = () => PRIVATE_PAGE;

export async function loader({ request }: LoaderFunctionArgs) {
  const visitor = await requireVisitor(request);
  const at = now();
  const language = languageOf(new URL(request.url).pathname);
  const ids = visitor.records.map(({ id }) => id);
  const [invitations, statements, consents] = await Promise.all([
    ownInvitations(db, visitor),
    statementsTo(db, ids),
    consentsOf(db, ids),
  ]);
  const records = await Promise.all(
    visitor.records.map(async (record) => {
      const calendar = await findOpenCalendar(db, { journalistId: record.id });
      return {
        ...record,
        awaits: consents.kept.find((one) => one.journalistId === record.id)?.awaitsConsentSince,
        hasOldCard: hasOldCard(record, today()),
        // The address is a key: an invitation that was passed on does not hand it out.
        calendar:
          calendar && visitor.proven
            ? absolute(localised(language, paths.journalistCalendar(calendar)))
            : null,
      };
    }),
  );
  return {
    ...{ email: visitor.email, proven: visitor.proven, records, today: today() },
    coming: invitations
      .filter(({ endsAt, cancelledAt, postponedAt }) => endsAt > at && !cancelledAt && !postponedAt)
      .toReversed(),
    statements: statements.slice(0, 20),
    consentText: CONSENT_TEXT,
  };
}

export const meta: MetaFunction = ({ location }) => {
  const words = messagesIn(languageOf(location.pathname));
  return [{ title: `${words.portal.title} · ${words.common.product}` }];
};

type Shown = ReturnType<typeof useLoaderData<typeof loader>>;

export default function PortalHome() {
  const { email, records, coming, statements } = useLoaderData<typeof loader>();
  const { title, home: words } = useMessages().portal;
  return (
    <>
      <PageTitle lead={<span className="wrap-anywhere">{words.lead(email)}</span>}>
        {title}
      </PageTitle>
      <PortalDone />
      {records.some((record) => record.hasOldCard) && (
        <Notice tone="warning" title={words.oldCard}>
          {words.oldCardLead}
        </Notice>
      )}
      <Card title={words.coming}>
        {coming.length === 0 && <p className="text-soft">{words.nothingComing}</p>}
        <ul className="grid gap-4">
          {coming.map((one) => (
            <li key={one.id}>
              <LinkTo to={paths.reply(one)} className="font-semibold wrap-anywhere">
                {one.subject}
              </LinkTo>
              <span className="block text-sm text-soft">
                <SpanText {...one} />
                {one.venue && `, ${one.venue}`}
              </span>
            </li>
          ))}
        </ul>
      </Card>
      <h2 className="mb-1 text-xl">{words.records}</h2>
      <p className="mb-4 text-soft">{words.recordsLead}</p>
      {records.map((record) => (
        <OwnRecord key={record.id} record={record} />
      ))}
      <Card title={words.statements}>
        {statements.length === 0 && <p className="text-soft">{words.noStatements}</p>}
        <ul className="grid gap-2">
          {statements.map(({ id, title: name, publishedAt }) => (
            <li key={id}>
              <LinkTo to={paths.statement({ id })} className="wrap-anywhere">
                {name}
              </LinkTo>
              {publishedAt && (
                <span className="block text-sm text-soft">
                  <TimeText at={publishedAt} />
                </span>
              )}
            </li>
          ))}
        </ul>
      </Card>
      <p className="text-sm text-soft">{words.untracked}</p>
    </>
  );
}

function OwnRecord({ record }: { record: Shown["records"][number] }) {
  const { today, proven, consentText } = useLoaderData<typeof loader>();
  const { portal, press } = useMessages();
  const { home: words, consent } = portal;
  const { name: place } = useNames();
  const to = useLocalised();
  const { unsubscribedAt, awaits } = record;
  const getsLetters = !unsubscribedAt && !awaits;
  return (
    <Card
      title={place(record.province)}
      actions={<ButtonLink to={paths.portal.profile(record)}>{words.edit}</ButtonLink>}
    >
      <Facts
        facts={[
          [
            press.fields.name,
            <span key="name" className="wrap-anywhere">
              {record.name}
            </span>,
          ],
          [
            words.paper,
            <Credentials
              key="paper"
              journalist={{ ...record, unsubscribedAt: null }}
              today={today}
            />,
          ],
          [
            words.letters,
            getsLetters
              ? words.subscribed
              : unsubscribedAt
                ? words.stopped(shortDay(dayOf(unsubscribedAt)))
                : words.awaits,
          ],
        ]}
      />
      {proven && (
        <div className="mt-4 grid gap-3 border-t border-line pt-4">
          {!getsLetters && <p className="max-w-[70ch] text-sm">{consent.texts[consentText]}</p>}
          <form
            method="post"
            action={to(
              getsLetters ? paths.portal.withdrawal(record) : paths.portal.consent(record),
            )}
          >
            <Button tone={getsLetters ? "danger" : "primary"}>
              {getsLetters ? consent.withdraw : consent.give}
            </Button>
          </form>
          <h3 className="font-semibold">{words.calendar}</h3>
          <p className="max-w-[70ch] text-sm text-soft">{words.calendarLead}</p>
          {record.calendar && <code className="break-all">{record.calendar}</code>}
          <div className="flex flex-wrap gap-2">
            <form method="post" action={to(paths.portal.calendar(record))}>
              <Button tone="plain">
                {record.calendar ? words.calendarRenew : words.calendarOpen}
              </Button>
            </form>
            {record.calendar && (
              <form method="post" action={to(paths.portal.calendarClosing(record))}>
                <Button tone="danger">{words.calendarClose}</Button>
              </form>
            )}
          </div>
        </div>
      )}
    </Card>
  );
}
