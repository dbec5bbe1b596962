import type { LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";

import { db } from "#app/db.server.ts";
import { BADGED, type Badged, listBadges } from "#app/domain/attendance/badges.server.ts";
import { findMeetingFor } from "#app/domain/meetings/meetings.server.ts";
import { requireOfficer } from "#app/http/guards.server.ts";
import { notFound } from "#app/http/responses.ts";
import { languageOf, messagesIn } from "#app/i18n/messages.ts";
import { useMessages } from "#app/i18n/use-messages.ts";
import { paths } from "#app/paths.ts";
import { useAgencyName } from "#app/ui/agency-name.ts";
import { BadgeSheet } from "#app/ui/badge-sheet.tsx";
import { Empty } from "#app/ui/empty.tsx";
import { LinkTo } from "#app/ui/link.tsx";
import { PageTitle } from "#app/ui/page-title.tsx";
import { Tabs } from "#app/ui/tabs.tsx";

export async function loader({ params, request }: LoaderFunctionArgs) {
  const officer = await requireOfficer(request);
  const meeting = (await findMeetingFor(db, officer, params.meeting ?? "")) ?? notFound();
  const asked = new URL(request.url).searchParams.get("who");
  const who: Badged = BADGED.find((one) => one === asked) ?? "coming";
  return { meeting, who, badges: await listBadges(db, meeting, who) };
}

export const meta: MetaFunction<typeof loader> = ({ data, location }) => {
  const words = messagesIn(languageOf(location.pathname));
  return [{ title: `${words.attendance.badges.title} · ${data?.meeting.subject ?? ""}` }];
};

export default function Badges() {
  const { meeting, who, badges } = useLoaderData<typeof loader>();
  const words = useMessages().attendance.badges;
  const agency = useAgencyName()(meeting);
  return (
    <>
      <div className="print:hidden">
        <PageTitle
          above={<LinkTo to={paths.desk.attendance(meeting)}>{meeting.subject}</LinkTo>}
          lead={`${words.lead} ${words.print}`}
        >
          {words.title}
        </PageTitle>
        <Tabs
          label={words.which}
          tabs={(["coming", "all"] as const).map((one) => ({
            to: paths.desk.badges(meeting, { who: one }),
            label: words.who[one],
            current: one === who,
          }))}
        />
        <p className="my-4 text-soft">{badges.length > 0 && words.count(badges.length)}</p>
      </div>
      {badges.length === 0 ? (
        <Empty title={words.nobody}>{words.nobodyLead}</Empty>
      ) : (
        <BadgeSheet meeting={meeting} agency={agency} badges={badges} />
      )}
    </>
  );
}
