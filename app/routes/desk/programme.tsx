import { parseWithZod } from "@conform-to/zod/v4";
import {
  type ActionFunctionArgs,
  data,
  type LoaderFunctionArgs,
  type MetaFunction,
} from "@remix-run/node";
import { Form, useActionData, useLoaderData, useLocation } from "@remix-run/react";
import { ArrowDown, ArrowUp, Pencil } from "lucide-react";
import { useEffect } from "react";
import { now } from "#app/clock.ts";
import { db } from "#app/db.server.ts";
import { findMeetingFor } from "#app/domain/meetings/meetings.server.ts";
import { addAgendaItem, agendaOf, whyNotPlan } from "#app/domain/programme/agenda.server.ts";
import { AgendaForm, lengthOf, timesOf } from "#app/domain/programme/agenda.ts";
import { otherSpeakersOf } from "#app/domain/programme/speakers.server.ts";
import { goToSaying } from "#app/http/flash.server.ts";
import { requireOfficer } from "#app/http/guards.server.ts";
import { notFound } from "#app/http/responses.ts";
import { clockTime } from "#app/i18n/dates.ts";
import { languageOf, messagesFor, messagesIn } from "#app/i18n/messages.ts";
import { useLocalised, useMessages } from "#app/i18n/use-messages.ts";
import { paths } from "#app/paths.ts";
import { AgendaFields } from "#app/ui/agenda-fields.tsx";
import { Button, ButtonLink, SendButton } from "#app/ui/button.tsx";
import { Card, Facts } from "#app/ui/card.tsx";
import { Empty } from "#app/ui/empty.tsx";
import { HouseForm, useHouseForm } from "#app/ui/form.tsx";
import { LinkTo } from "#app/ui/link.tsx";
import { Notice } from "#app/ui/notice.tsx";
import { PageTitle } from "#app/ui/page-title.tsx";
import { RemoveButton } from "#app/ui/remove-button.tsx";
import { SpeakerLines } from "#app/ui/speaker-lines.tsx";
import { SpanText } from "#app/ui/time.tsx";

export async function loader({ params, request }: LoaderFunctionArgs) {
  const officer = await requireOfficer(request);
  const meeting = (await findMeetingFor(db, officer, params.meeting ?? "")) ?? notFound();
  const [items, others] = await Promise.all([
    agendaOf(db, meeting.id),
    otherSpeakersOf(db, meeting.id),
  ]);
  return { meeting, items, others, barred: whyNotPlan(meeting) };
}

export async function action({ params, request }: ActionFunctionArgs) {
  const officer = await requireOfficer(request);
  const meeting = (await findMeetingFor(db, officer, params.meeting ?? "")) ?? notFound();
  const submission = parseWithZod(await request.formData(), { schema: AgendaForm });
  if (submission.status !== "success") return data(submission.reply(), { status: 400 });

  const added = await addAgendaItem(db, meeting, submission.value, { by: officer, at: now() });
  const words = messagesFor(request).meetingRooms;
  if (!added.ok)
    return data(submission.reply({ formErrors: [words.reasons[added.reason]] }), { status: 409 });
  const sentence = words.agenda.added(submission.value.title);
  return goToSaying(request, paths.desk.programme(meeting), sentence);
}

export const meta: MetaFunction = ({ location }) => {
  const words = messagesIn(languageOf(location.pathname));
  return [{ title: `${words.meetingRooms.agenda.title} · ${words.common.product}` }];
};

export default function Programme() {
  const { meeting, items, others, barred } = useLoaderData<typeof loader>();
  const { meetingRooms, meetings } = useMessages();
  useBackAtItem();
  const words = meetingRooms.agenda;
  return (
    <>
      <PageTitle
        above={<LinkTo to={paths.desk.meeting(meeting)}>{meeting.subject}</LinkTo>}
        lead={words.lead}
      >
        {words.title}
      </PageTitle>
      {barred && <Notice tone="warning">{meetingRooms.reasons[barred]}</Notice>}
      {meeting.postponedAt && <Notice tone="warning">{words.postponed}</Notice>}
      <Length />
      <div className="mb-6">
        {items.length === 0 ? (
          <Empty title={words.empty}>{!barred && words.emptyHint}</Empty>
        ) : (
          <Items />
        )}
      </div>
      {!barred && (
        <Card title={words.add}>
          <AddItem key={items.length} />
        </Card>
      )}
      <Card
        title={meetingRooms.speakers.title}
        actions={
          <LinkTo to={paths.desk.meetingSpeakers(meeting)}>{meetingRooms.speakers.others}</LinkTo>
        }
      >
        <Facts
          facts={[
            [meetingRooms.agenda.chair, meeting.chair],
            [
              meetings.details.spokespersonId,
              meeting.spokespersonName || others.length > 0 ? (
                <SpeakerLines key="speakers" meeting={meeting} others={others} />
              ) : (
                meetingRooms.speakers.noFirst
              ),
            ],
          ]}
        />
      </Card>
    </>
  );
}

