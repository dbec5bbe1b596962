import { vi } from "vitest";
import { beginPortalSession } from "#app/domain/portal/sessions.server.ts";
import { addFile, filesOf } from "#app/domain/press-kit/files.server.ts";
import { portalCookie } from "#app/http/portal.server.ts";
import { paths } from "#app/paths.ts";
import { build, db, visit } from "./app.ts";
import { txt } from "./papers.ts";
import { briefing, committee, officerOf, reporter } from "./people.ts";
import { signed, speaker } from "./press-room.ts";
import { MORNING } from "./setup.ts";

/** Sentences that stand in the books once each, and nowhere else: wherever one is read, that thing was read. */
export const SECRETS = {
  question: "Bao giờ thông đường ven sông",
  draft: "Dự thảo chưa ký về đường ven sông",
  answer: "Đường ven sông thông ngày mùng năm",
  statement: "Thông cáo về kè Mỹ Bình",
  file: "Kết luận thanh tra bến phà",
  case: "Cầu Hoàng Diệu sập trong đêm",
  name: "Phan Thị Ngọc Hà",
  phone: "0912 345 678",
  accreditation: "Xin ghi hình trong hội trường",
  request: "Ghi sai tên tòa soạn của tôi",
} as const;
export type Secret = keyof typeof SECRETS;

/** Who asked, another journalist, anybody; officers of the ward, of another, of the province, of another province. */
export const PRESS = ["asker", "other", "stranger"] as const;
export const OFFICERS = ["own", "sister", "province", "elsewhere"] as const;
export type Person = (typeof PRESS | typeof OFFICERS)[number];

/** Of the asker's letter: it opens their invitation to whoever has it. */
const KEY = "0123456789abcdefghjkmnpqrstvwxyz";

/** When the file of the meeting opens: as it begins. */
const OPENS = "2026-09-10T02:00:00.000Z";

/** A ward's office with a secret of every kind, entered by whoever would enter it, and everybody who may look for it. */
export async function press() {
  const ward = await committee(db);
  const { personId } = await speaker(db, ward);
  const ha = await reporter(db, { name: SECRETS.name, phone: SECRETS.phone });
  const binh = await reporter(db, { name: "Bình" });
  const officer = async (code: "30307" | "30292" | "91" | "46") => ({
    as: await officerOf(db, await committee(db, code)),
  });
  const who = {
    asker: await browserOf(ha),
    other: await browserOf(binh),
    stranger: {},
    own: await officer("30307"),
    sister: await officer("30292"),
    province: await officer("91"),
    elsewhere: await officer("46"),
  };

  const meeting = await briefing(db, ward);
  await db
    .insertInto("invitation")
    .values({
      ...{ id: "invitation", meetingId: meeting.id, journalistId: ha.id, token: KEY },
      ...{ calendarUid: "uid@press.test", invitedAt: MORNING, invitedBy: who.own.as.id },
    })
    .execute();
  const details = {
    ...{ title: SECRETS.file, kind: "document" as const, language: "vi" as const },
    ...{ audience: "invited" as const, opensAt: OPENS },
  };
  const sent = { name: "ket-luan.txt", bytes: txt(SECRETS.file) };
  const file = await addFile(db, meeting, details, sent, signed());
  const [kept] = await filesOf(db, meeting.id);
  if (!file.ok || !kept) throw new Error("no file");

  const question = {
    ...{ agencyId: ward.id, kind: "question", title: `${SECRETS.question}?`, text: "Từ 25/08." },
  };
  await visit(paths.portal.questionNew(), { ...who.asker, form: question });
  const query = await db.selectFrom("query").select(["id", "token"]).executeTakeFirstOrThrow();
  const page = paths.desk.query(query);
  await visit(`${page}/taking`, { ...who.own, form: { any: "" } });
  await visit(`${page}/lock`, { ...who.own, form: { any: "" } });
  const draft = { text: `${SECRETS.draft}.`, speakerId: personId, after: "0" };
  await visit(`${page}/draft`, { ...who.own, form: draft });

  const purpose = { meetingId: meeting.id, purpose: SECRETS.accreditation };
  await visit(paths.portal.accreditationNew(), {
    ...{ ...who.asker, form: { ...purpose, journalistId: ha.id } },
  });
  await visit(paths.portal.correction(ha), { ...who.asker, form: { text: SECRETS.request } });
  const text = { kind: "press_release", language: "vi", title: SECRETS.statement, body: "Kè." };
  await visit(paths.desk.statementWritten(), {
    ...{ ...who.own, form: { ...text, speakerId: personId } },
  });
  const article = {
    ...{ outletName: "Nhật báo Mẫu", outletKind: "daily", articleTitle: "Cầu", articlePlace: "3" },
    ...{ articleDay: "2026-08-31", wrong: SECRETS.case, right: "Cầu còn.", grounds: "Biên bản." },
    foundAt: "2026-09-01T07:00",
  };
  await visit(paths.desk.correctionCaseNew(), { ...who.own, form: article });

  const idOf = async (table: "accreditation" | "dataRequest" | "statement" | "correctionCase") =>
    (await db.selectFrom(table).select("id").executeTakeFirstOrThrow()).id;
  const ids = {
    ...{ query: query.id, meeting: meeting.id, journalist: ha.id, file: kept.id, version: "1" },
    ...{ accreditation: await idOf("accreditation"), request: await idOf("dataRequest") },
    ...{ statement: await idOf("statement"), case: await idOf("correctionCase") },
    ...{ agency: ward.id, code: "91", document: kept.versions[0].documentId, year: "2026" },
    ...{ name: "ket-luan.txt", format: "csv", invitation: "invitation", indicator: "3" },
  };
  return {
    ids,
    who,
    personId,
    journalists: { ha, binh },
    tokens: { invitation: KEY, query: query.token ?? "" },
  };
}

