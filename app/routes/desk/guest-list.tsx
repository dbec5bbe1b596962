import type { LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { db } from "#app/db.server.ts";
import { guestList, needsOf } from "#app/domain/invitations/guest-list.server.ts";
import { answerStateOf } from "#app/domain/invitations/reply-form.ts";
import { findMeetingFor } from "#app/domain/meetings/meetings.server.ts";
import { requireOfficer } from "#app/http/guards.server.ts";
import { notFound } from "#app/http/responses.ts";
import { languageOf, messagesIn } from "#app/i18n/messages.ts";
import { useMessages, useNumber } from "#app/i18n/use-messages.ts";
import { paths } from "#app/paths.ts";
import { useSaid } from "#app/ui/answer-said.ts";
import { AnswerBadge } from "#app/ui/answer-state.tsx";
import { Empty } from "#app/ui/empty.tsx";
import { GuestNeeds } from "#app/ui/guest-needs.tsx";
import { LinkTo } from "#app/ui/link.tsx";
import { PageTitle } from "#app/ui/page-title.tsx";
import { Table } from "#app/ui/table.tsx";
import { SpanText } from "#app/ui/time.tsx";

export async function loader({ params, request }: LoaderFunctionArgs) {
  const officer = await requireOfficer(request);
  const meeting = (await findMeetingFor(db, officer, params.meeting ?? "")) ?? notFound();
  const guests = await guestList(db, meeting);
  return { meeting, guests, needs: needsOf(guests) };
}

export const meta: MetaFunction<typeof loader> = ({ data, location }) => {
  const words = messagesIn(languageOf(location.pathname));
  return [{ title: `${words.answers.desk.guestList.title} · ${data?.meeting.subject ?? ""}` }];
};

/** For the clerk's table, on screen and on paper: who comes, how many, with what. */
export default function GuestList() {
  const { meeting, guests, needs } = useLoaderData<typeof loader>();
  const words = useMessages().answers.desk.guestList;
  const number = useNumber();
  const said = useSaid();
  return (
    <>
      <PageTitle
        above={<LinkTo to={paths.desk.invitations(meeting)}>{meeting.subject}</LinkTo>}
        lead={
          <>
            <SpanText {...meeting} />
            {meeting.venue && <span className="block">{meeting.venue}</span>}
          </>
        }
      >
        {words.title}
      </PageTitle>
      {guests.length === 0 ? (
        <Empty title={words.nobody} />
      ) : (
        <>
          <GuestNeeds needs={needs} />
          <Table
            caption={words.caption}
            rows={guests}
            keyOf={({ id }) => id}
            columns={[
              {
                head: words.name,
                names: true,
                cell: ({ name, insteadOf }) => (
                  <>
                    <span className="font-semibold">{name}</span>
                    {insteadOf && (
                      <span className="block text-sm text-soft">{words.insteadOf(insteadOf)}</span>
                    )}
                  </>
                ),
              },
              { head: words.outlet, cell: ({ outletName }) => outletName },
              { head: words.people, numeric: true, cell: ({ partySize }) => number(partySize) },
              {
                head: words.needs,
                cell: (guest) => said({ ...guest, partySize: 1 }).join(", "),
              },
              {
                head: words.answer,
                cell: (guest) => <AnswerBadge answer={answerStateOf(guest)} />,
              },
              {
                head: words.seen,
                cell: () => <span aria-hidden="true" className="block size-5 border border-ink" />,
              },
            ]}
          />
        </>
      )}
    </>
  );
}