/** The button that moved a point may be gone from under the keyboard: the point itself is where one goes on, and is read out. */
function useBackAtItem() {
  const { hash, key } = useLocation();
  // biome-ignore lint/correctness/useExhaustiveDependencies: each move comes back to an address, maybe the same
  useEffect(() => {
    if (hash) document.getElementById(hash.slice(1))?.focus({ preventScroll: true });
  }, [hash, key]);
}

/** Whether the points fit into the meeting. */
function Length() {
  const { meeting, items } = useLoaderData<typeof loader>();
  const words = useMessages().meetingRooms.agenda;
  if (items.length === 0) return null;
  const { minutes, over } = lengthOf(items, meeting);
  if (over > 0)
    return (
      <Notice tone="warning" title={words.over(over)}>
        {words.overHint(minutes, minutes - over)}
      </Notice>
    );
  return (
    <p className="mb-4 text-soft">
      <SpanText {...meeting} />. {words.fits(minutes, -over)}
    </p>
  );
}

/** The points in order. Each can be reached by its own address, so that after a move one is back where it stands. */
function Items() {
  const { meeting, items, barred } = useLoaderData<typeof loader>();
  const words = useMessages().meetingRooms.agenda;
  return (
    <ol className="grid gap-3">
      {timesOf(items, meeting.startsAt).map((item, i) => (
        <li
          key={item.id}
          id={`item-${item.id}`}
          tabIndex={-1}
          className="grid scroll-mt-[30vh] gap-x-5 gap-y-3 rounded-md border border-line bg-sheet p-4 md:grid-cols-[7.5rem_1fr_auto]"
        >
          <p className="tabular-nums text-soft">
            <time dateTime={item.fromAt}>
              {clockTime(item.fromAt, meeting.zone)}–{clockTime(item.untilAt, meeting.zone)}
            </time>
            <span className="block text-sm">{words.minutesText(item.minutes)}</span>
            {item.untilAt > meeting.endsAt && (
              <span className="block text-sm font-semibold text-due">{words.after}</span>
            )}
          </p>
          <div className="min-w-0 wrap-anywhere">
            <p className="font-semibold">
              {i + 1}. {item.title}
            </p>
            {item.speaker && <p className="text-soft">{item.speaker}</p>}
          </div>
          {!barred && (
            <div className="flex flex-wrap items-start gap-2">
              {i > 0 && <MoveButton item={item} to={i} way="up" />}
              {i < items.length - 1 && <MoveButton item={item} to={i + 2} way="down" />}
              <ButtonLink to={paths.desk.agendaItem(item)}>
                <Pencil aria-hidden="true" className="size-4" />
                {words.change}
                <span className="sr-only">: {item.title}</span>
              </ButtonLink>
              <RemoveButton to={paths.desk.agendaRemoval(item)} what={item.title}>
                {words.remove}
              </RemoveButton>
            </div>
          )}
        </li>
      ))}
    </ol>
  );
}

function MoveButton({
  item,
  to,
  way,
}: {
  item: { id: string; title: string };
  to: number;
  way: "up" | "down";
}) {
  const words = useMessages().meetingRooms.agenda;
  const Icon = way === "up" ? ArrowUp : ArrowDown;
  return (
    <Form method="post" action={useLocalised()(paths.desk.agendaPlace(item))}>
      <input type="hidden" name="place" value={to} />
      <SendButton tone="plain">
        <Icon aria-hidden="true" className="size-4" />
        {words[way]}
        <span className="sr-only">: {item.title}</span>
      </SendButton>
    </Form>
  );
}

function AddItem() {
  const { meeting, others } = useLoaderData<typeof loader>();
  const words = useMessages().meetingRooms.agenda;
  const [form, fields] = useHouseForm(AgendaForm, {
    id: "agenda",
    lastResult: useActionData<typeof action>(),
    defaultValue: { minutes: "15" },
  });
  const people = [meeting.spokespersonName, ...others.map(({ name }) => name), meeting.chair];
  return (
    <HouseForm form={form}>
      <AgendaFields fields={fields} people={people} />
      <div>
        <Button>{words.submit}</Button>
      </div>
    </HouseForm>
  );
}
