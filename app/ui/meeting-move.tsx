import { HOME_ZONE, localTime } from "#app/clock.ts";
import type { Clash } from "#app/domain/meetings/clashes.server.ts";
import type { Times } from "#app/domain/meetings/free-slots.ts";
import { MoveForm, PublicMoveForm } from "#app/domain/meetings/meeting-form.ts";
import type { MeetingOfAgency } from "#app/domain/meetings/meetings.server.ts";
import type { SpeakerChoice } from "#app/domain/meetings/speaker-choice.ts";
import type { FreeHours } from "#app/domain/notices/free-hours.server.ts";
import { useLocalised, useMessages } from "#app/i18n/use-messages.ts";
import { paths } from "#app/paths.ts";
import { Button, ButtonLink, SendButton } from "./button.tsx";
import { ClashNotice, FreeSlotLinks, useAtThatHour } from "./clash-watch.tsx";
import { HouseForm, SelectField, TextField, useHouseForm } from "./form.tsx";
import { Notice } from "./notice.tsx";

interface Props {
  meeting: MeetingOfAgency;
  times: { startsAt: string; endsAt: string }; // local, in the meeting's zone
  clashes: Clash[];
  free: FreeHours;
  speakers: SpeakerChoice[];
  told: { id: string; name: string }[];
  isPublic: boolean;
  reason: string;
  result?: unknown;
  edition?: number; // as it is now, where somebody has changed it meanwhile
}

/** The form by which a meeting gets another hour: what is at that hour, who speaks, who is told, and why. */
export function MeetingMove({ meeting, times, told, isPublic, reason, result, ...at }: Props) {
  const edition = at.edition ?? meeting.edition;
  const words = useMessages().pressCalendar;
  const says = words.move;
  const to = useLocalised();
  const [form, fields] = useHouseForm(isPublic ? PublicMoveForm : MoveForm, {
    id: "move",
    lastResult: result,
    defaultValue: {
      ...times,
      reason,
      spokespersonId: meeting.spokespersonId ?? "",
      edition: String(edition),
    },
  });
  const clashes = useClashes(meeting, fields, at.clashes);
  return (
    <HouseForm form={form}>
      <input type="hidden" name="edition" value={edition} />
      <div className="grid gap-5 sm:grid-cols-2">
        <TextField field={fields.startsAt} label={says.startsAt} type="datetime-local" />
        <TextField field={fields.endsAt} label={says.endsAt} type="datetime-local" />
      </div>
      {meeting.zone !== HOME_ZONE && <p className="text-soft">{says.inZone(meeting.zone)}</p>}
      <div>
        <Button
          tone="plain"
          formMethod="get"
          formAction={to(paths.desk.meetingMove(meeting))}
          formNoValidate
        >
          {words.move.check}
        </Button>
      </div>
      <div aria-live="polite">
        {clashes.length > 0 ? (
          <ClashNotice clashes={clashes} agencyId={meeting.agencyId} />
        ) : (
          <p className="text-soft">{words.clash.none}</p>
        )}
        <FreeSlotLinks
          free={at.free}
          to={(slot) =>
            paths.desk.meetingMove(meeting, {
              ...localTimes(slot, meeting.zone),
              reason: fields.reason.value,
            })
          }
        />
      </div>
      <Speaker meeting={meeting} field={fields.spokespersonId} speakers={at.speakers} />
      <WhoIsTold told={told} isPublic={isPublic} />
      {isPublic && <TextField field={fields.reason} label={says.reason} hint={says.reasonHint} />}
      <div className="flex flex-wrap gap-2">
        <SendButton>{says.submit(told.length)}</SendButton>
        <ButtonLink to={paths.desk.meeting(meeting)}>{says.keep}</ButtonLink>
      </div>
    </HouseForm>
  );
}

type Fields = ReturnType<typeof useHouseForm<typeof MoveForm>>[1];

/** What gets in the way at the hour in the form; as the page was loaded until another is typed. */
function useClashes(meeting: MeetingOfAgency, fields: Fields, loaded: Clash[]): Clash[] {
  const asked = useAtThatHour(
    { agencyId: meeting.agencyId, id: meeting.id },
    {
      ...{ kind: meeting.kind, zone: meeting.zone, chair: meeting.chair },
      venue: meeting.venue ?? "",
      startsAt: fields.startsAt.value ?? "",
      endsAt: fields.endsAt.value ?? "",
      spokespersonId: fields.spokespersonId.value ?? "",
    },
  );
  return asked?.clashes ?? loaded;
}

function localTimes({ startsAt, endsAt }: Times, zone: string) {
  return { startsAt: localTime(startsAt, zone), endsAt: localTime(endsAt, zone) };
}

/** Whoever was chosen stays chosen while they may speak then; otherwise those who may are offered. */
function Speaker({
  meeting,
  field,
  speakers,
}: {
  meeting: MeetingOfAgency;
  field: Fields["spokespersonId"];
  speakers: SpeakerChoice[];
}) {
  const { pressCalendar, meetings, spokespersons } = useMessages();
  const says = pressCalendar.move;
  const chosen = meeting.spokespersonId;
  const isSilent = chosen !== null && !speakers.some(({ personId }) => personId === chosen);
  if (!isSilent && !field.errors)
    return chosen ? <input type="hidden" name={field.name} value={chosen} /> : null;
  return (
    <>
      {isSilent && (
        <Notice tone="warning" title={says.silent(meeting.spokespersonName ?? "")}>
          {says.silentLead}
        </Notice>
      )}
      <SelectField
        field={field}
        label={meetings.details.spokespersonId}
        blank={meetings.pages.form.nobodyYet}
        options={speakers.map(({ personId, name, position, capacity, matter }) => ({
          value: personId,
          label: [name, position, matter ?? spokespersons.capacity[capacity]]
            .filter(Boolean)
            .join(" · "),
        }))}
      />
    </>
  );
}

function WhoIsTold({ told, isPublic }: Pick<Props, "told" | "isPublic">) {
  const says = useMessages().pressCalendar.move;
  if (!isPublic) return <Notice>{says.onlyOffice}</Notice>;
  if (told.length === 0) return <Notice>{says.nobodyTold}</Notice>;
  return (
    <Notice tone="warning" title={says.told(told.length)}>
      <details>
        <summary className="w-fit">{says.who}</summary>
        <ul className="mt-2 list-disc ps-6 sm:columns-2">
          {told.map(({ id, name }) => (
            <li key={id}>{name}</li>
          ))}
        </ul>
      </details>
    </Notice>
  );
}
