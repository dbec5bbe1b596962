import { execFileSync } from "node:child_process";
import { createHash, createVerify, generateKeyPairSync, type KeyObject } from "node:crypto";
import { existsSync, mkdtempSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { config } from "#app/config.server.ts";
import { ha, mailOf, occasion } from "#app/test/letters.ts";
import { invitationLetter } from "../invitations/letters.server.ts";
import { mimeOf } from "./mime.server.ts";

const { privateKey, publicKey } = generateKeyPairSync("rsa", { modulusLength: 2048 });
const mail = mailOf(invitationLetter(occasion, ha));

beforeAll(() => {
  Object.assign(config, { dkim: { domain: "press.test", selector: "s1", key: privateKey } });
});
afterAll(() => {
  Object.assign(config, { dkim: undefined });
});

/**
 * A reader of signatures written apart from their writer, octet by octet out of RFC 6376: fields are taken from the
 * bottom up, a name that no longer occurs counts as nothing.
 */
function verifies(raw: string, key: KeyObject): boolean {
  const [head = "", ...rest] = raw.split("\r\n\r\n");
  const fields: { name: string; text: string }[] = [];
  for (const line of head.split("\r\n")) {
    const last = fields.at(-1);
    if (/^[ \t]/.test(line) && last) last.text += line;
    else
      fields.push({
        name: line.split(":")[0]?.toLowerCase() ?? "",
        text: line.slice(line.indexOf(":") + 1),
      });
  }
  const own = fields.find(({ name }) => name === "dkim-signature");
  if (!own) return false;
  const tags = new Map(
    own.text.split(";").map((tag) => {
      const [name = "", ...value] = tag.split("=");
      return [name.trim(), value.join("=").replace(/\s/g, "")];
    }),
  );
  let body = rest
    .join("\r\n\r\n")
    .split("\r\n")
    .map((line) =>
      line
        .split(/[ \t]+/)
        .join(" ")
        .trimEnd(),
    )
    .join("\r\n");
  while (body.endsWith("\r\n\r\n")) body = body.slice(0, -2);
  if (createHash("sha256").update(body).digest("base64") !== tags.get("bh")) return false;

  const left = fields.filter((field) => field !== own);
  const relaxed = (text: string) =>
    text
      .split(/[ \t]+/)
      .join(" ")
      .trim();
  const signed = (tags.get("h") ?? "").split(":").flatMap((name) => {
    const place = left.findLastIndex((field) => field.name === name);
    if (place < 0) return [];
    const [field] = left.splice(place, 1);
    return [`${name}:${relaxed(field?.text ?? "")}\r\n`];
  });
  const bare = own.text.slice(0, own.text.lastIndexOf("b=") + 2);
  signed.push(`dkim-signature:${relaxed(bare)}`);
  return createVerify("RSA-SHA256")
    .update(signed.join(""))
    .verify(key, tags.get("b") ?? "", "base64");
}

describe("a signed letter", () => {
  it("is its domain's, and is signed as often as it is made with the same bytes", async () => {
    const raw = await mimeOf(mail);

    expect(verifies(raw, publicKey)).toBe(true);
    expect(await mimeOf(mail)).toBe(raw);
    expect(verifies(raw, generateKeyPairSync("rsa", { modulusLength: 1024 }).publicKey)).toBe(
      false,
    );
    for (const line of raw.slice(0, raw.indexOf("\r\n\r\n")).split("\r\n"))
      expect(line.length).toBeLessThanOrEqual(78);
  });

  it("outlives what mail servers do to blanks", async () => {
    const raw = await mimeOf(mail);

    const carried = raw
      .replace(/^Message-ID: /m, "Message-Id:\t  ")
      .replace("List-Unsubscribe: \r\n <", "List-Unsubscribe: <")
      .replace(/\r\n\r\n$/, "\r\n");
    expect(carried).not.toBe(raw);
    expect(verifies(carried, publicKey)).toBe(true);
  });

  it.each<[string, RegExp | string, string]>([
    ["another way to unsubscribe", /\n <https:[^>]*>/, "\n <https://evil.test/>"],
    ["no unsubscribing by one click", "=One-Click", "=One-Kilck"],
    ["another subject", /^Subject: /m, "Subject: Re: "],
    ["a second subject", /^/, "Subject: evil\r\n"],
    ["a second way to unsubscribe", /^/, "List-Unsubscribe: <https://evil.test/>\r\n"],
    ["somebody else to answer", /^Reply-To: .*/m, "Reply-To: spy@evil.test"],
    ["another recipient", /^To: .*/m, "To: spy@evil.test"],
    ["another calendar", /U1VNTUFSWT/, "U1VNTUFSWU"],
  ])("is nobody's with %s", async (_, from, to) => {
    const raw = await mimeOf(mail);
    const forged = raw.replace(from, to);

    expect(forged === raw).toBe(false);
    expect(verifies(forged, publicKey)).toBe(false);
  });

  const judge = "/usr/bin/python3";
  const hasJudge =
    existsSync(judge) &&
    (() => {
      try {
        execFileSync(judge, ["-c", "import dkim"], { stdio: "ignore" });
        return true;
      } catch {
        return false;
      }
    })();
  it.skipIf(!hasJudge)(
    "is its domain's to python3-dkim too, and no more once changed",
    async () => {
      const folder = mkdtempSync(join(tmpdir(), "phat-ngon-dkim-"));
      const half = publicKey.export({ type: "spki", format: "der" }).toString("base64");
      writeFileSync(join(folder, "key"), `v=DKIM1; k=rsa; p=${half}`);
      const raw = await mimeOf(mail);
      const answers = [raw, raw.replace("One-Click", "One-Kilck"), `Subject: evil\r\n${raw}`].map(
        (text, place) => {
          writeFileSync(join(folder, String(place)), text, "latin1");
          const script = `import dkim,sys
key=open(sys.argv[1]+"/key","rb").read()
print(dkim.verify(open(sys.argv[1]+"/${place}","rb").read(), dnsfunc=lambda name,timeout=5: key))`;
          return execFileSync(judge, ["-c", script, folder], { encoding: "utf8" }).trim();
        },
      );

      expect(answers).toEqual(["True", "False", "False"]);
    },
  );
});
