import { parseWithZod } from "@conform-to/zod/v4";
import {
  type ActionFunctionArgs,
  data,
  type LoaderFunctionArgs,
  type MetaFunction,
} from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { CalendarPlus } from "lucide-react";
import { now } from "#app/clock.ts";
import { absolute } from "#app/config.server.ts";
import { db } from "#app/db.server.ts";
import { publicProgrammeOf } from "#app/domain/afterwards/record.server.ts";
import { findOpenCalendar } from "#app/domain/feeds/journalist-calendar.server.ts";
import { kitForGuest } from "#app/domain/invitations/guest-files.server.ts";
import {
  answersTo,
  findInvitation,
  type InvitationFound,
  reply,
  whyNotReply,
} from "#app/domain/invitations/replies.server.ts";
import { answerStateOf, isHybrid, ReplyForm } from "#app/domain/invitations/reply-form.ts";
import { placeInLine, seatsLeftFor } from "#app/domain/invitations/seating.server.ts";
import { guestsDay } from "#app/domain/questions/guests-day.server.ts";
import { mayTry } from "#app/http/limits.server.ts";
import { goTo } from "#app/http/responses.ts";
import { shortTime } from "#app/i18n/dates.ts";
import { languageOf, localised, messagesFor, messagesIn } from "#app/i18n/messages.ts";
import { useLocalised, useMessages } from "#app/i18n/use-messages.ts";
import { paths } from "#app/paths.ts";
import { useAgencyName } from "#app/ui/agency-name.ts";
import { AnswerFields, answerBefore } from "#app/ui/answer-fields.tsx";
import { useSaid } from "#app/ui/answer-said.ts";
import { Button, ButtonLink } from "#app/ui/button.tsx";
import { Card } from "#app/ui/card.tsx";
import { EntryPass } from "#app/ui/entry-pass.tsx";
import { HouseForm, useHouseForm } from "#app/ui/form.tsx";
import { MeetingFacts } from "#app/ui/meeting-facts.tsx";
import { MeetingProgramme } from "#app/ui/meeting-record.tsx";
import { Notice } from "#app/ui/notice.tsx";
import { OwnCalendar } from "#app/ui/own-calendar.tsx";
import { PageTitle } from "#app/ui/page-title.tsx";
import { PressKit } from "#app/ui/press-kit.tsx";
import { QuestionNotice, QuestionsAhead } from "#app/ui/questions-ahead.tsx";
import { SpanText, TimeText } from "#app/ui/time.tsx";

/** The letter's link is a key: it is kept out of histories, caches and other sites' logs. */
const PRIVATE = {
  "Cache-Control": "no-store",
  "Referrer-Policy": "same-origin",
  "X-Robots-Tag": "noindex, nofollow",
};

export const headers = () => PRIVATE;

/** Only looks. Mail scanners follow every link of a letter, so nothing is answered by asking for the page. */
export async function loader({ params, request }: LoaderFunctionArgs) {
  const found = await findInvitation(db, params.token ?? "");
  if (!found) return data({ found: null }, { status: 404 });
  const { meeting } = found;
  const barred = whyNotReply(meeting, now());
  const { createdBy, spokespersonId, ...shown } = meeting;
  const invitation = answerIn(found);
  const [seats, line, given, calendar, kit, programme, day] = await Promise.all([
    seatsLeftFor(db, meeting, found),
    placeInLine(db, meeting, found),
    answersTo(db, found),
    findOpenCalendar(db, found),
    kitForGuest(db, found, now()),
    publicProgrammeOf(db, meeting),
    guestsDay(db, found, now()),
  ]);
  const { pathname, searchParams } = new URL(request.url);
  const language = languageOf(pathname);
  const asked = searchParams.get("asked");
  const calendarAddress =
    calendar && absolute(localised(language, paths.journalistCalendar(calendar)));
  const own = { token: found.token, calendarAddress: calendarAddress ?? null };
  return data({
    found: {
      ...{ meeting: shown, invitation, ...own, kit, programme, day, asked },
      ...{ barred, seats, line, before: given.find(({ counted }) => counted), now: now() },
    } as const,
  });
}

