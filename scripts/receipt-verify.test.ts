import { spawn, spawnSync } from "node:child_process";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { loadLaw } from "#app/domain/policies/law.server.ts";
import { findReceipt } from "#app/domain/receipts/receipts.server.ts";
import { draftText } from "#app/domain/statements/drafting.server.ts";
import { publishStatement } from "#app/domain/statements/publication.server.ts";
import { approveStatement } from "#app/domain/statements/statements.server.ts";
import { committee } from "#app/test/people.ts";
import { signed, speaker } from "#app/test/press-room.ts";
import { connect } from "#db/connect.ts";
import { migrate } from "#db/migrate.ts";

/** A receipt as somebody keeps it: two files side by side, the house's key in a third; checked by a process of its own. */
const folder = mkdtempSync(join(tmpdir(), "phat-ngon-receipt-"));
const house = `sqlite:${join(folder, "house.sqlite")}`;
const elsewhere = `sqlite:${join(folder, "elsewhere.sqlite")}`;
const at = (name: string) => join(folder, name);

/** The very octets that the page of the receipt hands out. */
beforeAll(async () => {
  const db = connect(house);
  await migrate(db);
  await loadLaw(db, { at: signed().at });
  const ward = await committee(db);
  const { personId } = await speaker(db, ward);
  const contents = {
    ...{ language: "vi" as const, title: "Thông cáo về đường ven sông", known: "", unknown: "" },
    ...{ doing: "", nextUpdateAt: null, body: "Mở **12** km đường." },
  };
  const details = { kind: "press_release" as const, speakerId: personId };
  const draft = await draftText(db, ward, contents, details, signed());
  if (!draft.ok) throw new Error(draft.reason);
  await approveStatement(db, draft, { approver: "An", edition: 0 }, signed());
  await publishStatement(db, draft, { journalistIds: [], publicOnly: true }, signed());
  const receipt = await findReceipt(db, draft.id);
  if (!receipt) throw new Error("no receipt");
  const signature = Buffer.from(receipt.signature, "base64");
  for (const name of ["right", "changed", "unsigned"])
    writeFileSync(at(`${name}.sig`), name === "unsigned" ? signature.subarray(1) : signature);
  writeFileSync(at("right.json"), receipt.content);
  writeFileSync(at("unsigned.json"), receipt.content);
  writeFileSync(at("changed.json"), receipt.content.replace("12 km", "13 km"));
  writeFileSync(at("other.txt"), "Mở 12 km đường.");
  writeFileSync(at("other.txt.sig"), signature);
  writeFileSync(at("key.pem"), receipt.pem);
  await db.destroy();
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

function verify(database: string, ...args: string[]) {
  const env = { PATH: process.env.PATH, NODE_ENV: "production" as const, DATABASE_URL: database };
  const words = ["scripts/cli.ts", "receipt", "verify", ...args];
  const run = spawn(process.execPath, words, { env: { ...env, ORIGIN: "https://press.test" } });
  const said = { out: "", err: "" };
  run.stdout.on("data", (some) => {
    said.out += some;
  });
  run.stderr.on("data", (some) => {
    said.err += some;
  });
  return new Promise<typeof said & { code: number | null }>((done) => {
    run.on("close", (code) => done({ ...said, code }));
  });
}

describe("receipt verify", () => {
  it("says what was published, when and by whom, by a key of the house's own", async () => {
    const { code, out } = await verify(house, at("right.json"), "--lang", "vi");

    expect(code).toBe(0);
    expect(out).toContain("Thông cáo về đường ven sông");
    expect(out).toContain("Lê Thị Bình");
    expect(out).toContain("08:00 01/09/2026");
  });

  it("asks nothing of the house when the key is handed in, and answers programs in JSON", async () => {
    const { code, out } = await verify(
      elsewhere,
      at("right.json"),
      "--key",
      at("key.pem"),
      "--json",
    );

    expect(code).toBe(0);
    expect(JSON.parse(out)).toMatchObject({ ok: true, title: "Thông cáo về đường ven sông" });
  });

  it.each([
    ["one character changed", house, ["changed.json"], "the signature is not of this content"],
    ["a signature cut short", house, ["unsigned.json"], "the signature is not of this content"],
    [
      "a key that is not of the house",
      elsewhere,
      ["right.json"],
      "a key that is not of this house",
    ],
    ["another file", house, ["other.txt"], "This file is no receipt"],
    ["no key in the key's file", house, ["right.json", "--key", "other.txt"], "no public Ed25519"],
    ["no such file", house, ["nowhere.json"], "cannot be read"],
  ])("refuses %s with a sentence", async (_, database, [file = "", ...key], sentence) => {
    const flags = key.map((word) => (word.startsWith("--") ? word : at(word)));
    const { code, out, err } = await verify(database, at(file), ...flags);

    expect(code).not.toBe(0);
    expect(out).toBe("");
    expect(err).toContain(sentence);
    expect(err, "no stack").not.toContain("    at ");
  });

  it.skipIf(spawnSync("openssl", ["version"]).status !== 0)(
    "says the same as openssl does, without us",
    () => {
      const check = (file: string) =>
        spawnSync(
          "openssl",
          [
            ...["pkeyutl", "-verify", "-pubin", "-inkey", at("key.pem"), "-rawin"],
            ...["-in", at(file), "-sigfile", at("right.sig")],
          ],
          { encoding: "utf8" },
        );

      expect(check("right.json").stdout).toContain("Signature Verified Successfully");
      expect(check("changed.json").status).not.toBe(0);
    },
  );
});
