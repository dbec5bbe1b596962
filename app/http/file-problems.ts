import type { FileRefusal } from "#app/domain/press-kit/files.server.ts";
import type { Messages } from "#app/i18n/messages.ts";

/** Why a file was not taken, beside the field that it is about. */
export function fileProblems(words: Messages, reason: FileRefusal) {
  const own: Partial<Record<FileRefusal, string>> = words.meetingRooms.reasons;
  const sentence = own[reason] ?? reason;
  if (reason === "is-cancelled" || reason === "withdrawn") return { formErrors: [sentence] };
  return { fieldErrors: { [reason === "embargo-past" ? "embargo" : "file"]: [sentence] } };
}
