import { beforeEach, describe, expect, it } from "vitest";
import { requestAccreditation } from "#app/domain/portal/accreditations.server.ts";
import { requestOnData } from "#app/domain/portal/data-requests.server.ts";
import { beginPortalSession } from "#app/domain/portal/sessions.server.ts";
import { byJournalist } from "#app/domain/portal/visitor.ts";
import { questionOf } from "#app/http/kept-question.ts";
import { portalCookie } from "#app/http/portal.server.ts";
import { paths } from "#app/paths.ts";
import { build, db, textOf, visit } from "#app/test/app.ts";
import { briefing, committee, officerOf, reporter } from "#app/test/people.ts";
import { wanted } from "#app/test/press-room.ts";
import { MORNING } from "#app/test/setup.ts";
import type { Row } from "#db/tables.ts";

let address = 0;

/** A browser in which a journalist is signed in: by a letter, or by an invitation. */
async function browserOf(ha: Row<"journalist">, by: "letter" | "invitation" = "letter") {
  const journalistId = by === "letter" ? null : ha.id;
  const token = await beginPortalSession(
    db,
    { email: ha.email, journalistId },
    { at: MORNING, userAgent: "Firefox" },
  );
  return { Cookie: (await portalCookie(token)).split(";")[0] ?? "" };
}

const somebody = (name: string) => reporter(db, { name, email: `${name}-${address++}@bao.test` });

beforeEach(async () => {
  await committee(db);
});

describe("the way into the room", () => {
  it("answers a known address, an unknown one and the same in English alike", async () => {
    const ha = await somebody("ha");
    const ask = (email: string) => visit(paths.portal.signIn(), { form: { email } });
    const [known, unknown] = [await ask(ha.email), await ask("nobody@bao.test")];

    expect([known.status, unknown.status]).toEqual([302, 302]);
    expect(known.headers.get("Location")).toBe(unknown.headers.get("Location"));
    expect(known.headers.get("Set-Cookie")).toBe(unknown.headers.get("Set-Cookie"));
    expect(await db.selectFrom("mail").select("to").execute()).toEqual([{ to: ha.email }]);
  });

  it("is not pestered: three letters to an address in a quarter of an hour, known or not", async () => {
    const email = `often-${address++}@bao.test`;
    const statuses = [];
    for (const _ of [1, 2, 3, 4])
      statuses.push((await visit(paths.portal.signIn(), { form: { email } })).status);

    expect(statuses).toEqual([302, 302, 302, 429]);
  });

  it("is a button behind the letter's link: a scanner that follows it uses nothing up", async () => {
    const ha = await somebody("ha");
    await visit(paths.portal.signIn(), { form: { email: ha.email } });
    const { text } = await db.selectFrom("mail").select("text").executeTakeFirstOrThrow();
    const token = /links\/(\w{32})/.exec(text)?.[1] ?? "";
    const page = paths.portal.link({ token });
    const looks = [await visit(page), await visit(page)];
    const pressed = await visit(page, { method: "POST", form: { any: "" } });
    const again = await visit(page, { method: "POST", form: { any: "" } });

    expect(looks.map(({ status }) => status)).toEqual([200, 200]);
    expect(looks[0]?.headers.get("Set-Cookie")).toBeNull();
    expect(pressed.headers.get("Location")).toBe("/portal");
    expect(pressed.headers.get("Set-Cookie")).toMatch(
      /^__Host-portal=.+HttpOnly; Secure; SameSite=Lax$/,
    );
    expect(again.status).toBe(409);
  });

  it("leads from an invitation by a button, and asks for proof where something is changed", async () => {
    const ha = await somebody("ha");
    const meeting = await briefing(db, await committee(db), wanted());
    const token = "0123456789abcdefghjkmnpqrstvwxyz";
    await db
      .insertInto("invitation")
      .values({
        ...{ id: "inv", meetingId: meeting.id, journalistId: ha.id, token, calendarUid: "u@x" },
        ...{ invitedAt: MORNING, invitedBy: "lan" },
      })
      .execute();
    const looked = await visit(paths.portal.fromInvitation({ token }));
    const pressed = await visit(paths.portal.fromInvitation({ token }), { form: { any: "" } });
    const headers = { Cookie: pressed.headers.get("Set-Cookie")?.split(";")[0] ?? "" };

    expect(looked.headers.get("Location")).toBe(paths.reply({ token }));
    expect(looked.headers.get("Set-Cookie")).toBeNull();
    expect(await textOf(await visit(paths.portal.invitations(), { headers }))).toContain(
      meeting.subject,
    );
    for (const closed of [paths.portal.profile(ha), paths.portal.data(), paths.portal.dataFile()])
      expect((await visit(closed, { headers })).headers.get("Location")).toBe("/portal/proof");
    expect((await visit(paths.portal.withdrawal(ha), { headers, form: { any: "" } })).status).toBe(
      302,
    );
    expect(
      (await db.selectFrom("journalist").select("unsubscribedAt").executeTakeFirst())
        ?.unsubscribedAt,
    ).toBeNull();
  });

  it("ends with the session, and an officer's session opens nothing here", async () => {
    const ha = await somebody("ha");
    const headers = await browserOf(ha);
    const lan = await officerOf(db, await committee(db));
    await visit(paths.portal.signOut(), { headers, form: { any: "" } });

    expect((await visit(paths.portal.home(), { headers })).headers.get("Location")).toBe(
      "/portal/sign-in",
    );
    expect((await visit(paths.portal.home(), { as: lan })).status).toBe(302);
    expect((await visit(paths.desk.home(), { headers })).headers.get("Location")).toMatch(
      /sign-in/,
    );
  });

  it("keeps its pages from the house's copies, and whoever is in it from others' copies", () => {
    const asked = { method: "GET", cookie: undefined, acceptLanguage: undefined };

    for (const address of ["/portal", "/en/portal/data", "/portal/sign-in"])
      expect(questionOf({ ...asked, address })).toBeUndefined();
    expect(questionOf({ ...asked, address: "/meetings" })).toBeDefined();
    for (const cookie of ["portal=x", "display=y; __Host-portal=x"])
      expect(questionOf({ ...asked, address: "/meetings", cookie })).toBeUndefined();
  });
});

