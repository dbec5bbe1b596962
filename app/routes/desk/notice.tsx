import { parseWithZod } from "@conform-to/zod/v4";
import {
  type ActionFunctionArgs,
  data,
  type LoaderFunctionArgs,
  type MetaFunction,
} from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { FileDown } from "lucide-react";
import { now } from "#app/clock.ts";
import { db } from "#app/db.server.ts";
import { findMeetingFor } from "#app/domain/meetings/meetings.server.ts";
import { ITEMS, type MeetingNotice, NoticeForm } from "#app/domain/notices/notice.ts";
import { draftNotice, noticeStanding } from "#app/domain/notices/notices.server.ts";
import { noticeDefaults } from "#app/domain/notices/suggestion.server.ts";
import { goToSaying } from "#app/http/flash.server.ts";
import { requireOfficer } from "#app/http/guards.server.ts";
import { notFound } from "#app/http/responses.ts";
import { shortTime } from "#app/i18n/dates.ts";
import { languageOf, messagesFor, messagesIn } from "#app/i18n/messages.ts";
import { useLocalised, useMessages } from "#app/i18n/use-messages.ts";
import { paths } from "#app/paths.ts";
import { Badge } from "#app/ui/badge.tsx";
import { Button, ButtonLink } from "#app/ui/button.tsx";
import { Card } from "#app/ui/card.tsx";
import { Countdown } from "#app/ui/countdown.tsx";
import { HouseForm, TextArea, TextField, useHouseForm } from "#app/ui/form.tsx";
import { LinkTo } from "#app/ui/link.tsx";
import { Notice } from "#app/ui/notice.tsx";
import { NoticeBadge } from "#app/ui/notice-state.tsx";
import { PageTitle } from "#app/ui/page-title.tsx";
import { SpanText } from "#app/ui/time.tsx";

export async function loader({ params, request }: LoaderFunctionArgs) {
  const officer = await requireOfficer(request);
  const meeting = (await findMeetingFor(db, officer, params.meeting ?? "")) ?? notFound();
  const standing = (await noticeStanding(db, meeting)) ?? null;
  return { meeting, at: now(), standing, defaults: await noticeDefaults(db, meeting, standing) };
}

export async function action({ params, request }: ActionFunctionArgs) {
  const officer = await requireOfficer(request);
  const meeting = (await findMeetingFor(db, officer, params.meeting ?? "")) ?? notFound();
  const submission = parseWithZod(await request.formData(), { schema: NoticeForm });
  if (submission.status !== "success") return data(submission.reply(), { status: 400 });

  await draftNotice(db, meeting, submission.value, { by: officer, at: now() });
  return goToSaying(request, paths.desk.notice(meeting), messagesFor(request).notices.form.saved);
}

export const meta: MetaFunction = ({ location }) => {
  const words = messagesIn(languageOf(location.pathname));
  return [{ title: `${words.notices.title} · ${words.common.product}` }];
};

export default function NoticePage() {
  const { meeting, standing } = useLoaderData<typeof loader>();
  const words = useMessages().notices;
  return (
    <>
      <PageTitle
        above={<LinkTo to={paths.desk.meeting(meeting)}>{meeting.subject}</LinkTo>}
        lead={
          <>
            <SpanText {...meeting} />
            <span className="mt-2 block">{words.lead}</span>
          </>
        }
      >
        {words.title}
      </PageTitle>
      {standing ? <Standing standing={standing} /> : <Notice>{words.needless}</Notice>}
    </>
  );
}

type Shown = NonNullable<ReturnType<typeof useLoaderData<typeof loader>>["standing"]>;

const TONES = { forbidden: "problem", sent: "success", draft: "info" } as const;