export type Press = Awaited<ReturnType<typeof press>>;

/** A browser in which a journalist is signed in to the press's room, from now on. */
async function browserOf({ email }: { email: string }) {
  const details = { at: new Date().toISOString(), userAgent: "Firefox" };
  const token = await beginPortalSession(db, { email, journalistId: null }, details);
  return { headers: { Cookie: (await portalCookie(token)).split(";")[0] ?? "" } };
}

/** Days later: the scoop lock has run out, the meeting begins, and the journalists have signed in anew. */
export async function later({ who, journalists: { ha, binh } }: Press) {
  vi.setSystemTime(OPENS);
  Object.assign(who, { asker: await browserOf(ha), other: await browserOf(binh) });
}

/** The answer is signed and on its way: the asker's and the office's until the scoop lock has run out. */
export async function answer({ ids, who, personId }: Press) {
  const page = paths.desk.query({ id: ids.query });
  const draft = { text: `${SECRETS.answer}.`, speakerId: personId, after: "1" };
  await visit(`${page}/draft`, { ...who.own, form: draft });
  await visit(`${page}/signatures`, { ...who.own, form: { first: "" } });
  const step = await db.selectFrom("queryStep").select("id").executeTakeFirstOrThrow();
  const yes = { stepId: step.id, decision: "approve" };
  await visit(`${page}/signature`, { ...who.own, form: yes });
  await visit(`${page}/answer`, { ...who.own, form: { outcome: "answered", version: "2" } });
}

/** The statement is published, and the case closed and put on the ledger. */
export async function publish({ ids, who, personId }: Press) {
  const statement = paths.desk.statement({ id: ids.statement });
  const own = (path: string, form: Record<string, string>) => visit(path, { ...who.own, form });
  await own(`${statement}/approval`, { approver: "An", edition: "0" });
  await own(`${statement}/publication`, { publicOnly: "yes" });
  const kept = paths.desk.correctionCase({ id: ids.case });
  const feedback = { text: "Cầu còn.", asks: "correction", speakerId: personId, edition: "0" };
  await own(`${kept}/feedback`, feedback);
  const letter = { letterNo: "15/UBND-VP", letterDay: "2026-09-01", sentHow: "hand" };
  await own(`${kept}/sending`, { ...letter, sentAt: "2026-09-01T07:30", edition: "1" });
  const answered = { answer: "corrected", answeredAt: "2026-09-01T07:45", answerPlace: "trang 2" };
  await own(`${kept}/answer`, { ...answered, edition: "2" });
  await own(`${kept}/closing`, { outcome: "corrected", edition: "3" });
  await own(`${kept}/publication`, { speakerId: personId });
}

/** Every address of the app at which something is read, with the ids of this office's things in their places. */
export function addressesFor({ ids, tokens }: Press, person: Person): string[] {
  const keyTo = (path: string) => {
    if (person !== "asker") return "nobodys-token";
    return path.startsWith("invitations") ? tokens.invitation : tokens.query;
  };
  const given: Record<string, string> = ids;
  return Object.values(build.routes).flatMap((route) => {
    if (!route?.module.loader && !route?.module.default) return [];
    const path = pathOf(route.id);
    // What there is none of here is the affair of guards.test.ts; the agency's own pages are about its speakers.
    const names = [...path.matchAll(/:(\w+)/g)].map(([, name = ""]) => name);
    if (names.some((name) => name !== "token" && !given[name])) return [];
    if (path.startsWith("desk/agencies/")) return [];
    const filled = path.replace(/:(\w+)/g, (_, name: string) => given[name] ?? keyTo(path));
    return [`/${filled}`];
  });
}

function pathOf(id: string): string {
  const route = build.routes[id];
  if (!route) return "";
  const above = route.parentId ? pathOf(route.parentId) : "";
  const own = (route.path ?? "").replace(/^en\?\/?/, "");
  return [above, own].filter(Boolean).join("/").replace(/\/+/g, "/");
}