/** Every door in the room but the way in, with an id that nobody has in place of every parameter. */
const OPEN = new Set(["layout", "sign-in", "link", "from-invitation", "sign-out"]);
const doors = Object.values(build.routes).flatMap((route) => {
  const name = /^routes\/portal\/([\w-]+)$/.exec(route?.id ?? "")?.[1];
  if (!name || OPEN.has(name)) return [];
  return (["loader", "action"] as const)
    .filter((door) => route?.module[door])
    .map((door) => ({ name, door, path: pathOf(route?.id ?? "") }));
});

function pathOf(id: string): string {
  const route = build.routes[id];
  if (!route) return "";
  const above = route.parentId ? pathOf(route.parentId) : "";
  const own = (route.path ?? "").replace(/^en\?\/?/, "").replace(/:\w+/g, "nobodys-id");
  return [above, own].filter(Boolean).join("/").replace(/\/+/g, "/");
}

describe("a stranger", () => {
  it("finds many doors to be tried here", () => {
    expect(doors.length).toBeGreaterThan(25);
  });

  it.each(doors)("is turned away from the $door of $name", async ({ door, path }) => {
    const response = await visit(`/${path}`, door === "action" ? { form: { any: "thing" } } : {});

    expect(response.status).toBe(302);
    expect(response.headers.get("Location")).toBe("/portal/sign-in");
  });
});

