import { parseWithZod } from "@conform-to/zod/v4";
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
import { line } from "#app/domain/fields.ts";
import { telling } from "#app/domain/invitations/changes.server.ts";
import { toldOfChanges } from "#app/domain/invitations/invitees.server.ts";
import { wake } from "#app/domain/mail/worker.server.ts";
import { isExpected, whyNotChange } from "#app/domain/meetings/meeting.ts";
import { tellingField } from "#app/domain/meetings/meeting-form.ts";
import { findMeetingFor } from "#app/domain/meetings/meetings.server.ts";
import { whyNotPlan } from "#app/domain/programme/agenda.server.ts";
import {
  addSpeaker,
  otherSpeakersOf,
  speakersToAdd,
} from "#app/domain/programme/speakers.server.ts";
import { goToSaying } from "#app/http/flash.server.ts";
import { requireOfficer } from "#app/http/guards.server.ts";
import { notFound } from "#app/http/responses.ts";
import { shortTime } from "#app/i18n/dates.ts";
import { languageOf, messagesFor, messagesIn } from "#app/i18n/messages.ts";
import { useMessages } from "#app/i18n/use-messages.ts";
import { paths } from "#app/paths.ts";
import { Button } from "#app/ui/button.tsx";
import { Card } from "#app/ui/card.tsx";
import { CheckField, HouseForm, SelectField, useHouseForm } from "#app/ui/form.tsx";
import { LinkTo } from "#app/ui/link.tsx";
import { Notice } from "#app/ui/notice.tsx";
import { PageTitle } from "#app/ui/page-title.tsx";
import { RemoveButton } from "#app/ui/remove-button.tsx";
import { SpeakerLines } from "#app/ui/speaker-lines.tsx";
import type { Db } from "#db/tables.ts";

const SpeakerForm = z.object({ personId: line(60), tell: tellingField });

export async function loader({ params, request }: LoaderFunctionArgs) {
  const officer = await requireOfficer(request);
  const meeting = (await findMeetingFor(db, officer, params.meeting ?? "")) ?? notFound();
  const [others, choices, told] = await Promise.all([
    otherSpeakersOf(db, meeting.id),
    speakersToAdd(db, meeting),
    isExpected(meeting) ? toldOfChanges(db, meeting.id) : [],
  ]);
  return {
    ...{ meeting, others, choices, barred: whyNotPlan(meeting) },
    mayChange: !whyNotChange(meeting, now()),
    told: whyNotChange(meeting, now()) ? 0 : told.length,
  };
}

export async function action({ params, request }: ActionFunctionArgs) {
  const officer = await requireOfficer(request);
  const meeting = (await findMeetingFor(db, officer, params.meeting ?? "")) ?? notFound();
  const submission = parseWithZod(await request.formData(), { schema: SpeakerForm });
  if (submission.status !== "success") return data(submission.reply(), { status: 400 });

  const { personId, tell } = submission.value;
  const signed = { by: officer, at: now() };
  const add = (trx: Db) => addSpeaker(trx, meeting, personId, signed);
  const added = tell ? await telling(db, meeting, add, signed) : { letters: 0, ...(await add(db)) };
  const words = messagesFor(request).meetingRooms;
  if (!added.ok) {
    const choices = await speakersToAdd(db, meeting);
    const may = choices.map(({ name, position }) => `${name}, ${position}`);
    const sentences = [
      words.reasons[added.reason],
      may.length > 0 ? words.speakers.may(may) : words.speakers.nobodyElse,
    ];
    return data(submission.reply({ fieldErrors: { personId: sentences } }), { status: 409 });
  }
  if (added.letters > 0) wake();
  const sentence = words.speakers.added(added.name, added.letters);
  return goToSaying(request, paths.desk.meetingSpeakers(meeting), sentence);
}

export const meta: MetaFunction = ({ location }) => {
  const words = messagesIn(languageOf(location.pathname));
  return [{ title: `${words.meetingRooms.speakers.title} · ${words.common.product}` }];
};

export default function MeetingSpeakers() {
  const { meeting, others, choices, barred, mayChange, told } = useLoaderData<typeof loader>();
  const { meetingRooms } = useMessages();
  const words = meetingRooms.speakers;
  return (
    <>
      <PageTitle
        above={<LinkTo to={paths.desk.meeting(meeting)}>{meeting.subject}</LinkTo>}
        lead={words.lead(shortTime(meeting.startsAt, meeting.zone))}
      >
        {words.title}
      </PageTitle>
      {barred && <Notice tone="warning">{meetingRooms.reasons[barred]}</Notice>}
      <Card
        title={words.first}
        actions={
          mayChange && <LinkTo to={paths.desk.meetingEdit(meeting)}>{words.chooseFirst}</LinkTo>
        }
      >
        {meeting.spokespersonName ? (
          <SpeakerLines meeting={meeting} others={[]} />
        ) : (
          <p className="text-soft">{words.noFirst}</p>
        )}
      </Card>
      <Card title={words.others}>
        {others.length === 0 ? (
          <p className="text-soft">{words.none}</p>
        ) : (
          <>
            <ul className="grid gap-2">
              {others.map((person) => (
                <li
                  key={person.id}
                  className="flex flex-wrap items-center justify-between gap-3 border-t border-line pt-2 first:border-t-0 first:pt-0"
                >
                  <SpeakerLines meeting={NOBODY} others={[person]} />
                  {!barred && (
                    <RemoveButton
                      to={paths.desk.meetingSpeakerRemoval(person)}
                      what={person.name}
                      beside={told > 0 && <TellToo />}
                    >
                      {words.remove}
                    </RemoveButton>
                  )}
                </li>
              ))}
            </ul>
            <p className="mt-3 text-sm text-soft">{words.asChosen}</p>
          </>
        )}
      </Card>
      {!barred &&
        (choices.length > 0 ? (
          <AddSpeaker key={others.length} />
        ) : (
          <Notice>
            {words.nobodyElse}{" "}
            <LinkTo to={paths.desk.agency({ id: meeting.agencyId })}>{words.toAgency}</LinkTo>
          </Notice>
        ))}
    </>
  );
}

function TellToo() {
  return (
    <label className="flex min-h-11 items-center gap-2">
      <input type="checkbox" name="tell" className="size-5 accent-accent" />
      {useMessages().meetingRooms.speakers.tellRemoved}
    </label>
  );
}

const NOBODY = { spokespersonName: null, spokespersonPosition: null, spokespersonCapacity: null };

function AddSpeaker() {
  const { choices, told } = useLoaderData<typeof loader>();
  const { meetingRooms, spokespersons } = useMessages();
  const words = meetingRooms.speakers;
  const [form, fields] = useHouseForm(SpeakerForm, {
    id: "speaker",
    lastResult: useActionData<typeof action>(),
  });
  return (
    <HouseForm form={form}>
      <SelectField
        field={fields.personId}
        label={words.person}
        blank={words.choose}
        options={choices.map(({ personId, name, position, capacity, matter }) => ({
          value: personId,
          label: [name, position, matter ?? spokespersons.capacity[capacity]]
            .filter(Boolean)
            .join(" · "),
        }))}
      />
      {told > 0 && <CheckField field={fields.tell} label={words.tell(told)} />}
      <div>
        <Button>{words.submit}</Button>
      </div>
    </HouseForm>
  );
}
