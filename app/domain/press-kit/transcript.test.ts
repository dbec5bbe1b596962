import { describe, expect, it } from "vitest";
import { readTranscript, recordingTime } from "./transcript.ts";

const file = `WEBVTT Họp báo quý III

NOTE người ghi: Văn phòng

STYLE
::cue { color: red }

1
00:01.000 --> 00:04.000 align:start
<v Bà Lan>Xin chào
các nhà báo.

00:05.500 --> 00:09.000
<v Bà Lan>Thu ngân sách đạt <b>7,6%</b> &amp; vượt kế hoạch.

01:02:03.000 --> 01:02:05.000
<v.to Nhà báo Hà>Còn <c.x>việc</c> đền bù?</v><v Bà Lan>Chúng tôi sẽ trả lời.

hỏng --> hỏng
không phải lời

01:03:00.000 --> 01:03:01.000
<script>alert(1)</script>&lt;b&gt;
`;

describe("a transcript in WebVTT", () => {
  it("is read by who speaks and when; notes, styles and tags are not", () => {
    expect(readTranscript(file, "text/vtt")).toEqual([
      {
        ...{ at: 1, speaker: "Bà Lan" },
        text: "Xin chào các nhà báo. Thu ngân sách đạt 7,6% & vượt kế hoạch.",
      },
      { at: 3723, speaker: "Nhà báo Hà", text: "Còn việc đền bù?" },
      { at: 3723, speaker: "Bà Lan", text: "Chúng tôi sẽ trả lời." },
      { at: 3780, speaker: null, text: "alert(1)<b>" },
    ]);
  });

  it("gives a long speech a time at least every three quarters of a minute", () => {
    const cues = Array.from({ length: 40 }, (_, i) => {
      const at = `00:0${Math.floor(i / 12)}:${String((i % 12) * 5).padStart(2, "0")}.000`;
      return `${at} --> ${at}\nCâu ${i}.`;
    });
    const passages = readTranscript(`WEBVTT\n\n${cues.join("\n\n")}`, "text/vtt");

    expect(passages.map(({ at }) => at)).toEqual([0, 45, 90, 135, 180]);
    expect(passages.map(({ text }) => text).join(" ")).toBe(
      cues.map((_, i) => `Câu ${i}.`).join(" "),
    );
  });

  it("has line ends of any kind and a byte order mark", () => {
    const windows = `\ufeff${file.replaceAll("\n", "\r\n")}`;
    expect(readTranscript(windows, "text/vtt")).toEqual(readTranscript(file, "text/vtt"));
  });

  it("holds nothing where nobody says a word", () => {
    expect(readTranscript("WEBVTT\n\nNOTE trống\n", "text/vtt")).toEqual([]);
    expect(readTranscript("WEBVTT\n\n00:01.000 --> 00:02.000\n<i></i>", "text/vtt")).toEqual([]);
  });
});

it("a transcript in plain text is read by its paragraphs", () => {
  expect(readTranscript("Bà Lan: Xin chào.\nMời hỏi.\n\n \n\nHà: Vì sao?\n", "text/plain")).toEqual(
    ["Bà Lan: Xin chào.\nMời hỏi.", "Hà: Vì sao?"].map((text) => ({
      ...{ at: null, speaker: null, text },
    })),
  );
});

it.each([
  [0, "00:00"],
  [83, "01:23"],
  [3723, "1:02:03"],
  [36000, "10:00:00"],
])("second %i of a recording is %s", (second, written) => {
  expect(recordingTime(second)).toBe(written);
});