function Standing({ standing }: { standing: Shown }) {
  const { meeting, at } = useLoaderData<typeof loader>();
  const words = useMessages().notices;
  const { state, due, forbidUntil, sent, former, draft } = standing;
  const isOpen = state === "missing" || state === "draft" || state === "outdated";
  return (
    <>
      <Notice
        tone={state in TONES ? TONES[state as keyof typeof TONES] : "warning"}
        title={words.states[state]}
      >
        <p>{words.says[state]}</p>
        {sent?.forbidNo && <p>{words.prohibition.by(sent.forbidNo, sent.forbidReason ?? "")}</p>}
        {meeting.noticeWaiver && <p>{words.waived(meeting.noticeWaiver)}</p>}
      </Notice>
      <div className="grid items-start gap-x-6 lg:grid-cols-[3fr_2fr]">
        {isOpen ? <Draft /> : sent && <Sent notice={sent} />}
        <div>
          <Card title={words.due}>
            <Countdown due={due} now={at} doneAt={isOpen ? null : sent?.sentAt} />
            {forbidUntil && (
              <p className="mt-4 border-t border-line pt-4">
                {words.forbidUntil} {words.forbidUntilSays(shortTime(forbidUntil.at))}
              </p>
            )}
          </Card>
          {isOpen && draft && <Items missing={standing.missing} />}
          {sent && state !== "forbidden" && (
            <p className="mb-6">
              <LinkTo to={paths.desk.noticeProhibition(meeting)}>{words.prohibition.title}</LinkTo>
            </p>
          )}
          {(isOpen && sent ? [sent, ...former] : former).length > 0 && (
            <Card title={words.former}>
              <ul className="grid gap-2">
                {(isOpen && sent ? [sent, ...former] : former).map((notice) => (
                  <li key={notice.id}>
                    <SentLine notice={notice} />
                  </li>
                ))}
              </ul>
            </Card>
          )}
        </div>
      </div>
    </>
  );
}

function Draft() {
  const { meeting, standing, defaults } = useLoaderData<typeof loader>();
  const words = useMessages().notices;
  const to = useLocalised();
  const [form, fields] = useHouseForm(NoticeForm, {
    id: "notice",
    lastResult: useActionData<typeof action>(),
    defaultValue: defaults,
  });
  return (
    <Card title={words.form.title}>
      <HouseForm form={form}>
        <div className="grid gap-5 sm:grid-cols-2">
          <TextField field={fields.number} label={words.form.number} hint={words.form.numberHint} />
          <TextField field={fields.day} label={words.form.day} type="date" />
        </div>
        <TextField field={fields.recipient} label={words.form.recipient} />
        <TextArea field={fields.grounds} label={words.form.grounds} hint={words.form.groundsHint} />
        <TextArea
          field={fields.outlets}
          label={words.form.outlets}
          hint={words.form.outletsHint}
          rows={8}
        />
        <TextField field={fields.signer} label={words.form.signer} />
        <div className="flex flex-wrap gap-2">
          <Button>{words.form.save}</Button>
          {standing?.draft && (
            <>
              <a
                href={to(paths.desk.noticePaper(meeting))}
                download
                className="inline-flex min-h-11 items-center gap-2 rounded-md border border-edge bg-sheet px-4 py-2 font-semibold text-ink no-underline hover:bg-wash"
              >
                <FileDown aria-hidden="true" className="size-4" />
                {words.form.paper}
              </a>
              <ButtonLink to={paths.desk.noticeSending(meeting)}>{words.sending.submit}</ButtonLink>
            </>
          )}
        </div>
      </HouseForm>
    </Card>
  );
}

/** What the law asks of a notice, and which of it the draft lacks. */
function Items({ missing }: { missing: Shown["missing"] }) {
  const words = useMessages().notices;
  return (
    <Card title={words.itemsTitle}>
      <ul className="grid gap-2">
        {ITEMS.map((item) => {
          const isMet = !missing.includes(item);
          return (
            <li key={item} className="grid grid-cols-[6.5rem_1fr] items-start gap-x-3">
              <span>
                <Badge tone={isMet ? "done" : "due"}>{isMet ? words.met : words.unmet}</Badge>
              </span>
              {words.items[item]}
            </li>
          );
        })}
      </ul>
    </Card>
  );
}

function Sent({ notice }: { notice: MeetingNotice }) {
  const { standing } = useLoaderData<typeof loader>();
  const words = useMessages().notices;
  return (
    <Card title={words.title} actions={standing && <NoticeBadge state={standing.state} />}>
      <SentLine notice={notice} />
      <dl className="mt-4 grid gap-3">
        <div>
          <dt className="text-soft">{words.form.recipient}</dt>
          <dd>{notice.recipient}</dd>
        </div>
        {(["grounds", "outlets"] as const).map((item) => (
          <div key={item}>
            <dt className="text-soft">{words.items[item]}</dt>
            <dd className="whitespace-pre-line">{notice[item]}</dd>
          </div>
        ))}
      </dl>
    </Card>
  );
}

function SentLine({ notice }: { notice: MeetingNotice }) {
  const words = useMessages().notices;
  const to = useLocalised();
  const { number, sentAt, sentHow, fileId } = notice;
  const way = sentHow ? words.sending.ways[sentHow] : "";
  const line = words.sentLine(number ?? "", shortTime(sentAt ?? notice.draftedAt), way);
  if (!fileId) return <span>{line}</span>;
  return <a href={to(paths.desk.document({ id: fileId }))}>{line}</a>;
}
