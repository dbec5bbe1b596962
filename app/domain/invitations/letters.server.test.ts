import PostalMime from "postal-mime";
import { describe, expect, it } from "vitest";
import { lintCalendar } from "#app/test/ics-lint.ts";
import { ha, jane, mailOf, occasion } from "#app/test/letters.ts";
import { MORNING } from "#app/test/setup.ts";
import type { Letter } from "../mail/letter.ts";
import { mimeOf } from "../mail/mime.server.ts";
import { cancellationLetter, changeLetter, invitationLetter } from "./letters.server.ts";

const meeting = occasion;

/** The letter as a mail program reads it. */
const received = async (letter: Letter) => PostalMime.parse(await mimeOf(mailOf(letter)));

const wordsIn = (html: string) =>
  html
    .replace(/<(style|title)>[\s\S]*?<\/\1>/g, "")
    .replace(/<[^>]+>/g, " ")
    .replace(/&#(\d+);/g, (_, code) => String.fromCharCode(code))
    .replace(/\s+/g, " ");

const unfolded = (calendar: string | null) => calendar?.replaceAll("\r\n ", "") ?? "";

describe("a letter of invitation", () => {
  it("reads like an official one", () => {
    const { text, subject, from, to, toName } = invitationLetter(meeting, ha);

    expect(subject).toBe("[Giấy mời] Họp báo: Kinh tế, xã hội quý III - 08:30 25/11/2026");
    expect([from, to, toName]).toEqual([
      "Ủy ban nhân dân phường Long Xuyên <baochi@press.test>",
      "ha@bao.test",
      "Nguyễn Thị Thu Hà",
    ]);
    expect(text).toBe(`ỦY BAN NHÂN DÂN PHƯỜNG LONG XUYÊN

GIẤY MỜI

Kính gửi: ông/bà Nguyễn Thị Thu Hà — Báo An Giang

Ủy ban nhân dân phường Long Xuyên trân trọng kính mời ông/bà tham dự họp báo:

1. Nội dung: Kinh tế, xã hội quý III
2. Người chủ trì: Nguyễn Văn An
3. Người phát ngôn: Lê Thị Bình, Phó Chủ tịch UBND phường
4. Thành phần: nhà báo, phóng viên của cơ quan báo chí được mời
5. Thời gian: từ 08 giờ 30 đến 10 giờ 00, ngày 25 tháng 11 năm 2026 (Thứ Tư)
6. Địa điểm: Hội trường A, 9 Lê Lợi
7. Trực tuyến: https://hop.test/phong?pwd=1&x=2
8. Đăng ký: trước 08 giờ 30, ngày 25 tháng 11 năm 2026, tại liên kết trong thư này
9. Liên hệ: Lê Thị Bình, Phó Chủ tịch UBND phường; điện thoại 0296 3 852 001; thư điện tử vanphong@longxuyen.test

Có tài liệu kèm theo.
Xin đến sớm 10 phút.

Khi đến, xin mang theo thẻ nhà báo hoặc giấy giới thiệu của cơ quan báo chí.

Xin ông/bà trả lời (tham dự, không tham dự hoặc cử người khác) trước giờ bắt đầu, tại liên kết sau; không cần tài khoản và có thể đổi câu trả lời. Liên kết là cách nhanh và chắc nhất; nút trả lời của ứng dụng lịch gửi câu trả lời bằng thư.
https://press.test/invitations/ha00000000000000000000000000000a

Đưa mã này ở cửa (điện thoại hoặc bản in): 9WNQ-8W47

Rất mong sự tham dự của ông/bà./.

Ủy ban nhân dân phường Long Xuyên

-- 
Thư này do hệ thống của cơ quan gửi riêng cho ông/bà; xin không chuyển tiếp vì liên kết trả lời mang tên ông/bà.
Ông/bà nhận thư vì đã đồng ý nhận giấy mời của các cơ quan trong tỉnh. Cuộc họp đã nhận lời vẫn được báo khi đổi giờ, đổi nơi hoặc hủy. Để ngừng nhận giấy mời mới: https://press.test/unsubscribe/ha00000000000000000000000000000j`);
  });

  it("is in English for who reads English, links and calendar too", () => {
    const letter = invitationLetter(meeting, jane);

    expect(letter.subject).toBe(
      "[Invitation] Press conference: Kinh tế, xã hội quý III - 08:30 25/11/2026",
    );
    expect(letter.from).toBe("People's Committee of Long Xuyen <baochi@press.test>");
    expect(letter.text).toContain("To: Jane O'Neill — The Mekong Post\n");
    expect(letter.text).toContain(
      "Time: 08:30–10:00, Wednesday, 25 November 2026 (Viet Nam time, UTC+7)\n",
    );
    expect(letter.text).toContain(
      "https://press.test/en/invitations/ha00000000000000000000000000000a\n",
    );
    expect(letter.unsubscribeUrl).toBe(
      "https://press.test/en/unsubscribe/ha00000000000000000000000000000j",
    );
    expect(unfolded(letter.calendar)).toContain("SUMMARY:Press conference: Kinh tế");
    expect(letter.text).not.toMatch(/ông\/bà|Thời gian/);
  });

  it.each([ha, jane])("says the same in HTML as in text, to $name", (invitee) => {
    const { text, html } = invitationLetter(meeting, invitee);
    const shown = wordsIn(html);

    const sentences = text
      .split("\n")
      .slice(3)
      .map((line) => line.replace(/^(\d+\.|-- )\s*/, "").replace(/^([^:]+): (?!ông)/, "$1: "))
      .filter(Boolean);
    for (const sentence of sentences)
      expect(shown.replace(/: +/g, ": ")).toContain(sentence.replace(/: +/g, ": "));
    expect(html).toContain(`<html lang="${invitee.language}">`);
  });

  it("has no image, no script, nothing fetched and nothing that counts openings", () => {
    const { html } = invitationLetter(meeting, ha);

    expect(html).not.toMatch(
      /<(img|script|link|iframe|object|form|video)|url\(|@import|background=/i,
    );
    expect([...html.matchAll(/(?:src|href)="([^"]+)"/g)].map(([, url]) => url)).toEqual([
      "https://hop.test/phong?pwd=1&#38;x=2",
      "https://press.test/invitations/ha00000000000000000000000000000a",
      "https://press.test/invitations/ha00000000000000000000000000000a",
      "https://press.test/unsubscribe/ha00000000000000000000000000000j",
    ]);
  });

  it("carries a strict calendar file with the link to answer", () => {
    const { calendar, calendarMethod, expiresAt } = invitationLetter(meeting, ha);
    const file = unfolded(calendar);

    expect(calendarMethod).toBe("REQUEST");
    expect(expiresAt).toBe(meeting.startsAt);
    expect(lintCalendar(calendar ?? "", { recipient: ha.email, method: "REQUEST" })).toEqual([]);
    for (const line of [
      `UID:${ha.calendarUid}`,
      "SEQUENCE:0",
      "DTSTAMP:20260901T010000Z",
      "DTSTART;TZID=Asia/Ho_Chi_Minh:20261125T083000",
      `ORGANIZER;CN="Ủy ban nhân dân phường Long Xuyên";SENT-BY="mailto:baochi@press.test":mailto:${ha.organizer}`,
      "URL;VALUE=URI:https://press.test/invitations/ha00000000000000000000000000000a",
      "LOCATION:Hội trường A\\, 9 Lê Lợi",
    ])
      expect(file).toContain(`${line}\r\n`);
    expect(file).toContain("Trực tuyến: https://hop.test/phong?pwd=1&x=2\\n");
  });

  it("names everybody who speaks, and tells the way in and when the press kit opens", () => {
    const { text, html } = invitationLetter(
      {
        ...meeting,
        mapUrl: "https://bando.test/?q=9 Lê Lợi",
        accessNotes: "Cổng phụ đường Lê Lai.\nCó lối cho xe lăn.",
        otherSpeakers: [{ name: "Trần Văn Cường", position: "Trưởng phòng Kinh tế" }],
        kit: { open: 2, nextAt: "2026-11-25T01:30:00.000Z" },
      },
      ha,
    );

    for (const line of [
      "3. Người phát ngôn: Lê Thị Bình, Phó Chủ tịch UBND phường; Trần Văn Cường, Trưởng phòng Kinh tế",
      "7. Bản đồ: https://bando.test/?q=9%20L%C3%AA%20L%E1%BB%A3i",
      "8. Lối vào: Cổng phụ đường Lê Lai.\nCó lối cho xe lăn.",
      "10. Tài liệu: 2 tài liệu đã có tại liên kết trả lời; tài liệu mở từ 08 giờ 30, ngày 25 tháng 11 năm 2026, tại liên kết trả lời",
    ])
      expect(text).toContain(`${line}\n`);
    expect(html).toContain('href="https://bando.test/?q=9%20L%C3%AA%20L%E1%BB%A3i"');
    expect(html).toContain("Cổng phụ đường Lê Lai.<br>Có lối cho xe lăn.");
  });

  it("is answered to the agency's mailbox where it has one, and unsubscribed from by mail too", () => {
    const { replyTo, unsubscribeAddress } = invitationLetter(meeting, ha);
    const older = { ...ha, journalistToken: "an-older-Token_with-capitals" };

    expect(replyTo).toBe("vanphong@longxuyen.test");
    expect(invitationLetter({ ...meeting, pressEmail: null }, ha).replyTo).toBe(
      "baochi@press.test",
    );
    expect(unsubscribeAddress).toBe(`baochi+u-${ha.journalistToken}@press.test`);
    expect(invitationLetter(meeting, older).unsubscribeAddress).toBeNull();
  });

  it("keeps the organizer of an older invitation, which had none of its own", () => {
    const { calendar } = invitationLetter(meeting, { ...ha, organizer: null });

    expect(unfolded(calendar)).toContain(
      'ORGANIZER;CN="Ủy ban nhân dân phường Long Xuyên":mailto:baochi@press.test\r\n',
    );
  });

  it("leaves out what the meeting does not have", () => {
    const bare = {
      ...meeting,
      chair: "",
      spokespersonName: null,
      spokespersonPosition: null,
      contact: null,
      venue: null,
      description: "",
    };
    const { text, calendar } = invitationLetter(bare, { ...ha, outletName: null });

    expect(text).toContain("Kính gửi: ông/bà Nguyễn Thị Thu Hà\n");
    expect(text).toContain("3. Thời gian: từ 08 giờ 30");
    expect(text).toContain("6. Liên hệ: thư điện tử vanphong@longxuyen.test\n");
    expect(text).not.toMatch(/chủ trì|phát ngôn|Địa điểm|thẻ nhà báo|undefined|null/);
    expect(unfolded(calendar)).toContain("LOCATION:https://hop.test/phong?pwd=1&x=2\r\n");
  });

  it("does not say the kind twice", () => {
    const { subject } = invitationLetter({ ...meeting, subject: "Họp báo quý III" }, ha);

    expect(subject).toBe("[Giấy mời] Họp báo quý III - 08:30 25/11/2026");
  });

  it("names both days of a meeting over midnight, and a zone that is not Viet Nam's", () => {
    const overnight = { ...meeting, endsAt: "2026-11-25T20:00:00.000Z" };
    const abroad = { ...meeting, zone: "Asia/Tokyo" };

    expect(invitationLetter(overnight, ha).text).toContain(
      "từ 08 giờ 30, ngày 25 tháng 11 năm 2026 (Thứ Tư) đến 03 giờ 00, ngày 26 tháng 11 năm 2026 (Thứ Năm)",
    );
    expect(invitationLetter(abroad, ha).text).toContain(
      "từ 10 giờ 30 đến 12 giờ 00, ngày 25 tháng 11 năm 2026 (Thứ Tư), múi giờ Asia/Tokyo",
    );
    expect(invitationLetter(abroad, ha).subject).toContain("- 10:30 25/11/2026");
  });

  const subject = `"Sạt lở" <b>bờ sông</b> & 'khắc phục' 🇻🇳👨‍👩‍👧; ${"ấ".repeat(160)}`.slice(
    0,
    200,
  );
  const longName = `${"Nguyễn Phúc ".repeat(9)}Hà`;

  it("carries 200 characters of quotes, emoji and HTML to the reader unharmed", async () => {
    const letter = invitationLetter({ ...meeting, subject }, { ...ha, name: longName });
    const mail = await received(letter);

    expect(mail.subject).toBe(`[Giấy mời] Họp báo: ${subject} - 08:30 25/11/2026`);
    expect(mail.to).toEqual([{ name: longName, address: ha.email }]);
    expect(mail.text).toContain(`1. Nội dung: ${subject}`);
    expect(mail.html).not.toContain("<b>bờ sông");
    expect(wordsIn(mail.html ?? "")).toContain(subject);
    expect(lintCalendar(letter.calendar ?? "", { recipient: ha.email, method: "REQUEST" })).toEqual(
      [],
    );
  });

  it("makes no link of an address that is none", () => {
    const { html } = invitationLetter({ ...meeting, onlineUrl: "javascript:alert(1)" }, ha);

    expect(html).not.toContain('href="javascript');
  });
});

describe("a letter of change", () => {
  const moved = {
    ...meeting,
    kind: "press_gathering" as const,
    startsAt: "2026-11-26T07:00:00.000Z",
    endsAt: "2026-11-26T08:30:00.000Z",
    onlineUrl: null,
    revision: 1,
    revisedAt: "2026-09-02T01:00:00.000Z",
  };

  it("says what changed, new and old, then how the meeting now stands", () => {
    const { text, html, subject } = changeLetter(moved, ha, {
      before: meeting,
      asksAgain: true,
      reason: null,
    });

    expect(subject).toBe(
      "[Thông báo thay đổi] Họp mặt báo chí: Kinh tế, xã hội quý III - 14:00 26/11/2026",
    );
    expect(text).toContain(`
- Hình thức: Họp mặt báo chí (trước đây: Họp báo)
- Thời gian: từ 14 giờ 00 đến 15 giờ 30, ngày 26 tháng 11 năm 2026 (Thứ Năm) (trước đây: từ 08 giờ 30 đến 10 giờ 00, ngày 25 tháng 11 năm 2026 (Thứ Tư))
- Trực tuyến: không có (trước đây: https://hop.test/phong?pwd=1&x=2)

Cuộc họp nay như sau:

1. Nội dung: Kinh tế, xã hội quý III
`);
    expect(wordsIn(html)).toContain("(trước đây: từ 08 giờ 30 đến 10 giờ 00, ngày 25 tháng 11");
  });

  it("asks again after a new time, and lets the answer stand otherwise", () => {
    const again = changeLetter(moved, ha, { before: meeting, asksAgain: true, reason: null });
    const stands = changeLetter(moved, ha, { before: meeting, asksAgain: false, reason: null });

    expect(again.text).toContain("xin ông/bà trả lời lại");
    expect(stands.text).toContain("câu trả lời của ông/bà vẫn được giữ nguyên");
  });

  it("raises the number and the stamp of the same calendar entry", () => {
    const { calendar, revision } = changeLetter(moved, ha, {
      before: meeting,
      asksAgain: true,
      reason: null,
    });

    expect(revision).toBe(1);
    expect(unfolded(calendar)).toContain(
      `UID:${ha.calendarUid}\r\nSEQUENCE:1\r\nDTSTAMP:20260902T010000Z\r\n`,
    );
    expect(lintCalendar(calendar ?? "", { recipient: ha.email, method: "REQUEST" })).toEqual([]);
  });
});

describe("a letter of cancellation", () => {
  const cancelled = { ...meeting, revision: 2, cancelledAt: MORNING, cancelReason: "Bão số 5" };

  it("gives the reason, asks for nothing and takes the meeting off the calendar", () => {
    const letter = cancellationLetter(cancelled, ha, "Bão số 5");

    expect(letter.subject).toBe(
      "[Thông báo hủy] Họp báo: Kinh tế, xã hội quý III - 08:30 25/11/2026",
    );
    expect(letter.text).toContain("Lý do: Bão số 5\n");
    expect(letter.text).not.toMatch(/xin mang theo|trả lời \(tham dự/);
    expect(letter.expiresAt).toBe(meeting.endsAt);
    expect(unfolded(letter.calendar)).toContain("STATUS:CANCELLED\r\n");
    expect(lintCalendar(letter.calendar ?? "", { recipient: ha.email, method: "CANCEL" })).toEqual(
      [],
    );
  });

  it("is in English for who reads English", () => {
    const { subject, text } = cancellationLetter(cancelled, jane, "Storm no. 5");

    expect(subject).toMatch(/^\[Cancelled\] Press conference: /);
    expect(text).toContain("Reason: Storm no. 5\n");
  });
});