/** Of an invitation only what its own guest said; keys and officers stay here. */
function answerIn(found: InvitationFound) {
  const { name, outletName, reply, substituteName, substitutePaper, substitutePaperNo } = found;
  const { partySize, online, cameras, tripod, live, interpreter, note } = found;
  return {
    ...{ name, outletName, reply, substituteName, substitutePaper, substitutePaperNo },
    ...{ partySize, online, cameras, tripod, live, interpreter, note },
    ...{ repliedAt: found.repliedAt, repliedVia: found.repliedVia },
    waitingSince: found.waitingSince,
  };
}

export async function action({ params, request, context }: ActionFunctionArgs) {
  const words = messagesFor(request);
  const token = params.token ?? "";
  const submission = parseWithZod(await request.formData(), { schema: ReplyForm });
  const refuse = (sentence: string, status: number) =>
    data(submission.reply({ formErrors: [sentence] }), { status });
  if (!(await mayTry("publicWrite", context.address)))
    return refuse(words.common.errors[429].text, 429);
  if (submission.status !== "success") return data(submission.reply(), { status: 400 });

  const answered = await reply(db, token, submission.value, now());
  if (!answered.ok) {
    const status = answered.reason === "unknown" ? 404 : 409;
    return refuse(words.invitations.reasons[answered.reason], status);
  }
  return goTo(request, paths.reply({ token }));
}

export const meta: MetaFunction = ({ location }) => {
  const words = messagesIn(languageOf(location.pathname));
  return [{ title: `${words.invitations.pages.reply.title} · ${words.common.product}` }];
};

export default function Reply() {
  const { found } = useLoaderData<typeof loader>();
  const words = useMessages().invitations;
  if (found) return <Invitation found={found} />;
  return (
    <>
      <PageTitle>{words.pages.reply.title}</PageTitle>
      <Notice tone="problem">{words.reasons.unknown}</Notice>
      <ButtonLink to={paths.meetings()}>{words.pages.reply.otherMeetings}</ButtonLink>
    </>
  );
}

type Found = NonNullable<ReturnType<typeof useLoaderData<typeof loader>>["found"]>;

function Invitation({ found }: { found: Found }) {
  const { meeting, invitation, barred, kit, programme } = found;
  const { invitations, meetings, meetingRooms } = useMessages();
  const to = useLocalised();
  const words = invitations.pages.reply;
  const agency = useAgencyName()(meeting);
  return (
    <>
      <PageTitle
        above={words.to(invitation.name, invitation.outletName)}
        lead={
          <>
            {words.from(agency)}
            <strong className="mt-2 block text-ink">
              <SpanText {...meeting} />
              {meeting.venue && <span className="block">{meeting.venue}</span>}
            </strong>
          </>
        }
      >
        {meeting.subject}
      </PageTitle>
      {barred && (
        <Notice tone="warning" title={invitations.reasons[barred]}>
          {(meeting.cancelReason ?? meeting.postponeReason) &&
            meetings.pages.site.because(meeting.cancelReason ?? meeting.postponeReason ?? "")}
        </Notice>
      )}
      {found.asked && <QuestionNotice asked={found.asked} />}
      <Given found={found} />
      {found.day.pass && <EntryPass pass={found.day.pass} substitute={found.day.substitute} />}
      {!barred && <AnswerBy meeting={meeting} now={found.now} />}
      {!barred && <Answer found={found} />}
      <QuestionsAhead token={found.token} {...found.day} />
      <Card
        title={words.meeting}
        actions={
          !barred && (
            <a
              href={to(paths.replyCalendar(found))}
              download
              className="inline-flex min-h-9 items-center gap-1.5"
            >
              <CalendarPlus aria-hidden="true" className="size-4" />
              {words.calendar}
            </a>
          )
        }
      >
        <MeetingFacts meeting={meeting} agency={agency} />
      </Card>
      <MeetingProgramme meeting={meeting} {...programme} />
      {kit.open.length + kit.awaited.length > 0 && (
        <Card title={meetingRooms.kit.guestTitle}>
          <PressKit
            kit={kit}
            zone={meeting.zone}
            addressOf={(file) => paths.guestFile(found, file)}
          />
        </Card>
      )}
      <OwnCalendar invitation={found} address={found.calendarAddress} />
    </>
  );
}

