import { messagesIn } from "#app/i18n/messages.ts";

const HEADS = "Chủ tịch|Giám đốc|Chánh Thanh tra|Cục trưởng|Chi cục trưởng|Trưởng ban";
const OFFICE = new RegExp(`^(Phó )?(${HEADS})(?=\\s|$)`, "i");

/** The office as it is signed with: without the name of the agency, which stands at the top of the letter. */
export function officeOf(position: string | undefined): string {
  return OFFICE.exec(position ?? "")?.[0] ?? position ?? "Người đứng đầu cơ quan";
}

/**
 * What stands above the name of who signs (Decree 30/2020/NĐ-CP, annex I, II.7): for a People's Committee in its name,
 * and a deputy for the head.
 */
export function signatureLines(position: string | undefined, isCommittee: boolean): string[] {
  const words = messagesIn("vi").papers.paper;
  const office = officeOf(position);
  const [, deputy, head] = OFFICE.exec(office) ?? [];
  if (!head && position) return [office];
  return [
    ...(isCommittee ? [words.onBehalf] : []),
    ...(deputy && head ? [words.signing.deputy(head)] : []),
    office,
  ];
}
