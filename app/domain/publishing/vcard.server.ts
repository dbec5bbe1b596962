import type { Messages } from "#app/i18n/messages.ts";
import type { Moment } from "#db/tables.ts";
import type { Speaker } from "../spokespersons/speaker.ts";

interface Card {
  speaker: Speaker;
  agency: { name: string };
  changedAt: Moment; // when the entry was published
  source: string; // the address of the card itself
  page: string; // the agency's page, which knows who speaks next
}

/**
 * A speaker as a vCard 4.0 (RFC 6350) with what the law makes public, and nothing else. FN is the
 * name as it is written. A Vietnamese name begins with the family's and ends with one's own, by which
 * people are filed: N tells them apart for programs that would turn them round.
 */
export function vcard({ speaker, agency, changedAt, source, page }: Card, words: Messages): string {
  const { id, name, position, phone, email, capacity, matter } = speaker;
  const { family, given, middle } = partsOf(name);
  const role = [words.spokespersons.capacity[capacity], matter].filter(Boolean).join(": ");
  const lines = [
    "BEGIN:VCARD",
    "VERSION:4.0",
    "KIND:individual",
    `UID:${source}#${id}`,
    `FN:${plain(name)}`,
    `N;SORT-AS="${quoted([given, family].filter(Boolean).join(","))}":${[family, given, middle, "", ""].map(escaped).join(";")}`,
    `ORG:${escaped(agency.name)}`,
    `TITLE:${plain(position)}`,
    `ROLE:${plain(role)}`,
    `TEL;VALUE=uri;TYPE="work,voice":${telephoneUri(phone)}`,
    `EMAIL;TYPE=work:${plain(email)}`,
    `URL:${page}`,
    `SOURCE:${source}`,
    `REV:${changedAt.replace(/[-:]|\.\d+/g, "")}`,
    "END:VCARD",
  ];
  return lines.map((line) => `${folded(line)}\r\n`).join("");
}

/**
 * The same in few letters, for a QR code: cameras of both kinds of telephone offer to save a vCard
 * 3.0 without a network, which an address would need.
 */
export function compactVcard({ name, position, phone, email }: Speaker, agency: string): string {
  const { family, given, middle } = partsOf(name);
  const lines = [
    "BEGIN:VCARD",
    "VERSION:3.0",
    `N:${[family, given, middle].map(escaped).join(";")}`,
    `FN:${escaped(name)}`,
    `ORG:${escaped(agency)}`,
    `TITLE:${escaped(position)}`,
    `TEL:${worldwide(phone) ?? phone}`,
    `EMAIL:${escaped(email)}`,
    "END:VCARD",
  ];
  return lines.join("\n");
}

/** Nguyễn | Thị Thu | Hà. One word alone is a name of one's own. */
export function partsOf(name: string): { family: string; given: string; middle: string } {
  const words = name.trim().split(/\s+/);
  const given = words.pop() ?? "";
  const [family = "", ...middle] = words;
  return { family, given, middle: middle.join(" ") };
}

/** A number at home as the whole world dials it (0296 3 852 852 → +842963852852); nothing for a short one. */
function worldwide(phone: string): string | undefined {
  const digits = phone.replace(/[^\d+]/g, "");
  if (digits.startsWith("+")) return digits;
  return digits.startsWith("0") ? `+84${digits.slice(1)}` : undefined;
}

/** RFC 3966: a short number, 1022, is one of this country. */
function telephoneUri(phone: string): string {
  const number = worldwide(phone);
  return number ? `tel:${number}` : `tel:${phone.replace(/\D/g, "")};phone-context=+84`;
}

/** RFC 6350, 3.4: a semicolon needs hiding only where it would part one field from the next. */
function plain(text: string): string {
  return escaped(text).replaceAll("\\;", ";");
}

function escaped(text: string): string {
  return text.replace(/[\\,;]/g, "\\$&").replace(/\r?\n/g, "\\n");
}

/** A parameter's value between quotes can hold no quote (RFC 6868 writes it so). */
function quoted(text: string): string {
  return text.replaceAll("^", "^^").replaceAll('"', "^'");
}

/** No line longer than 75 octets, no letter torn apart (RFC 6350, 3.2). */
export function folded(line: string): string {
  const lines: string[] = [];
  let part = "";
  let room = 75;
  for (const letter of line) {
    const octets = Buffer.byteLength(letter);
    if (octets > room) {
      lines.push(part);
      part = "";
      room = 74;
    }
    part += letter;
    room -= octets;
  }
  return [...lines, part].join("\r\n ");
}
