import type { LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { Form, useLoaderData } from "@remix-run/react";
import { z } from "zod";
import { now } from "#app/clock.ts";
import { db } from "#app/db.server.ts";
import { listPublicMeetings } from "#app/domain/meetings/meeting-lists.server.ts";
import { listProvinces } from "#app/domain/press/scope.server.ts";
import { languageOf, messagesIn } from "#app/i18n/messages.ts";
import { useLanguage, useMessages } from "#app/i18n/use-messages.ts";
import { paths } from "#app/paths.ts";
import { useAgencyName } from "#app/ui/agency-name.ts";
import { Button } from "#app/ui/button.tsx";
import { Empty } from "#app/ui/empty.tsx";
import { LinkTo } from "#app/ui/link.tsx";
import { KindText, PhaseBadge } from "#app/ui/meeting-state.tsx";
import { PageTitle } from "#app/ui/page-title.tsx";
import { Pager } from "#app/ui/pager.tsx";
import { Tabs } from "#app/ui/tabs.tsx";
import { SpanText } from "#app/ui/time.tsx";

const WHEN = ["coming", "past"] as const;

const PublicQuery = z.object({
  when: z.enum(WHEN).catch("coming"),
  province: z
    .string()
    .regex(/^\d{2}$/)
    .optional()
    .catch(undefined),
  page: z.coerce.number().int().catch(1),
});

export async function loader({ request }: LoaderFunctionArgs) {
  const query = PublicQuery.parse(Object.fromEntries(new URL(request.url).searchParams));
  const at = now();
  const { when, province: provinceCode, page } = query;
  const [found, provinces] = await Promise.all([
    listPublicMeetings(db, { when, provinceCode, page }, at),
    listProvinces(db),
  ]);
  return { ...found, when, province: provinceCode ?? "", at, provinces };
}

export const meta: MetaFunction = ({ location }) => {
  const words = messagesIn(languageOf(location.pathname));
  return [{ title: `${words.meetings.pages.site.title} · ${words.common.product}` }];
};

export default function Meetings() {
  const { meetings, page, pages, when, province, at } = useLoaderData<typeof loader>();
  const agencyName = useAgencyName();
  const words = useMessages().meetings.pages.site;
  return (
    <>
      <PageTitle lead={words.lead}>{words.title}</PageTitle>
      <div className="mb-4 flex flex-wrap items-end justify-between gap-3">
        <Tabs
          label={words.title}
          tabs={WHEN.map((one) => ({
            to: paths.meetings({ when: one === "coming" ? undefined : one, province }),
            label: words.when[one],
            current: one === when,
          }))}
        />
        <ProvinceFilter />
      </div>
      {meetings.length === 0 && <Empty title={words.empty[when]} />}
      <ul>
        {meetings.map((meeting) => (
          <li key={meeting.id} className="border-b border-line py-4">
            <p className="text-soft">
              <SpanText {...meeting} />
            </p>
            <h2 className="text-xl">
              <LinkTo to={paths.meeting(meeting)}>{meeting.subject}</LinkTo>
            </h2>
            <p>{agencyName(meeting)}</p>
            <p className="mt-1 flex flex-wrap items-center gap-x-3 gap-y-1 text-soft">
              <KindText {...meeting} />
              <PhaseBadge meeting={meeting} now={at} publicly />
              {meeting.venue}
            </p>
          </li>
        ))}
      </ul>
      <Pager page={page} pages={pages} />
    </>
  );
}

function ProvinceFilter() {
  const { provinces, province, when } = useLoaderData<typeof loader>();
  const language = useLanguage();
  const { meetings, common } = useMessages();
  const words = meetings.pages.site;
  return (
    <Form method="get" className="print:hidden flex items-end gap-2">
      {when !== "coming" && <input type="hidden" name="when" value={when} />}
      <label>
        <span className="mb-1 block text-sm">{words.province}</span>
        <select
          name="province"
          defaultValue={province}
          className="min-h-11 rounded-md border border-edge bg-sheet px-3 py-2"
        >
          <option value="">{words.wholeCountry}</option>
          {provinces.map(({ id, name, nameEn }) => (
            <option key={id} value={id.slice("2025-".length)}>
              {language === "en" ? nameEn : name}
            </option>
          ))}
        </select>
      </label>
      <Button tone="plain">{common.filter}</Button>
    </Form>
  );
}
