import { useFetcher } from "@remix-run/react";
import { useEffect, useRef } from "react";
import { HOME_ZONE } from "#app/clock.ts";
import { CADENCES, KINDS } from "#app/domain/meetings/meeting.ts";
import type { SpeakerChoice } from "#app/domain/meetings/speaker-choice.ts";
import { useLocalised, useMessages } from "#app/i18n/use-messages.ts";
import { ClashWatch, type WatchedMeeting } from "./clash-watch.tsx";
import {
  type AnyField,
  type AnyForm,
  ChoiceField,
  SelectField,
  TextArea,
  TextField,
} from "./form.tsx";
import { Notice } from "./notice.tsx";

type MeetingFieldName =
  | "kind"
  | "cadence"
  | "subject"
  | "description"
  | "startsAt"
  | "endsAt"
  | "zone"
  | "venue"
  | "venueCapacity"
  | "mapUrl"
  | "accessNotes"
  | "onlineUrl"
  | "answerBy"
  | "chair"
  | "spokespersonId";

interface Props {
  fields: Record<MeetingFieldName, AnyField>;
  speakers: SpeakerChoice[];
  /** Where to ask who may speak at another hour. */
  speakersAt: (query: { at: string; zone: string }) => string;
  form: AnyForm;
  meeting: WatchedMeeting;
}

/** What an officer decides about a meeting, in the order in which it is decided. */
export function MeetingFields({ fields, speakers, speakersAt, form, meeting }: Props) {
  const words = useMessages().meetings;
  const { details, pages } = words;
  const asked = useSpeakersAt(speakersAt, fields.startsAt.value, fields.zone.value) ?? speakers;
  return (
    <>
      <TextField field={fields.subject} label={details.subject} hint={pages.form.subjectHint} />
      <div className="grid gap-5 sm:grid-cols-2">
        <ChoiceField
          field={fields.kind}
          label={details.kind}
          options={KINDS.map((value) => ({ value, label: words.kinds[value] }))}
        />
        <ChoiceField
          field={fields.cadence}
          label={details.cadence}
          options={CADENCES.map((value) => ({ value, label: words.cadences[value] }))}
        />
      </div>
      <div className="grid gap-5 sm:grid-cols-2">
        <TextField field={fields.startsAt} label={details.startsAt} type="datetime-local" />
        <TextField field={fields.endsAt} label={details.endsAt} type="datetime-local" />
      </div>
      <ZoneField field={fields.zone} />
      <PlaceFields venue={fields.venue} onlineUrl={fields.onlineUrl} />
      <RoomFields fields={fields} />
      <PeopleFields
        chair={fields.chair}
        spokesperson={fields.spokespersonId}
        speakers={asked}
        unaware={speakers}
      />
      <ClashWatch meeting={meeting} form={form} fields={fields} />
      <div className="max-w-md">
        <TextField
          field={fields.answerBy}
          label={details.answerBy}
          hint={pages.form.answerByHint}
          type="datetime-local"
        />
      </div>
      <TextArea
        field={fields.description}
        label={details.description}
        hint={pages.form.descriptionHint}
      />
    </>
  );
}

/** Nearly every meeting is in Viet Nam's time; the others are one click away. */
function ZoneField({ field }: { field: AnyField }) {
  const words = useMessages().meetings;
  const other = field.initialValue !== HOME_ZONE || field.errors !== undefined;
  return (
    <details open={other}>
      <summary className="w-fit text-sm text-soft">{words.pages.form.zoneSummary}</summary>
      <div className="mt-3 max-w-md">
        <TextField
          field={field}
          label={words.details.zone}
          hint={words.pages.form.zoneHint}
          list="zones"
        />
        <datalist id="zones">
          {[
            "Asia/Ho_Chi_Minh",
            "Asia/Bangkok",
            "Asia/Tokyo",
            "Europe/Paris",
            "America/New_York",
          ].map((zone) => (
            <option key={zone} value={zone} />
          ))}
        </datalist>
      </div>
    </details>
  );
}

