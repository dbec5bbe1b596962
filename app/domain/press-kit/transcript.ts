/** What was said, from a second of the recording on; a plain text tells no times. */
export interface Passage {
  at: number | null; // seconds from the beginning
  speaker: string | null;
  text: string;
}

/** Passages longer than this are broken at the next cue, so that each has a time near by. */
const LONGEST_SECONDS = 45;

/** A transcript as people read it: a plain text by its paragraphs, a WebVTT file by who speaks and when. */
export function readTranscript(text: string, type: "text/plain" | "text/vtt"): Passage[] {
  const lines = text.replace(/^\ufeff/, "").replace(/\r\n?/g, "\n");
  return type === "text/vtt" ? together(cuesOf(lines)) : paragraphsOf(lines);
}

function paragraphsOf(text: string): Passage[] {
  return text
    .split(/\n\s*\n/)
    .map((paragraph) => paragraph.trim())
    .filter(Boolean)
    .map((paragraph) => ({ at: null, speaker: null, text: paragraph }));
}

const TIMING = /^(?:(\d{2,}):)?([0-5]\d):([0-5]\d)\.\d{3}[ \t]+-->[ \t]+(?:\d{2,}:)?[0-5]\d:/;

/** The cues of a WebVTT file (W3C WebVTT 1, 4.1): blocks with a timing; notes, styles and regions are none. */
function cuesOf(text: string): Passage[] {
  return text
    .split(/\n{2,}/)
    .slice(1)
    .flatMap((block) => {
      const lines = block.split("\n").filter((line) => line !== "");
      const timing = lines.findIndex((line) => TIMING.test(line));
      if (timing < 0 || timing > 1) return [];
      const [, hours = "0", minutes = "", seconds = ""] = TIMING.exec(lines[timing] ?? "") ?? [];
      const at = Number(hours) * 3600 + Number(minutes) * 60 + Number(seconds);
      return spoken(lines.slice(timing + 1).join("\n"), at);
    });
}

/** A cue may hold several voices: `<v Tên>` begins what somebody says. */
function spoken(payload: string, at: number): Passage[] {
  return payload
    .split(/(?=<v[ .\t])/)
    .map((part) => {
      const [, name] = /^<v(?:\.[^\t >]*)?[ \t]+([^>]*)>/.exec(part) ?? [];
      const text = plain(part.replace(/<[^>]*>/g, ""));
      return { at, speaker: name ? plain(name) : null, text };
    })
    .filter(({ text }) => text !== "");
}

const NAMED: Record<string, string> = {
  "&amp;": "&",
  "&lt;": "<",
  "&gt;": ">",
  "&nbsp;": " ",
  "&lrm;": "",
  "&rlm;": "",
};

function plain(text: string): string {
  return text
    .replace(/&(?:amp|lt|gt|nbsp|lrm|rlm);/g, (sign) => NAMED[sign] ?? sign)
    .replace(/\s+/g, " ")
    .trim();
}

/** Cues are cut for the eye on a screen: what one says without a pause is one passage to read. */
function together(cues: Passage[]): Passage[] {
  const passages: Passage[] = [];
  for (const cue of cues) {
    const last = passages.at(-1);
    const goesOn =
      last !== undefined &&
      last.speaker === cue.speaker &&
      (cue.at ?? 0) - (last.at ?? 0) < LONGEST_SECONDS;
    if (goesOn) last.text = `${last.text} ${cue.text}`;
    else passages.push({ ...cue });
  }
  return passages;
}

/** Seconds as 01:23 or 1:02:03. */
export function recordingTime(seconds: number): string {
  const two = (n: number) => String(n).padStart(2, "0");
  const [hours, minutes] = [Math.floor(seconds / 3600), Math.floor(seconds / 60) % 60];
  const rest = `${two(minutes)}:${two(seconds % 60)}`;
  return hours > 0 ? `${hours}:${rest}` : rest;
}
