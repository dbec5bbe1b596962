import type { z } from "zod";
import {
  INTERPRETED,
  isHybrid,
  PLACES,
  REPLIES,
  type ReplyForm,
  SUBSTITUTE_PAPERS,
} from "#app/domain/invitations/reply-form.ts";
import { useMessages } from "#app/i18n/use-messages.ts";
import {
  type AnyField,
  CheckField,
  ChoiceField,
  FieldGroup,
  SelectField,
  TextArea,
  TextField,
} from "./form.tsx";

interface Given {
  reply: z.input<typeof ReplyForm>["reply"] | null;
  substituteName: string | null;
  substitutePaper: string | null;
  substitutePaperNo: string | null;
  partySize: number;
  online: number;
  cameras: number;
  tripod: number;
  live: number;
  interpreter: string | null;
  note: string | null;
}

/** What was answered so far, as a form begins with it. */
export function answerBefore(given: Given) {
  return {
    reply: given.reply ?? undefined,
    substituteName: given.substituteName ?? undefined,
    substitutePaper: given.substitutePaper ?? undefined,
    substitutePaperNo: given.substitutePaperNo ?? undefined,
    partySize: String(given.partySize),
    place: given.online ? "online" : "in_person",
    cameras: given.cameras ? String(given.cameras) : undefined,
    tripod: given.tripod ? "on" : undefined,
    live: given.live ? "on" : undefined,
    interpreter: given.interpreter ?? undefined,
    note: given.note ?? undefined,
  };
}

/** The fields of an answer, the same by the letter's link and by telephone. */
export function AnswerFields({
  fields,
  meeting,
  seats,
  says,
}: {
  fields: Record<keyof z.input<typeof ReplyForm>, AnyField>;
  meeting: { venue: string | null; onlineUrl: string | null; revision: number };
  seats: { left: number | null; quota: number | null };
  says: { answer: string; note: string; noteHint?: string };
}) {
  const { answers, invitations } = useMessages();
  const words = answers.fields;
  return (
    <>
      <input type="hidden" name="revision" value={meeting.revision} />
      <ChoiceField
        field={fields.reply}
        label={says.answer}
        options={REPLIES.map((value) => ({ value, label: invitations.replies[value] }))}
      />
      {isHybrid(meeting) && (
        <ChoiceField
          field={fields.place}
          label={words.place}
          options={PLACES.map((value) => ({ value, label: words.places[value] }))}
        />
      )}
      <TextField
        field={fields.partySize}
        label={words.partySize}
        hint={[
          seats.quota !== null && words.partyLimit(seats.quota),
          seats.left !== null && (seats.left > 0 ? words.seatsLeft(seats.left) : words.noSeatsLeft),
        ]
          .filter(Boolean)
          .join(" ")}
        autoComplete="off"
      />
      <FieldGroup legend={words.substitute} hint={words.substituteHint}>
        <TextField field={fields.substituteName} label={words.substituteName} autoComplete="off" />
        <SelectField
          field={fields.substitutePaper}
          label={words.paper}
          blank={words.unsaid}
          options={SUBSTITUTE_PAPERS.map((value) => ({ value, label: words.papers[value] }))}
        />
        <TextField
          field={fields.substitutePaperNo}
          label={words.paperNo}
          hint={words.paperHint}
          autoComplete="off"
        />
      </FieldGroup>
      <FieldGroup legend={words.equipment} hint={words.equipmentHint}>
        <TextField field={fields.cameras} label={words.cameras} autoComplete="off" />
        <SelectField
          field={fields.interpreter}
          label={words.interpreter}
          blank={words.noInterpreter}
          options={INTERPRETED.map((value) => ({ value, label: words.languages[value] }))}
        />
        <CheckField field={fields.tripod} label={words.tripod} />
        <CheckField field={fields.live} label={words.live} />
      </FieldGroup>
      <TextArea field={fields.note} label={says.note} hint={says.noteHint} rows={2} />
    </>
  );
}
