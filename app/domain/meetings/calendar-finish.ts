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

/** The same for an event as the generator writes it by itself: in one piece and in order, its lines not yet cut. */
export function finishEvent(generated: string): string {
  let finished = "";
  for (const line of generated.split("\r\n"))
    if (line !== "") finished += `${folded(withAddress(line))}\r\n`;
  return finished;
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

/** Cut between characters, by their octets in UTF-8: a half of a pair of UTF-16 counts with the other. */
function folded(line: string): string {
  if (line.length * MOST_OCTETS <= MAX_OCTETS) return line;
  const pieces: string[] = [];
  let from = 0;
  let octets = 0;
  for (let place = 0; place < line.length; place++) {
    const size = octetsOf(line.charCodeAt(place));
    if (octets + size > MAX_OCTETS) {
      pieces.push(line.slice(from, place));
      from = place;
      octets = 1;
    }
    octets += size;
    if (size === 4) place++;
  }
  return [...pieces, line.slice(from)].join("\r\n ");
}

/** Of one unit of UTF-16. */
const MOST_OCTETS = 3;

function octetsOf(unit: number): number {
  if (unit < 0x80) return 1;
  if (unit < 0x800) return 2;
  return unit >= 0xd800 && unit < 0xdc00 ? 4 : 3;
}