/** By when to answer; once that has passed, that answers are taken all the same. */
function AnswerBy({ meeting, now: at }: { meeting: Found["meeting"]; now: string }) {
  const words = useMessages().reminders.answerBy;
  if (!meeting.answerBy) return null;
  const when = shortTime(meeting.answerBy, meeting.zone);
  const isPast = meeting.answerBy <= at;
  return (
    <Notice tone={isPast ? "warning" : undefined}>
      {isPast ? words.past(when) : words.until(when)}
    </Notice>
  );
}

/** What was answered so far, by which way, and what it is worth now: a seat, a place in line, or to be said anew. */
function Given({ found: { meeting, invitation, barred, before, line } }: { found: Found }) {
  const { answers, invitations } = useMessages();
  const { replies, pages } = invitations;
  const words = pages.reply;
  const said = useSaid()(invitation);
  const { reply: given, substituteName, repliedAt, repliedVia } = invitation;
  const state = answerStateOf(invitation);
  if (state === "asked-again" && !barred)
    return (
      <Notice tone="warning" title={words.askedAgain}>
        {before &&
          answers.page.askedAgain(
            replies[before.reply],
            shortTime(before.meetingStartsAt, meeting.zone),
          )}
      </Notice>
    );
  if (!given || !repliedAt) return null;
  return (
    <>
      <Notice
        tone={given === "tentative" || line ? "info" : "success"}
        title={words.given([replies[given], substituteName, ...said])}
      >
        <p>
          {words.recordedAt} <TimeText at={repliedAt} />
          {repliedVia && `, ${answers.via[repliedVia]}`}. {!barred && words.mayChange}
        </p>
        {given === "tentative" && !barred && <p>{answers.page.tentative}</p>}
      </Notice>
      {line && <Line line={line} meeting={meeting} barred={barred} />}
    </>
  );
}

/** Where somebody without a seat stands, and what happens next; nothing is promised. */
function Line({
  line,
  meeting,
  barred,
}: {
  line: NonNullable<Found["line"]>;
  meeting: Found["meeting"];
  barred: Found["barred"];
}) {
  const { page } = useMessages().answers;
  return (
    <Notice tone="warning" title={page.listed(line.place)}>
      <p>{line.quota ? page.listedByQuota(line.quota) : page.listedFor(line.people)}</p>
      <p>{page.notComing}</p>
      {isHybrid(meeting) && !barred && <p>{page.onlineMeanwhile}</p>}
    </Notice>
  );
}

function Answer({ found: { meeting, invitation, seats, day } }: { found: Found }) {
  const { answers, invitations } = useMessages();
  const words = invitations.pages.reply;
  const [form, fields] = useHouseForm(ReplyForm, {
    id: "reply",
    lastResult: useActionData<typeof action>(),
    defaultValue: answerBefore(invitation),
  });
  return (
    <Card title={invitation.reply ? words.change : words.question}>
      <HouseForm form={form}>
        <AnswerFields fields={fields} meeting={meeting} seats={seats} says={words} />
        <div className="flex flex-wrap items-center gap-4">
          <Button>{words.submit}</Button>
          {day.open && <a href="#questions">{answers.page.questionsAhead}</a>}
        </div>
      </HouseForm>
      <p className="mt-4 text-sm text-soft">{words.last}</p>
    </Card>
  );
}
