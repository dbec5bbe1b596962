import type { LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import type { ReactNode } from "react";
import { now } from "#app/clock.ts";
import { db } from "#app/db.server.ts";
import { ownRequests } from "#app/domain/portal/data-requests.server.ts";
import { myData } from "#app/domain/portal/my-data.server.ts";
import { listPortalSessions } from "#app/domain/portal/sessions.server.ts";
import { requireProof } from "#app/http/portal.server.ts";
import { PRIVATE_PAGE } from "#app/http/private-page.ts";
import { shortDay } from "#app/i18n/dates.ts";
import { languageOf, messagesIn } from "#app/i18n/messages.ts";
import { useLocalised, useMessages, useNumber } from "#app/i18n/use-messages.ts";
import { paths } from "#app/paths.ts";
import { useNames } from "#app/ui/area-name.ts";
import { Badge } from "#app/ui/badge.tsx";
import { Button, ButtonAnchor, ButtonLink } from "#app/ui/button.tsx";
import { Card, Facts } from "#app/ui/card.tsx";
import { CountdownBadge } from "#app/ui/countdown.tsx";
import { PageTitle } from "#app/ui/page-title.tsx";
import { PortalDone } from "#app/ui/portal-done.tsx";
import { browserOf } from "#app/ui/session-list.tsx";
import { TimeText } from "#app/ui/time.tsx";

export const headers = () => PRIVATE_PAGE;

const LETTERS = 50;

export async function loader({ request }: LoaderFunctionArgs) {
  const visitor = await requireProof(request);
  const at = now();
  const [all, requests, sessions] = await Promise.all([
    myData(db, visitor, at),
    ownRequests(db, visitor),
    listPortalSessions(db, visitor, at),
  ]);
  const { letters, deeds, sessions: _, ...shown } = all;
  return {
    ...{ ...shown, at, requests, mine: visitor.records },
    ...{ letters: letters.slice(0, LETTERS), olderLetters: Math.max(0, letters.length - LETTERS) },
    sessions: sessions.map(({ tokenHash: id, ...session }) => ({
      ...{ ...session, id, isOwn: id === visitor.session },
    })),
  };
}

export const meta: MetaFunction = ({ location }) => {
  const words = messagesIn(languageOf(location.pathname));
  return [{ title: `${words.portal.data.title} · ${words.common.product}` }];
};

const useAll = () => useLoaderData<typeof loader>();

export default function Data() {
  const { mine } = useAll();
  const words = useMessages().portal.data;
  const { name } = useNames();
  return (
    <>
      <PageTitle
        lead={words.lead}
        actions={
          <ButtonAnchor href={paths.portal.dataFile()} download>
            {words.export}
          </ButtonAnchor>
        }
      >
        {words.title}
      </PageTitle>
      <PortalDone />
      <Requests />
      <Records />
      <Consents />
      <PressWork />
      <Letters />
      <Sessions />
      <h2 className="mb-3 text-xl">
        {words.correct} · {words.erase}
      </h2>
      {mine.map((record) => (
        <p key={record.id} className="mb-3 flex flex-wrap items-center gap-3">
          <span className="min-w-32">{name(record.province)}</span>
          <ButtonLink to={paths.portal.correction(record)}>{words.correct}</ButtonLink>
          <ButtonLink tone="danger" to={paths.portal.erasure(record)}>
            {words.erase}
          </ButtonLink>
        </p>
      ))}
    </>
  );
}

function Requests() {
  const { requests, at } = useAll();
  const words = useMessages().portal.data;
  if (requests.length === 0) return null;
  return (
    <Card title={words.requests}>
      <ul className="grid gap-5">
        {requests.map((one) => (
          <li key={one.id} className="border-t border-line pt-4 first:border-t-0 first:pt-0">
            <p className="mb-2 flex flex-wrap items-center gap-2">
              <span className="font-semibold">{words.kinds[one.kind]}</span>
              <Badge tone={one.executedAt ? "done" : "due"}>{words.states[one.state]}</Badge>
              <TimeText at={one.askedAt} />
            </p>
            <Facts
              facts={[
                [
                  words.answerDue,
                  one.clocks.answer && (
                    <CountdownBadge due={one.clocks.answer} now={at} doneAt={one.answeredAt} />
                  ),
                ],
                [
                  words.executionDue,
                  one.clocks.execution && one.state !== "refused" && (
                    <CountdownBadge due={one.clocks.execution} now={at} doneAt={one.executedAt} />
                  ),
                ],
                [words.answer, one.answer && <Text>{one.answer}</Text>],
                [
                  words.ground,
                  one.ground && words.grounds[one.ground as keyof typeof words.grounds],
                ],
              ]}
            />
          </li>
        ))}
      </ul>
    </Card>
  );
}

function Records() {
  const { records, beats, areas, lists, mine } = useAll();
  const { portal, press } = useMessages();
  const words = portal.profile;
  const { name: place } = useNames();
  const day = (written: string | null) => written && shortDay(written);
  return records.map((one) => {
    const own = mine.find(({ id }) => id === one.id);
    const of = ({ journalistId }: { journalistId: string }) => journalistId === one.id;
    return (
      <Card
        key={one.id}
        title={own ? place(own.province) : one.province}
        actions={<ButtonLink to={paths.portal.profile(one)}>{portal.home.edit}</ButtonLink>}
      >
        <Facts
          facts={[
            [press.fields.name, one.name],
            [words.email, <Text key="email">{one.email}</Text>],
            [press.fields.phone, one.phone],
            [press.fields.language, press.languages[one.language]],
            [words.outlet, one.outlet && <Text>{one.outlet}</Text>],
            [
              press.fields.beats,
              beats
                .filter(of)
                .map(({ beat }) => beatName(press, beat))
                .join("; "),
            ],
            [
              words.areas,
              areas
                .filter(of)
                .map(({ name }) => name)
                .join("; "),
            ],
            [press.fields.pressCardNo, one.pressCardNo],
            [press.fields.pressCardUntil, day(one.pressCardUntilDay)],
            [press.fields.introLetterNo, one.introLetterNo],
            [press.fields.introLetterUntil, day(one.introLetterUntilDay)],
            [words.letterFor, one.introLetterFor && <Text>{one.introLetterFor}</Text>],
            [
              press.journalist.onLists,
              lists
                .filter(of)
                .map(({ name }) => name)
                .join("; "),
            ],
          ]}
        />
      </Card>
    );
  });
}

const beatName = (press: ReturnType<typeof useMessages>["press"], beat: string) =>
  press.beats[beat as keyof typeof press.beats] ?? beat;

function Consents() {
  const { consents, mine } = useAll();
  const words = useMessages().portal.consent;
  const { name } = useNames();
  return (
    <Card title={words.title}>
      {consents.kept.map((one) => {
        const own = mine.find(({ id }) => id === one.journalistId);
        const given = consents.given.filter(
          ({ journalistId }) => journalistId === one.journalistId,
        );
        return (
          <div key={one.journalistId} className="mb-4 last:mb-0">
            {mine.length > 1 && own && <h3 className="font-semibold">{name(own.province)}</h3>}
            <Facts
              facts={[
                [
                  words.channel,
                  one.awaitsConsentSince ? (
                    words.none
                  ) : (
                    <>
                      {given.length > 0 ? words.channels.portal : words.channels.desk}:{" "}
                      <Text>{one.consentBasis}</Text>
                    </>
                  ),
                ],
                [words.givenAt, !one.awaitsConsentSince && <TimeText at={one.consentAt} />],
                [
                  words.withdrawnAt,
                  one.unsubscribedAt ? (
                    <TimeText key="withdrawn" at={one.unsubscribedAt} />
                  ) : (
                    words.holds
                  ),
                ],
              ]}
            />
            {given.map(({ id, textVersion, givenAt, withdrawnAt }) => (
              <p key={id} className="mt-2 max-w-[70ch] text-sm text-soft">
                {words.version} {textVersion}, <TimeText at={givenAt} />
                {withdrawnAt && (
                  <>
                    {" "}
                    – <TimeText at={withdrawnAt} />
                  </>
                )}
                : {words.texts[textVersion]}
              </p>
            ))}
          </div>
        );
      })}
    </Card>
  );
}

function PressWork() {
  const { invitations, attendance, questions, queries } = useAll();
  const { portal } = useMessages();
  const words = portal.data;
  return (
    <>
      <Lines title={words.invitations} none={invitations.length === 0}>
        {invitations.map(({ id, subject, startsAt, reply, note }) => (
          <Line
            key={id}
            at={startsAt}
            aside={reply ? portal.invitations.answers[reply] : portal.invitations.none}
          >
            {subject}
            {note && ` (${note})`}
          </Line>
        ))}
      </Lines>
      <Lines title={words.attendance} none={attendance.length === 0}>
        {attendance.map(({ subject, inAt }) => (
          <Line key={`${subject} ${inAt}`} at={inAt}>
            {subject}
          </Line>
        ))}
      </Lines>
      <Lines title={words.questions} none={questions.length === 0}>
        {questions.map(({ text, receivedAt }) => (
          <Line key={receivedAt + text} at={receivedAt}>
            {text}
          </Line>
        ))}
      </Lines>
      <Lines title={words.queries} none={queries.length === 0}>
        {queries.map(({ id, title, number, receivedAt }) => (
          <Line key={id} at={receivedAt} aside={number}>
            {title}
          </Line>
        ))}
      </Lines>
    </>
  );
}

function Letters() {
  const { letters, olderLetters } = useAll();
  const words = useMessages().portal.data;
  const number = useNumber();
  return (
    <Lines title={words.letters} lead={words.lettersLead} none={letters.length === 0}>
      {letters.map(({ subject, postedAt, sentAt, kind }) => (
        <Line key={`${postedAt} ${kind} ${subject}`} at={sentAt ?? postedAt}>
          {subject}
        </Line>
      ))}
      {olderLetters > 0 && <li className="text-soft">{words.more(number(olderLetters))}</li>}
    </Lines>
  );
}

function Sessions() {
  const { sessions } = useAll();
  const words = useMessages().portal.data;
  const to = useLocalised();
  return (
    <Card title={words.sessions}>
      <ul className="grid gap-4">
        {sessions.map(({ id, beganAt, userAgent, isOwn, journalistId }) => (
          <li key={id} className="flex flex-wrap items-center justify-between gap-3">
            <span className="min-w-0 wrap-anywhere">
              {browserOf(userAgent)}{" "}
              <span className="text-sm text-soft">
                <TimeText at={beganAt} />
                {journalistId && `, ${words.byInvitation}`}
              </span>{" "}
              {isOwn && <Badge tone="done">{words.thisOne}</Badge>}
            </span>
            <form method="post" action={to(paths.portal.sessionEnd({ id }))}>
              <Button tone="plain">{words.endSession}</Button>
            </form>
          </li>
        ))}
      </ul>
    </Card>
  );
}

function Lines({
  title,
  lead,
  none,
  children,
}: {
  title: string;
  lead?: string;
  none: boolean;
  children: ReactNode;
}) {
  const words = useMessages().portal.data;
  return (
    <Card title={title}>
      {lead && <p className="mb-3 text-sm text-soft">{lead}</p>}
      {none ? (
        <p className="text-soft">{words.nothing}</p>
      ) : (
        <ul className="grid gap-2">{children}</ul>
      )}
    </Card>
  );
}

function Line({ at, aside, children }: { at: string; aside?: string; children: ReactNode }) {
  return (
    <li className="wrap-anywhere">
      {children}
      <span className="block text-sm text-soft">
        <TimeText at={at} />
        {aside && ` · ${aside}`}
      </span>
    </li>
  );
}

function Text({ children }: { children: ReactNode }) {
  return <span className="whitespace-pre-line wrap-anywhere">{children}</span>;
}