/** `brief` leaves out the hints, where all must fit on one screen. */
export function PlaceFields({
  venue,
  onlineUrl,
  brief,
}: {
  venue: AnyField;
  onlineUrl: AnyField;
  brief?: boolean;
}) {
  const { details, pages } = useMessages().meetings;
  return (
    <div className="grid gap-5 sm:grid-cols-2">
      <TextField
        field={venue}
        label={details.venue}
        hint={!brief && pages.form.venueHint}
        blankWhen={pages.form.venueBlank}
      />
      <TextField
        field={onlineUrl}
        label={details.onlineUrl}
        blankWhen={pages.form.onlineBlank}
        hint={!brief && pages.form.onlineHint}
        type="url"
      />
    </div>
  );
}

/** What guests ask about a room; open where something of it is known. */
export function RoomFields({
  fields: { venueCapacity, mapUrl, accessNotes },
}: {
  fields: Record<"venueCapacity" | "mapUrl" | "accessNotes", AnyField>;
}) {
  const { details, pages } = useMessages().meetings;
  const all = [venueCapacity, mapUrl, accessNotes];
  return (
    <details open={all.some(({ initialValue, errors }) => initialValue || errors)}>
      <summary className="w-fit text-sm text-soft">{pages.form.room}</summary>
      <div className="mt-3 grid gap-5">
        <div className="grid gap-5 sm:grid-cols-[10rem_1fr]">
          <TextField field={venueCapacity} label={details.venueCapacity} />
          <TextField field={mapUrl} label={details.mapUrl} type="url" />
        </div>
        <TextArea
          field={accessNotes}
          label={details.accessNotes}
          hint={pages.form.accessHint}
          rows={3}
        />
      </div>
    </details>
  );
}

export function PeopleFields({
  chair,
  spokesperson,
  speakers,
  unaware = speakers,
  brief,
}: {
  chair: AnyField;
  spokesperson: AnyField;
  speakers: SpeakerChoice[];
  /** Those offered before the hour was known. */
  unaware?: SpeakerChoice[];
  brief?: boolean;
}) {
  const { details, pages } = useMessages().meetings;
  const capacities = useMessages().spokespersons.capacity;
  const chosen = spokesperson.value as string | undefined;
  const silent =
    chosen && !speakers.some(({ personId }) => personId === chosen)
      ? unaware.find(({ personId }) => personId === chosen)
      : undefined;
  const options = speakers.map(({ personId, name, position, capacity, matter }) => ({
    value: personId,
    label: [name, position, matter ?? capacities[capacity]].filter(Boolean).join(" · "),
  }));
  if (silent)
    options.push({ value: silent.personId, label: pages.form.notAtThatHour(silent.name) });
  return (
    <>
      <div className="grid gap-5 sm:grid-cols-2">
        <div>
          <TextField
            field={chair}
            label={details.chair}
            hint={!brief && pages.form.chairHint}
            list="chairs"
          />
          <datalist id="chairs">
            {speakers.map(({ personId, name }) => (
              <option key={personId} value={name} />
            ))}
          </datalist>
        </div>
        <SelectField
          field={spokesperson}
          label={details.spokespersonId}
          hint={!brief && pages.form.spokespersonHint}
          options={options}
          blank={pages.form.nobodyYet}
        />
      </div>
      {speakers.length === 0 && <Notice tone="warning">{pages.form.nobodyMaySpeak}</Notice>}
    </>
  );
}

/** Who may speak at the hour that is in the form now: asked again whenever it changes. */
export function useSpeakersAt(address: Props["speakersAt"], startsAt: unknown, zone: unknown) {
  const { load, data } = useFetcher<{ speakers: SpeakerChoice[] }>();
  const to = useLocalised();
  const at = String(startsAt ?? "");
  const path = to(address({ at, zone: String(zone ?? HOME_ZONE) }));
  const asked = useRef(path);
  useEffect(() => {
    if (!at || asked.current === path) return;
    asked.current = path;
    load(path);
  }, [at, path, load]);
  return data?.speakers;
}

/** Puts another agency's usual people into the form when the agency changes; what else was typed stays. */
export function useUsualPeople(
  form: AnyForm,
  fields: Record<"chair" | "spokespersonId", AnyField>,
  agency: { id: string } | undefined,
  people: { chair: string; spokespersonId: string },
) {
  const shown = useRef(agency?.id);
  useEffect(() => {
    if (shown.current === agency?.id) return;
    shown.current = agency?.id;
    form.update({ name: fields.chair.name, value: people.chair });
    form.update({ name: fields.spokespersonId.name, value: people.spokespersonId });
  });
}
