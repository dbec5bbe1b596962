import { parseWithZod } from "@conform-to/zod/v4";
import {
  type ActionFunctionArgs,
  data,
  type LoaderFunctionArgs,
  type MetaFunction,
} from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { now } from "#app/clock.ts";
import { db } from "#app/db.server.ts";
import { QuotaForm } from "#app/domain/invitations/quota-form.ts";
import { seatingOf, setQuota } from "#app/domain/invitations/seating.server.ts";
import { usualQuotaOf } from "#app/domain/invitations/seats.server.ts";
import { wake } from "#app/domain/mail/worker.server.ts";
import { whyNotInvite } from "#app/domain/meetings/meeting.ts";
import { findMeetingFor } from "#app/domain/meetings/meetings.server.ts";
import { goToSaying } from "#app/http/flash.server.ts";
import { requireOfficer } from "#app/http/guards.server.ts";
import { notFound } from "#app/http/responses.ts";
import { languageOf, messagesFor, messagesIn } from "#app/i18n/messages.ts";
import { useMessages, useNumber } from "#app/i18n/use-messages.ts";
import { paths } from "#app/paths.ts";
import { Button, ButtonLink } from "#app/ui/button.tsx";
import { Card, Facts } from "#app/ui/card.tsx";
import { CheckField, HouseForm, TextField, useHouseForm } from "#app/ui/form.tsx";
import { LinkTo } from "#app/ui/link.tsx";
import { PageTitle } from "#app/ui/page-title.tsx";
import { Table } from "#app/ui/table.tsx";
import { TimeText } from "#app/ui/time.tsx";

export async function loader({ params, request }: LoaderFunctionArgs) {
  const officer = await requireOfficer(request);
  const meeting = (await findMeetingFor(db, officer, params.meeting ?? "")) ?? notFound();
  const [seating, usual] = await Promise.all([
    seatingOf(db, meeting),
    usualQuotaOf(db, { id: meeting.agencyId }),
  ]);
  return { meeting, seating, usual, open: !whyNotInvite(meeting, now()) };
}

/** Sets the share of one outlet; whoever waited only for that is seated and written to. */
export async function action({ params, request }: ActionFunctionArgs) {
  const officer = await requireOfficer(request);
  const meeting = (await findMeetingFor(db, officer, params.meeting ?? "")) ?? notFound();
  const submission = parseWithZod(await request.formData(), { schema: QuotaForm });
  if (submission.status !== "success") return data(submission.reply(), { status: 400 });
  const { quota = null, usual = false } = submission.value;
  const { seated } = await setQuota(db, meeting, { quota, usual }, { by: officer, at: now() });
  if (seated > 0) wake();
  const { saved } = messagesFor(request).answers.desk.seats;
  return goToSaying(request, paths.desk.seating(meeting), saved);
}

export const meta: MetaFunction<typeof loader> = ({ data, location }) => {
  const words = messagesIn(languageOf(location.pathname));
  return [{ title: `${words.answers.desk.seats.title} · ${data?.meeting.subject ?? ""}` }];
};

export default function Seats() {
  const { meeting, seating, open } = useLoaderData<typeof loader>();
  const words = useMessages().answers.desk.seats;
  const number = useNumber();
  const { capacity, taken, free } = seating;
  return (
    <>
      <PageTitle
        above={<LinkTo to={paths.desk.invitations(meeting)}>{meeting.subject}</LinkTo>}
        lead={words.lead}
        actions={
          open && (
            <ButtonLink to={paths.desk.meetingEdit(meeting)}>{words.changeCapacity}</ButtonLink>
          )
        }
      >
        {words.title}
      </PageTitle>
      <Card>
        <Facts
          facts={[
            [words.capacity, capacity === null ? words.unlimited : number(capacity)],
            [words.taken, number(taken)],
            [words.free, free !== null && number(free)],
          ]}
        />
      </Card>
      <WaitingList />
      {open && <Quota />}
    </>
  );
}

function WaitingList() {
  const { seating, open } = useLoaderData<typeof loader>();
  const words = useMessages().answers.desk.seats;
  const number = useNumber();
  const rows = seating.listed.map((party, place) => ({ ...party, place: place + 1 }));
  return (
    <Card title={words.listed}>
      {rows.length === 0 ? (
        <p className="text-soft">{words.nobody}</p>
      ) : (
        <Table
          caption={words.listed}
          rows={rows}
          keyOf={({ id }) => id}
          columns={[
            { head: "#", cell: ({ place }) => number(place) },
            { head: words.who, names: true, cell: ({ name }) => name },
            { head: words.people, cell: ({ people }) => number(people) },
            {
              head: words.since,
              cell: ({ waitingSince }) => waitingSince && <TimeText at={waitingSince} />,
            },
            {
              head: words.act,
              acts: true,
              cell: (party) =>
                open && (
                  <LinkTo to={paths.desk.seat(party)}>
                    {words.act}
                    <span className="sr-only">: {party.name}</span>
                  </LinkTo>
                ),
            },
          ]}
        />
      )}
    </Card>
  );
}

function Quota() {
  const { meeting, usual } = useLoaderData<typeof loader>();
  const words = useMessages().answers.desk.seats;
  const [form, fields] = useHouseForm(QuotaForm, {
    id: "quota",
    lastResult: useActionData<typeof action>(),
    defaultValue: { quota: meeting.outletQuota === null ? "" : String(meeting.outletQuota) },
  });
  return (
    <Card title={words.quota}>
      <HouseForm form={form}>
        <TextField field={fields.quota} label={words.quota} hint={words.quotaHint(usual)} />
        <CheckField field={fields.usual} label={words.usual} />
        <div>
          <Button>{words.save}</Button>
        </div>
      </HouseForm>
    </Card>
  );
}
