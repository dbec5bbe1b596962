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
import { findInvitation, reply, whyNotReply } from "#app/domain/invitations/replies.server.ts";
import { answerStateOf, REPLIES, ReplyForm } from "#app/domain/invitations/reply-form.ts";
import { guestsDay } from "#app/domain/questions/guests-day.server.ts";
import { mayTry } from "#app/http/limits.server.ts";
import { goTo } from "#app/http/responses.ts";
import { shortTime } from "#app/i18n/dates.ts";
import { languageOf, localised, messagesFor, messagesIn } from "#app/i18n/messages.ts";
import { useLocalised, useMessages } from "#app/i18n/use-messages.ts";
import { paths } from "#app/paths.ts";
import { useAgencyName } from "#app/ui/agency-name.ts";
import { Button, ButtonLink } from "#app/ui/button.tsx";
import { Card } from "#app/ui/card.tsx";
import { EntryPass } from "#app/ui/entry-pass.tsx";
import { ChoiceField, HouseForm, TextArea, TextField, useHouseForm } from "#app/ui/form.tsx";
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
  const { meeting, name, outletName, reply: given, substituteName, note, repliedAt } = found;
  const barred = whyNotReply(meeting, now());
  const { createdBy, spokespersonId, ...shown } = meeting;
  const invitation = { name, outletName, reply: given, substituteName, note, repliedAt };
  const [calendar, kit, programme, day] = await Promise.all([
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
      meeting: shown,
      invitation,
      barred,
      ...own,
      kit,
      programme,
      day,
      asked,
      now: now(),
    } as const,
  });
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

/** What was answered so far, or that it is asked again. */
function Given({ found: { invitation, barred } }: { found: Found }) {
  const { replies, pages } = useMessages().invitations;
  const words = pages.reply;
  const { reply: given, substituteName, repliedAt } = invitation;
  const state = answerStateOf(invitation);
  if (state === "asked-again" && !barred) return <Notice tone="warning">{words.askedAgain}</Notice>;
  if (!given || !repliedAt) return null;
  return (
    <Notice tone="success" title={words.given([replies[given], substituteName])}>
      {words.recordedAt} <TimeText at={repliedAt} />. {!barred && words.mayChange}
    </Notice>
  );
}

function Answer({ found: { meeting, invitation } }: { found: Found }) {
  const { replies, pages } = useMessages().invitations;
  const words = pages.reply;
  const [form, fields] = useHouseForm(ReplyForm, {
    id: "reply",
    lastResult: useActionData<typeof action>(),
    defaultValue: {
      reply: invitation.reply ?? undefined,
      substituteName: invitation.substituteName ?? undefined,
      note: invitation.note ?? undefined,
    },
  });
  return (
    <Card title={invitation.reply ? words.change : words.question}>
      <HouseForm form={form}>
        <input type="hidden" name="revision" value={meeting.revision} />
        <ChoiceField
          field={fields.reply}
          label={words.answer}
          options={REPLIES.map((value) => ({ value, label: replies[value] }))}
        />
        <TextField
          field={fields.substituteName}
          label={words.substitute}
          hint={words.substituteHint}
          autoComplete="off"
        />
        <TextArea field={fields.note} label={words.note} hint={words.noteHint} rows={2} />
        <div>
          <Button>{words.submit}</Button>
        </div>
      </HouseForm>
      <p className="mt-4 text-sm text-soft">{words.last}</p>
    </Card>
  );
}
