/**
 * The last step of every calendar file: what a generator wrote becomes what RFC 5545 asks for, to the octet.
 * Properties stand before components, addresses are addresses again (the generator escapes them as if
 * they were text), lines hold at most 75 octets cut between characters, and the last line is ended too.
 */
export function finishCalendar(generated: string): string {
  return `${inOrder(generated.replace(/\r\n[ \t]/g, "").split("\r\n"))
    .map(withAddress)
    .map(folded)
    .join("\r\n")}\r\n`;
}

interface Component {
  own: string[];
  parts: string[][];
}

function inOrder(lines: string[]): string[] {
  const open: Component[] = [{ own: [], parts: [] }];
  for (const line of lines.filter((line) => line !== "")) {
    if (line.startsWith("BEGIN:")) open.push({ own: [], parts: [] });
    const current = open.at(-1) as Component;
    if (!line.startsWith("END:")) current.own.push(line);
    else {
      open.pop();
      open.at(-1)?.parts.push([...current.own, ...current.parts.flat(), line]);
    }
  }
  return open.flatMap(({ own, parts }) => [...own, ...parts.flat()]);
}

const ADDRESS_VALUED = /^(?:URL|SOURCE|ATTACH|ORGANIZER|ATTENDEE|X-CONFERENCE)[;:]/;

/** A property of several parameters: `NAME;PARAM="a:b;c":value`. */
const PROPERTY = /^([A-Z-]+(?:;[A-Z-]+=(?:"[^"]*"|[^";:,]*))*):(.*)$/s;

function withAddress(line: string): string {
  if (!ADDRESS_VALUED.test(line)) return line;
  const [, head, value = ""] = PROPERTY.exec(line) ?? [];
  if (head === undefined) throw new Error(`Not a calendar property: ${line}`);
  const address = value.replace(/\\([\\;,])/g, "$1").replace(/^MAILTO:/, "mailto:");
  if (head === "X-CONFERENCE") return `${CONFERENCE};LABEL="${new URL(address).host}":${address}`;
  return `${head}:${address}`;
}

/** RFC 7986, 5.11. The generator has no word for it and is handed X-CONFERENCE instead. */
const CONFERENCE = "CONFERENCE;VALUE=URI;FEATURE=AUDIO,VIDEO";

const MAX_OCTETS = 75;

function folded(line: string): string {
  if (line.length <= MAX_OCTETS && /^\p{ASCII}*$/u.test(line)) return line;
  let result = "";
  let octets = 0;
  for (const character of line) {
    const size = octetsOf(character.codePointAt(0) as number);
    if (octets + size > MAX_OCTETS) {
      result += "\r\n ";
      octets = 1;
    }
    result += character;
    octets += size;
  }
  return result;
}

function octetsOf(codePoint: number): number {
  if (codePoint < 0x80) return 1;
  if (codePoint < 0x800) return 2;
  return codePoint < 0x10000 ? 3 : 4;
}