describe("who sees what of journalist A", () => {
  const A = { name: "Anh", email: "anh@bao.test", phone: "0912 000 111" };
  const scene = async () => {
    const long = await committee(db);
    const meeting = await briefing(db, long, wanted());
    const anh = await reporter(db, A);
    const binh = await reporter(db, { name: "Binh", email: "binh@bao.test" });
    const signed = byJournalist(anh, MORNING);
    const request = { journalistId: anh.id, provinceId: anh.provinceId, purpose: "đưa tin" };
    const admission = await requestAccreditation(db, { ...request, meetingId: meeting.id }, signed);
    const asked = await requestOnData(
      db,
      { ...anh, province: { type: "tỉnh", name: "An Giang", nameEn: "An Giang" } },
      { kind: "correction", text: "Sai chỗ này" },
      { language: "vi", at: MORNING },
    );
    if (!admission.ok || !asked.ok) throw new Error("not asked");
    await db
      .updateTable("accreditation")
      .set({ decision: "refused", ground: "no_paper", reason: "x", decidedAt: MORNING })
      .set({ decidedBy: "lan", decidedByName: "Lan", objectedAt: MORNING, objection: "Phản đối" })
      .execute();
    const officer = async (code: "30307" | "30292" | "91" | "46") => ({
      as: await officerOf(db, await committee(db, code)),
    });
    const who = {
      A: { headers: await browserOf(anh) },
      B: { headers: await browserOf(binh) },
      stranger: {},
      own: await officer("30307"),
      sister: await officer("30292"),
      province: await officer("91"),
      other: await officer("46"),
    };
    return { anh, who, admission, asked };
  };
  type Who = keyof Awaited<ReturnType<typeof scene>>["who"];
  type Scene = Awaited<ReturnType<typeof scene>>;

  const MATRIX: [what: string, to: (scene: Scene) => string, sees: Who[], sign: string][] = [
    ["profile", ({ anh }) => paths.portal.profile(anh), ["A"], A.phone],
    [
      "record at the desk",
      ({ anh }) => paths.desk.journalist(anh),
      ["own", "sister", "province"],
      A.phone,
    ],
    ["admission", ({ admission }) => paths.portal.accreditation(admission), ["A"], "đưa tin"],
    [
      "admission at the desk",
      ({ admission }) => paths.desk.accreditation(admission),
      ["own", "province"],
      "đưa tin",
    ],
    ["objection", ({ admission }) => paths.portal.objection(admission), ["A"], "Phản đối"],
    [
      "answer to the objection",
      ({ admission }) => paths.desk.accreditationReview(admission),
      ["own", "province"],
      "Phản đối",
    ],
    ["request", ({ asked }) => paths.desk.dataRequest(asked), ["province"], "Sai chỗ này"],
    ["erasure", ({ anh }) => paths.portal.erasure(anh), ["A"], "An Giang"],
  ];

  it.each(MATRIX)("%s", async (_, to, sees, sign) => {
    const set = await scene();
    const seen = await Promise.all(
      Object.entries(set.who).map(async ([name, how]) => {
        const response = await visit(to(set), how);
        return response.status === 200 && (await response.text()).includes(sign) ? [name] : [];
      }),
    );

    expect(seen.flat()).toEqual(sees);
  });

  it("their copy of everything: A's is about A, B's about B", async () => {
    const { who } = await scene();
    const copyOf = async (how: object) => (await visit(paths.portal.dataFile(), how)).text();
    const [a, b] = [await copyOf(who.A), await copyOf(who.B)];

    expect(JSON.parse(a)).toMatchObject({ records: [A], requests: [{ text: "Sai chỗ này" }] });
    expect(JSON.parse(b).records).toMatchObject([{ email: "binh@bao.test" }]);
    for (const trace of [A.email, A.phone, "Phản đối"]) expect(b).not.toContain(trace);
    for (const name of ["stranger", "own", "province"] as const)
      expect((await visit(paths.portal.dataFile(), who[name])).status).toBe(302);
  });

  it("nobody changes what is A's but A", async () => {
    const { anh, who } = await scene();
    const form = { name: "Kẻ khác", language: "vi" };
    for (const name of ["B", "stranger", "own", "province"] as const)
      await visit(paths.portal.profile(anh), { ...who[name], form });
    const before = await db
      .selectFrom("journalist")
      .select("name")
      .where("id", "=", anh.id)
      .executeTakeFirst();
    const mine = await visit(paths.portal.profile(anh), { ...who.A, form });

    expect(before?.name).toBe("Anh");
    expect(mine.headers.get("Location")).toContain("done=profile");
  });
});

