import PostalMime from "postal-mime";
import { describe, expect, it, onTestFinished, test } from "vitest";
import { config } from "#app/config.server.ts";
import { mailOf } from "#app/test/letters.ts";
import { letterTo } from "#app/test/post-office.ts";
import { envelopeOf, mimeOf } from "./mime.server.ts";

const guest = {
  id: "5f0d0d7e-3c33-4b06-8a2c-0d1f6f7e1a11",
  calendarUid: "0f6d5a0e-54ad-4f0e-9d43-6f0c1a7f2b11",
  email: "ha@bao.test",
};

const returnToken = "0123456789abcdefghjkmnpqrstvwxyz";

const mail = mailOf(letterTo(guest), {
  messageId: "<2b1a7f0c-43f0-9d4f-0e54-ad0f6d5a0e11@longxuyen.test>",
  returnToken,
});

const headOf = (raw: string) => raw.slice(0, raw.indexOf("\r\n\r\n"));
const read = (raw: string) => PostalMime.parse(Buffer.from(raw, "latin1"));

test("begins with this, to the octet", async () => {
  expect(headOf(await mimeOf(mail))).toBe(
    `Auto-Submitted: auto-generated
X-Auto-Response-Suppress: OOF, AutoReply
List-Unsubscribe:${" "}
 <https://localhost:3000/thoi-nhan/5f0d0d7e-3c33-4b06-8a2c-0d1f6f7e1a11>,
 <mailto:baochi@longxuyen.test?subject=unsubscribe>
List-Unsubscribe-Post: List-Unsubscribe=One-Click
From: =?UTF-8?Q?UBND_ph=C6=B0=E1=BB=9Dng_Long_Xuy=C3=AAn?=
 <baochi@longxuyen.test>
To: =?UTF-8?Q?Nguy=E1=BB=85n_Th=E1=BB=8B_H=C3=A0?= <ha@bao.test>
Reply-To: baochi@longxuyen.test
Subject: =?UTF-8?Q?Gi=E1=BA=A5y_m=E1=BB=9Di_d=E1=BB=B1_h?=
 =?UTF-8?Q?=E1=BB=8Dp_b=C3=A1o?=
Message-ID: <2b1a7f0c-43f0-9d4f-0e54-ad0f6d5a0e11@longxuyen.test>
Date: Tue, 01 Sep 2026 01:00:00 +0000
MIME-Version: 1.0
Content-Type: multipart/mixed;
 boundary="--_NmP-2b1a7f0c-43f0-9d4f-0e54-ad0f6d5a0e11-Part_1"`.replaceAll("\n", "\r\n"),
  );
});

test("is the same bytes whenever it is made", async () => {
  expect(await mimeOf(mail)).toBe(await mimeOf({ ...mail, attempts: 7, problem: "451 later" }));
});

test("is laid out as calendar programs expect", async () => {
  const raw = await mimeOf(mail);

  const types = [...raw.matchAll(/^Content-Type: ([^\r]*)/gm)].map(([, type]) => type);
  expect(types).toEqual([
    "multipart/mixed;",
    "multipart/alternative;",
    "text/plain; charset=utf-8",
    "text/html; charset=utf-8",
    "text/calendar; charset=utf-8; method=REQUEST",
    "application/ics; name=invite.ics",
  ]);
});

test.each(["REQUEST", "CANCEL"] as const)(
  "carries the %s twice, octet for octet",
  async (method) => {
    const kind = method === "CANCEL" ? ("cancellation" as const) : ("invitation" as const);
    const letter = { ...mail, ...letterTo(guest, { kind }) };
    const raw = await mimeOf(letter);

    expect(raw).toContain(`text/calendar; charset=utf-8; method=${method}\r\n`);
    const bodies = [...raw.matchAll(/: base64(?:\r\n[A-Z].*)?\r\n\r\n([\w+/=\r\n]+)/g)];
    expect(bodies.map(([, body = ""]) => Buffer.from(body, "base64").toString())).toEqual([
      letter.calendar,
      letter.calendar,
    ]);
  },
);

test("does without a calendar and without a way to unsubscribe where a letter has none", async () => {
  const plain = { calendar: null, calendarMethod: null, unsubscribeUrl: null };
  const raw = await mimeOf({ ...mail, ...plain });

  expect(raw).not.toMatch(/calendar|List-Unsubscribe/);
  expect((await read(raw)).text).toContain("Kính gửi bà Hà");
});

