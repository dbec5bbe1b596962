import { beforeEach, describe, expect, it } from "vitest";
import type { Officer } from "#app/domain/accounts/officer.ts";
import { loadMap } from "#app/domain/areas/map.server.ts";
import { furnishDemo } from "#app/domain/demo/demo.server.ts";
import { loadLaw } from "#app/domain/policies/law.server.ts";
import { beginPortalSession } from "#app/domain/portal/sessions.server.ts";
import { portalCookie } from "#app/http/portal.server.ts";
import { db, visit } from "./app.ts";
import { doors } from "./doors.ts";
import { entriesOf } from "./entries.ts";
import { committee, officerOf } from "./people.ts";
import { MORNING } from "./setup.ts";

/** Each office makes rules for itself alone. */
const OWN_RULE = /^desk\/policies\/:key\/new$/;

/** Every write at the desk that is about something, knocked at with something that is there: all of it is Long Xuyên's. */
const writes = doors.filter(
  ({ door, path }) => door === "action" && path.includes(":") && !OWN_RULE.test(path),
);

/** A province's offices share their press records: only another province's is turned away. */
const SHARED =
  /^desk\/(outlets|press-lists|suppressed-addresses)\/|^desk\/journalists\/[^/]+(\/address|\/accreditation)?$/;

/** There for oneself alone, and for who is left without an office: see their own tests. */
const ELSEWHERE = /^desk\/account\/sessions\/|^desk\/accounts\/:account\/office$/;

let addresses: { id: string; path: string; address: string }[];

beforeEach(async () => {
  await loadMap(db);
  await loadLaw(db, { at: MORNING });
  await furnishDemo(db, { at: MORNING });
  const entries = await entriesOf(db, "pc-30307");
  addresses = writes.map(({ id, path }) => ({
    ...{ id, path },
    address: path.replace(
      /([\w-]+)\/:(\w+)/g,
      (_, before, name) => `${before}/${entries[`${before}/${name}`] ?? entries[name] ?? name}`,
    ),
  }));
});

/** What the books say, whoever asks. */
async function books() {
  const tables = (await db.introspection.getTables()).map(({ name }) => name);
  const kept = tables.filter((name) => !/^(session|portal_session|kysely_)/.test(name));
  const read = (name: string) =>
    db
      .selectFrom(name as "audit")
      .selectAll()
      .execute();
  return JSON.stringify(await Promise.all(kept.map(async (name) => [name, await read(name)])));
}

type Visitor = { as?: Officer; headers?: Record<string, string> };

/** The doors that answer otherwise than they should. */
async function wrongly(
  visitor: Visitor,
  isRight: (answer: Response, path: string) => boolean,
  which = addresses,
) {
  const wrong: string[] = [];
  for (const { path, address } of which) {
    const answer = await visit(`/${address}?agency=pc-30307`, {
      ...visitor,
      form: { scope: "agency" },
    });
    if (!isRight(answer, path)) wrong.push(`${path} answers ${answer.status}`);
  }
  return wrong;
}

const toSignIn = ({ status, headers }: Response) =>
  status === 302 && /^\/sign-in/.test(headers.get("Location") ?? "");
const isRefused = ({ status }: Response) => status === 404 || status === 403;
const officerIn = async (code: Parameters<typeof committee>[1]) =>
  officerOf(db, await committee(db, code));

describe("an entry of Long Xuyên", () => {
  it("is there at every door, for its officer, the province's or an administrator", async () => {
    const chief = await officerIn("01");
    const role = { role: "administrator" } as const;
    await db.updateTable("account").set(role).where("id", "=", chief.id).execute();
    const offices = [await officerIn("30307"), await officerIn("91"), chief];
    let missing = addresses.filter(({ path }) => !ELSEWHERE.test(path));
    for (const as of offices) {
      const lost = await wrongly({ as }, ({ status }) => status !== 404, missing);
      missing = missing.filter(({ path }) => lost.some((one) => one.startsWith(`${path} `)));
    }

    expect(writes.length).toBeGreaterThan(130);
    expect(missing.map(({ path }) => path)).toEqual([]);
  });

  it("is changed by no stranger and by no journalist, who is let in elsewhere", async () => {
    const before = await books();
    const { email } = await db.selectFrom("journalist").select("email").executeTakeFirstOrThrow();
    const letter = { at: MORNING, userAgent: "Firefox" };
    const token = await beginPortalSession(db, { email, journalistId: null }, letter);
    const Cookie = (await portalCookie(token)).split(";")[0] ?? "";
    const portal = await visit("/portal", { headers: { Cookie } });

    expect(await wrongly({}, toSignIn)).toEqual([]);
    expect(portal.status).toBe(200);
    expect(await wrongly({ headers: { Cookie } }, toSignIn)).toEqual([]);
    expect(await books()).toBe(before);
  });

  it("is changed by no officer of the commune next door, whatever they share with it", async () => {
    const lan = await officerIn("30292");
    const before = await books();
    const own = addresses.filter(({ path }) => !SHARED.test(path));

    expect(await wrongly({ as: lan }, isRefused, own)).toEqual([]);
    expect(await books()).toBe(before);
  });

  it("is changed by no officer of another province", async () => {
    const hue = await officerIn("19777");
    const before = await books();

    expect(await wrongly({ as: hue }, isRefused)).toEqual([]);
    expect(await books()).toBe(before);
  });
});
