import {
  type ActionFunctionArgs,
  data,
  type LoaderFunctionArgs,
  type MetaFunction,
} from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { z } from "zod";
import { now } from "#app/clock.ts";
import { db } from "#app/db.server.ts";
import { optional, paragraphs } from "#app/domain/fields.ts";
import { chooserFor, readChoice } from "#app/domain/invitations/choice.server.ts";
import { guestList, needsOf } from "#app/domain/invitations/guest-list.server.ts";
import { pageOfGuests, SHOWS } from "#app/domain/invitations/guest-shows.ts";
import { invite, listInvitations } from "#app/domain/invitations/invitations.server.ts";
import { previewLetter } from "#app/domain/invitations/preview.server.ts";
import { markOf } from "#app/domain/invitations/seen.server.ts";
import { summaryOf } from "#app/domain/mail/letter-counts.server.ts";
import { wake } from "#app/domain/mail/worker.server.ts";
import { hasBegun, whyNotInvite } from "#app/domain/meetings/meeting.ts";
import { findMeetingFor } from "#app/domain/meetings/meetings.server.ts";
import { tallyOf } from "#app/domain/meetings/tally.server.ts";
import { goToSaying } from "#app/http/flash.server.ts";
import { requireOfficer } from "#app/http/guards.server.ts";
import { notFound } from "#app/http/responses.ts";
import { languageOf, messagesFor, messagesIn } from "#app/i18n/messages.ts";
import { problemSentence } from "#app/i18n/problems.ts";
import { useMessages } from "#app/i18n/use-messages.ts";
import { paths } from "#app/paths.ts";
import { Card } from "#app/ui/card.tsx";
import { ChooseGuests } from "#app/ui/choose-guests.tsx";
import { GuestNeeds } from "#app/ui/guest-needs.tsx";
import { GuestTable } from "#app/ui/guest-table.tsx";
import { LinkTo } from "#app/ui/link.tsx";
import { LiveProgress } from "#app/ui/live-progress.tsx";
import { Notice } from "#app/ui/notice.tsx";
import { PageTitle } from "#app/ui/page-title.tsx";
import { Pager } from "#app/ui/pager.tsx";
import { Tabs } from "#app/ui/tabs.tsx";
import { SpanText } from "#app/ui/time.tsx";

const GuestQuery = z.object({
  show: z.enum(SHOWS).catch("all"),
  page: z.coerce.number().int().min(1).catch(1),
  q: z.string().max(200).catch(""),
});

export async function loader({ params, request }: LoaderFunctionArgs) {
  const officer = await requireOfficer(request);
  const meeting = (await findMeetingFor(db, officer, params.meeting ?? "")) ?? notFound();
  const search = new URL(request.url).searchParams;
  const { show, page, q } = GuestQuery.parse(Object.fromEntries(search));
  const barred = whyNotInvite(meeting, now());
  const [all, counts, tally, comers, choosing] = await Promise.all([
    listInvitations(db, meeting),
    summaryOf(db, meeting.id),
    tallyOf(db, meeting.id),
    guestList(db, meeting),
    barred ? null : chooserFor(db, officer, meeting, readChoice(search), q),
  ]);
  return {
    meeting,
    barred,
    choosing,
    show,
    standing: { at: now(), counts, tally },
    needs: needsOf(comers),
    ...pageOfGuests(all, show, page),
    open: !meeting.cancelledAt && !hasBegun(meeting, now()),
  };
}

const Despite = optional(paragraphs(500));
const Ids = z.array(z.string().max(100)).max(20_000);

export async function action({ params, request }: ActionFunctionArgs) {
  const officer = await requireOfficer(request);
  const meeting = (await findMeetingFor(db, officer, params.meeting ?? "")) ?? notFound();
  const sent = await request.formData();
  const words = messagesFor(request);
  const journalists = Ids.safeParse(String(sent.get("journalists") ?? "").match(/\S+/g) ?? []);
  if (!journalists.success)
    return data({ problem: words.common.errors[400].text }, { status: 400 });
  const seen = await previewLetter(db, meeting, { id: String(sent.get("previewed")) });
  if (!seen || markOf(seen) !== sent.get("mark"))
    return data({ problem: words.invitations.pages.preview.changed }, { status: 409 });

  const despite = Despite.safeParse(sent.get("despite") ?? undefined);
  if (!despite.success) {
    const [issue] = despite.error.issues;
    return data({ problem: problemSentence(words, issue?.message ?? "form") }, { status: 400 });
  }

  const signed = { by: officer, at: now() };
  const why = { despite: despite.data };
  const invited = await invite(db, meeting, journalists.data, signed, why);
  if (!invited.ok) {
    const reasons = {
      ...words.meetings.reasons,
      ...words.notices.problems,
      ...words.invitations.reasons,
    };
    return data({ problem: reasons[invited.reason] }, { status: 409 });
  }
  wake();
  const sentence = words.invitations.pages.sent(invited.invited);
  return goToSaying(request, paths.desk.invitations(meeting), sentence);
}

export const meta: MetaFunction<typeof loader> = ({ data, location }) => {
  const words = messagesIn(languageOf(location.pathname));
  return [{ title: `${words.invitations.pages.title} · ${data?.meeting.subject ?? ""}` }];
};

export default function Invitations() {
  const { meeting, barred, choosing, standing } = useLoaderData<typeof loader>();
  const problem = useActionData<typeof action>()?.problem;
  const { invitations, meetings } = useMessages();
  const words = invitations.pages;
  const some = standing.tally.invited > 0;
  return (
    <>
      <PageTitle
        above={<LinkTo to={paths.desk.meeting(meeting)}>{meeting.subject}</LinkTo>}
        lead={<SpanText {...meeting} />}
      >
        {words.title}
      </PageTitle>
      {problem && <Notice tone="problem">{problem}</Notice>}
      {some && <Invited />}
      {choosing ? (
        <Card title={some ? words.choose.more : words.choose.title} id="choose">
          <ChooseGuests meeting={meeting} {...choosing} />
        </Card>
      ) : (
        barred && <Notice tone="warning">{meetings.reasons[barred]}</Notice>
      )}
    </>
  );
}

function Invited() {
  const { meeting, standing, needs, guests, show, sizes, page, pages, open } =
    useLoaderData<typeof loader>();
  const { answers, invitations } = useMessages();
  const { desk } = answers;
  const words = invitations.pages;
  const shows = { ...words.guests.show, ...desk.show };
  return (
    <>
      <Card>
        <LiveProgress meeting={meeting} standing={standing} />
        <div className="mt-4 flex flex-wrap gap-x-6 gap-y-2 border-t border-line pt-3">
          <LinkTo to={paths.desk.seating(meeting)}>{desk.seats.open}</LinkTo>
          <LinkTo to={paths.desk.guestList(meeting)}>{desk.guestList.open}</LinkTo>
        </div>
      </Card>
      <GuestNeeds needs={needs} />
      <section aria-label={words.guests.caption} className="mb-6">
        <Tabs
          label={words.guests.caption}
          tabs={SHOWS.map((one, place) => ({
            to: `${paths.desk.invitations(meeting)}?show=${one}`,
            label: shows[one],
            count: sizes[place],
            current: one === show,
          }))}
        />
        <div className="mt-3">
          <GuestTable guests={guests} open={open} />
        </div>
        <Pager page={page} pages={pages} />
      </section>
    </>
  );
}