describe("a question from the room", () => {
  it("is a query at once, and its page is its asker's alone", async () => {
    const [ha, nam] = [await somebody("ha"), await somebody("nam")];
    const [mine, his] = [await browserOf(ha), await browserOf(nam)];
    const long = await committee(db);
    const form = {
      agencyId: long.id,
      kind: "question",
      title: "Đường ngập",
      text: "Khi nào xong?",
    };
    const sent = await visit(paths.portal.questionNew(), { headers: mine, form });
    const stranger = await visit(paths.portal.questionNew(), { form });
    const elsewhere = await committee(db, "19777");
    const notTheirs = await visit(paths.portal.questionNew(), {
      ...{ headers: mine, form: { ...form, agencyId: elsewhere.id } },
    });
    const query = await db.selectFrom("query").selectAll().executeTakeFirstOrThrow();
    const list = async (headers: Record<string, string>) =>
      (await visit(paths.portal.questions(), { headers })).text();

    expect([sent.status, notTheirs.status]).toEqual([302, 409]);
    expect(stranger.headers.get("Location")).toBe("/portal/sign-in");
    expect(query).toMatchObject({ channel: "portal", journalistId: ha.id, nameWithheld: 1 });
    expect(await list(mine)).toContain(paths.asked({ token: query.token ?? "" }));
    expect(await list(his)).not.toContain("Đường ngập");
  });
});

describe("the desk", () => {
  it("answers a request about data and carries it out, from the pages", async () => {
    const ha = await somebody("ha");
    const mai = await officerOf(db, await committee(db, "91"), "Mai");
    const headers = await browserOf(ha);
    await visit(paths.portal.erasure(ha), { headers, form: { any: "" } });
    const { id } = await db.selectFrom("dataRequest").select("id").executeTakeFirstOrThrow();
    const answer = (form: Record<string, string>) =>
      visit(paths.desk.dataAnswer({ id }), { as: mai, form });
    const groundless = await answer({ outcome: "refused", answer: "Không." });
    const answered = await answer({ outcome: "accepted", answer: "Sẽ xóa." });
    await db.updateTable("mail").set({ stage: "sent" }).execute();
    await visit(paths.desk.dataExecution({ id }), { as: mai, form: { any: "" } });
    const left = await db.selectFrom("journalist").select("email").execute();

    expect([groundless.status, answered.status]).toEqual([400, 302]);
    expect(left[0]?.email).toBe(`${ha.id}@erased.invalid`);
    expect((await visit(paths.portal.home(), { headers })).status).toBe(302);
    expect(
      await textOf(await visit(paths.desk.dataRequests({ shelf: "closed" }), { as: mai })),
    ).toContain("Đã thực hiện");
  });

  it("decides on an admission that it entered itself, and the journalist reads it", async () => {
    const ha = await somebody("ha");
    const mai = await officerOf(db, await committee(db, "91"), "Mai");
    const entered = await visit(paths.desk.accreditationNew(ha), {
      ...{ as: mai, form: { purpose: "quay phim" } },
    });
    const { id } = await db.selectFrom("accreditation").select("id").executeTakeFirstOrThrow();
    const limits = { decision: "limited", limits: "Khu báo chí" };
    const bare = await visit(paths.desk.accreditationDecision({ id }), {
      ...{ as: mai, form: { decision: "limited" } },
    });
    await visit(paths.desk.accreditationDecision({ id }), { as: mai, form: limits });
    const headers = await browserOf(ha);
    const page = await textOf(await visit(paths.portal.accreditation({ id }), { headers }));

    expect([entered.status, bare.status]).toEqual([302, 400]);
    expect(page).toContain("Khu báo chí");
    expect(page).toContain("Đồng ý có giới hạn");
  });
});
