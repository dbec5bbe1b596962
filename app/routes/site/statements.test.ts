import { spawnSync } from "node:child_process";
import { mkdtempSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { beforeEach, expect, it } from "vitest";
import { draftText } from "#app/domain/statements/drafting.server.ts";
import { publishStatement } from "#app/domain/statements/publication.server.ts";
import { approveStatement } from "#app/domain/statements/statements.server.ts";
import { db, textOf, visit } from "#app/test/app.ts";
import { committee, officerOf } from "#app/test/people.ts";
import { signed, speaker } from "#app/test/press-room.ts";

let id = "";
let lan: { id: string };

beforeEach(async () => {
  const ward = await committee(db);
  lan = await officerOf(db, ward);
  const { personId } = await speaker(db, ward);
  const contents = {
    ...{ language: "vi" as const, title: "Thông cáo về đường ven sông" },
    ...{ known: "", unknown: "", doing: "", nextUpdateAt: null },
    body: "Mở **12** km đường.\n\n<script>alert(1)</script>\n\n[x](javascript:alert(1))",
  };
  const details = { kind: "press_release" as const, speakerId: personId };
  const drafted = await draftText(db, ward, contents, details, signed());
  if (!drafted.ok) throw new Error(drafted.reason);
  id = drafted.id;
});

async function publish() {
  await approveStatement(db, { id }, { approver: "An", edition: 0 }, signed());
  await publishStatement(db, { id }, { journalistIds: [], publicOnly: true }, signed());
}

it("shows nothing of a draft, and a published one formatted, with its markup as text", async () => {
  const pages = [
    `/statements/${id}`,
    `/statements/${id}/receipt`,
    `/statements/${id}/receipt.json`,
  ];
  for (const page of pages) expect((await visit(page)).status).toBe(404);
  expect(await textOf(await visit("/statements"))).not.toContain("Thông cáo về đường ven sông");
  await publish();

  const html = await (await visit(`/statements/${id}`)).text();
  expect(html).toContain("Mở <strong>12</strong> km đường.");
  expect(html).toContain("&lt;script&gt;alert(1)&lt;/script&gt;");
  expect(html).not.toContain('href="javascript:');
  for (const page of ["/statements", "/en/statements", "/errata", "/en/errata", "/receipts"])
    expect((await visit(page)).status).toBe(200);
  expect(await textOf(await visit("/statements"))).toContain("Thông cáo về đường ven sông");
  expect(await (await visit("/statements.atom")).text()).toContain("Thông cáo về đường ven sông");
});

it.skipIf(spawnSync("openssl", ["version"]).status !== 0)(
  "hands out a receipt that openssl verifies as it was downloaded",
  async () => {
    await publish();
    const folder = mkdtempSync(join(tmpdir(), "receipt-"));
    for (const [name, path] of [
      ["receipt.json", `/statements/${id}/receipt.json`],
      ["receipt.sig", `/statements/${id}/receipt.sig`],
      ["key.pem", "/receipts/key.pem"],
    ] as const)
      writeFileSync(join(folder, name), Buffer.from(await (await visit(path)).arrayBuffer()));
    const page = await textOf(await visit(`/statements/${id}/receipt`));
    const [command = ""] = /openssl pkeyutl [\w .-]+receipt\.sig/.exec(page) ?? [];
    const [program = "", ...words] = command.split(" ");

    const said = spawnSync(program, words, { cwd: folder, encoding: "utf8" });
    expect(said.stdout).toContain("Signature Verified Successfully");
  },
);

it("compares what is pasted with the signed text, sign by sign", async () => {
  await publish();
  const compare = async (text: string) =>
    textOf(await visit(`/statements/${id}/comparison`, { form: { text } }));

  expect(await compare("Mở 12 km đường.")).toContain("nguyên văn");
  expect(await compare("Mở 13 km đường.")).toContain("Khác bản đã ký");
  expect(await compare("Mở 1\u200b2 km đường.")).toContain("U+200B");
});

it("tells an officer which hidden signs were taken out of what was pasted", async () => {
  const form = {
    ...{ kind: "press_release", language: "vi", title: "Tin", body: "Nước\u200b rút \u202eabc" },
    speakerId: (await db.selectFrom("person").select("id").executeTakeFirstOrThrow()).id,
  };
  const answer = await visit("/desk/statements/new", { as: lan, form });
  const kept = await db
    .selectFrom("statement")
    .select("body")
    .where("title", "=", "Tin")
    .executeTakeFirstOrThrow();

  expect(answer.status).toBe(302);
  expect(kept.body).toBe("Nước rút abc");
  for (const page of ["", "/files", "/sign-offs", "/edit", "/approval", "/schedule"])
    expect((await visit(`/desk/statements/${id}${page}`, { as: lan })).status, page).toBe(200);
  for (const page of ["/desk/statements", "/desk/statements/new", "/en/desk/statements"])
    expect((await visit(page, { as: lan })).status, page).toBe(200);
});

it("puts a published text right beside it, from the desk to the ledger", async () => {
  await publish();
  const begun = await visit(`/desk/statements/${id}/correction`, {
    as: lan,
    form: { reason: "Ghi nhầm số km." },
  });
  const right = /statements\/([\w-]+)\/edit/.exec(begun.headers.get("Location") ?? "")?.[1] ?? "";
  const { speakerId } = await db
    .selectFrom("statement")
    .select("speakerId")
    .where("id", "=", right)
    .executeTakeFirstOrThrow();
  const text = { kind: "press_release", language: "vi", title: "Thông cáo về đường ven sông" };
  await visit(`/desk/statements/${right}/edit`, {
    as: lan,
    form: { ...text, body: "Mở 2 km đường.", speakerId: speakerId ?? "", edition: "0" },
  });
  const approval = { approver: "An", edition: "1" };
  await visit(`/desk/statements/${right}/approval`, { as: lan, form: approval });
  await visit(`/desk/statements/${right}/publication`, { as: lan, form: { publicOnly: "yes" } });

  const ledger = await (await visit("/errata")).text();
  expect(ledger).toContain("Ghi nhầm số km.");
  expect(ledger).toMatch(/<del[^>]*>.*?12/s);
  expect(ledger).toMatch(/<ins[^>]*>.*?2/s);
  expect(await textOf(await visit(`/statements/${id}`))).toContain("Đọc bản đúng");
  expect(await textOf(await visit(`/statements/${right}`))).toContain("Bản này đính chính bản");
  expect((await visit(`/desk/statements/${right}`, { as: lan })).status).toBe(200);
  await visit(`/desk/statements/${right}/retraction`, {
    as: lan,
    form: { reason: "Công bố nhầm.", approver: "An" },
  });
  expect(await textOf(await visit(`/statements/${right}`))).toContain("đã được rút lại lúc");
});
