import type { Refusal } from "#app/domain/meetings/meeting.ts";
import { ReasonForm } from "#app/domain/meetings/meeting-form.ts";
import type { MeetingOfAgency } from "#app/domain/meetings/meetings.server.ts";
import type { Messages } from "#app/i18n/messages.ts";
import { useMessages } from "#app/i18n/use-messages.ts";
import { paths } from "#app/paths.ts";
import { ButtonLink, SendButton } from "./button.tsx";
import { HouseForm, TextField, useHouseForm } from "./form.tsx";
import { LinkTo } from "./link.tsx";
import { Notice } from "./notice.tsx";
import { PageTitle } from "./page-title.tsx";
import { SpanText } from "./time.tsx";

/** The page on which a meeting is called off or put off: what follows, who is written to, and why. */
export function CallOff({
  meeting,
  barred,
  told,
  words,
  lastResult,
}: {
  meeting: Pick<MeetingOfAgency, "id" | "subject" | "startsAt" | "endsAt" | "zone" | "announcedAt">;
  barred: Refusal | undefined;
  told: { id: string; name: string }[];
  words: Messages["meetings"]["pages"]["cancellation" | "postponement"];
  lastResult: unknown;
}) {
  const { reasons } = useMessages().meetings;
  const [form, fields] = useHouseForm(ReasonForm, { id: "call-off", lastResult });
  return (
    <>
      <PageTitle
        above={<LinkTo to={paths.desk.meeting(meeting)}>{meeting.subject}</LinkTo>}
        lead={<SpanText {...meeting} />}
      >
        {words.title}
      </PageTitle>
      {barred ? (
        <Notice tone="warning">{reasons[barred]}</Notice>
      ) : (
        <HouseForm form={form}>
          <Notice tone="warning" title={words.finally}>
            <p>
              {meeting.announcedAt || !("onlyDraft" in words) ? words.publicly : words.onlyDraft}
            </p>
            <p>{told.length > 0 ? words.told(told.length) : words.nobodyTold}</p>
            {told.length > 0 && (
              <details className="mt-2">
                <summary>{words.who}</summary>
                <ul className="mt-2 list-disc ps-6 sm:columns-2">
                  {told.map(({ id, name }) => (
                    <li key={id}>{name}</li>
                  ))}
                </ul>
              </details>
            )}
          </Notice>
          <TextField
            field={fields.reason}
            label={words.reason}
            hint={told.length > 0 ? words.reasonHint : undefined}
          />
          <div className="flex flex-wrap gap-2">
            <SendButton>{words.submit(told.length)}</SendButton>
            <ButtonLink to={paths.desk.meeting(meeting)}>{words.keep}</ButtonLink>
          </div>
        </HouseForm>
      )}
    </>
  );
}