test("is ASCII in lines that every mail server carries, whatever the text", async () => {
  const long = `Nguyễn ${"rất dài ".repeat(400)}\n.\n${"😀".repeat(2000)}\nx\0y`;
  const raw = await mimeOf({ ...mail, subject: long.slice(0, 200), text: long, html: long });

  expect(raw).toMatch(/^[\t\r\n -~]*$/);
  expect(raw).not.toMatch(/(?<!\r)\n|\r(?!\n)/);
  for (const line of raw.split("\r\n")) expect(line.length).toBeLessThanOrEqual(78);
  expect((await read(raw)).text?.replaceAll("\r\n", "\n")).toContain(long.slice(0, 3000));
});

describe("what people type cannot become a header", () => {
  const nasty = [
    'Hà\r\nBcc: spy@evil.test\r\n\r\n<script>alert("x")</script>',
    "Hà <spy@evil.test>, Bà",
    '"Hà" <spy@evil.test>',
    "=?UTF-8?Q?=0D=0ABcc=3A_spy=40evil.test?=",
    "Hà\u2028Bcc: spy@evil.test\u0000\u0007",
    "Hà: spy@evil.test;",
  ];

  test.each(nasty)("in the name or the subject: %j", async (text) => {
    const raw = await mimeOf({ ...mail, toName: text, subject: text, from: mail.from });

    const email = await read(raw);
    expect(email.headers.map(({ key }) => key).sort()).toEqual(
      (await read(await mimeOf(mail))).headers.map(({ key }) => key).sort(),
    );
    expect(email.to?.map(({ address }) => address)).toEqual([mail.to]);
    expect(email.cc ?? email.bcc).toBeUndefined();
    // biome-ignore lint/suspicious/noControlCharactersInRegex: none may come out again
    expect(`${email.subject}${email.to?.[0]?.name}`).not.toMatch(/[\u0000-\u001f]/);
  });

  test.each(["ha@bao.test\r\nBcc: spy@evil.test", "ha@bao.test, spy@evil.test", "Hà"])(
    "in the address: %j is refused",
    async (to) => {
      await expect(mimeOf({ ...mail, to })).rejects.toThrow("Not an e-mail address");
      expect(() => envelopeOf({ ...mail, to })).toThrow("Not an e-mail address");
    },
  );

  test("in the sender", async () => {
    const from = "UBND\r\nBcc: spy@evil.test <baochi@longxuyen.test>";
    const email = await read(await mimeOf({ ...mail, from }));

    expect(email.from?.address).toBe("baochi@longxuyen.test");
    expect(email.headers.some(({ key }) => key === "bcc")).toBe(false);
  });
});

test("offers one way to unsubscribe by mail and one by the web, in one field", async () => {
  const unsubscribeAddress = `baochi+u-${returnToken}@press.test`;
  const raw = await mimeOf({ ...mail, unsubscribeAddress });

  expect(raw.match(/^List-Unsubscribe:.*\r\n .*\r\n .*/gm)).toEqual([
    `List-Unsubscribe: \r\n <https://localhost:3000/thoi-nhan/${guest.id}>,\r\n <mailto:${unsubscribeAddress}>`,
  ]);
});

test("is answered to people", async () => {
  const raw = await mimeOf({ ...mail, replyTo: "vanphong@longxuyen.test" });

  expect((await read(raw)).replyTo).toEqual([{ name: "", address: "vanphong@longxuyen.test" }]);
  await expect(mimeOf({ ...mail, replyTo: "a@b.vn\r\nBcc: c@d.vn" })).rejects.toThrow("e-mail");
});

describe("travels between two bare addresses", () => {
  it("and comes back to one of its own", () => {
    expect(envelopeOf(mail)).toEqual({
      id: mail.id,
      from: `baochi+b-${returnToken}@press.test`,
      to: "ha@bao.test",
    });
  });

  it("or to the sender, where the office has no such addresses or the letter is an older one", () => {
    const toSender = { id: mail.id, from: "baochi@longxuyen.test", to: "ha@bao.test" };
    expect(envelopeOf({ ...mail, returnToken: null })).toEqual(toSender);

    Object.assign(config, { MAIL_ANSWERS: "none" });
    onTestFinished(() => void Object.assign(config, { MAIL_ANSWERS: undefined }));
    expect(envelopeOf(mail)).toEqual(toSender);
  });
});
