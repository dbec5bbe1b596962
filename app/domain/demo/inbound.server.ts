import { later } from "#app/clock.ts";
import type { Db, Moment, Row } from "#db/tables.ts";
import { byInvitation } from "../audit/entry.ts";
import { noteReturned } from "../inbound/returned-letters.server.ts";
import { takeAnswer } from "../invitations/replies.server.ts";
import type { Mail } from "../mail/letter.ts";
import { receiveByMail } from "../queries/by-mail.server.ts";
import { MARK } from "./office.ts";

const MAILBOX = "hopbao.longxuyen@angiang.example";
const WARD = "pc-30307";

/**
 * Invented mail that came in about the coming meeting, a question to the ward's own mailbox, and letters that met with
 * trouble: one came back, one waits to be sent again. Mail itself is not stopped: a queue at rest would keep back what
 * an office sends in earnest.
 */
export async function furnishInbound(db: Db, at: Moment, { meetingId }: { meetingId: string }) {
  await db
    .updateTable("agency")
    .set({ pressEmail: MAILBOX })
    .where("id", "=", WARD)
    .where("pressEmail", "is", null)
    .execute();
  const invited = await silentOf(db, meetingId);
  const [asks, delegates, changes, gone, late] = invited;
  if (!asks || !delegates || !changes || !gone || !late) return;
  const before = (minutes: number) => later(at, { minutes: -minutes });
  const shelf = shelfOf(db);
  await shelf(asks, before(190), {
    ...{ kind: "answer", outcome: "review", reason: "counter", invitationId: asks.invitationId },
    subject: "Đề nghị đổi giờ: họp báo (mẫu)",
    text: "Xin dời sang 10 giờ, vì 8 giờ chúng tôi lên sóng. (mẫu)",
  });
  await shelf(delegates, before(120), {
    ...{ kind: "other", outcome: "review", reason: "reply", mailId: delegates.id },
    ...{ invitationId: delegates.invitationId, subject: "Re: Giấy mời họp báo (mẫu)" },
    text: "Tòa soạn cử phóng viên khác đi thay, xin gửi tên sau. (mẫu)",
  });
  await shelf({ to: "ban-doc@toasoan.example", toName: "Ban Bạn đọc (mẫu)" }, before(75), {
    ...{ kind: "other", outcome: "review", reason: "letter" },
    subject: "Hỏi về lịch cấp nước khu dân cư mẫu (mẫu)",
    text: "Bạn đọc phản ánh mất nước ba ngày. Xin cho biết bao giờ cấp nước lại. (mẫu)",
  });
  const invitation = { id: changes.invitationId ?? "", name: changes.toName, meetingId };
  await takeAnswer(
    db,
    invitation,
    { reply: "coming" },
    { by: byInvitation(invitation), at: before(50) },
    { via: "calendar", answeredRevision: 0, trust: "other_address" },
  );
  await shelf({ ...changes, to: "thu-ky@toasoan.example" }, before(50), {
    ...{ kind: "answer", outcome: "applied", reply: "coming", trust: "other_address" },
    ...{ sequence: 0, stamp: before(50), invitationId: changes.invitationId },
    ...{ subject: "Accepted: họp báo (mẫu)", text: "Phóng viên của chúng tôi sẽ dự. (mẫu)" },
  });
  await furnishQuestion(db, shelf, before(30));
  await furnishTrouble(db, { gone, late }, at);
  await shelf({ to: "mailer-daemon@toasoan.example", toName: "Mail Delivery System" }, at, {
    ...{ kind: "bounce", outcome: "not-delivered", mailId: gone.id, words: NO_USER },
    ...{ invitationId: gone.invitationId, subject: "Undelivered Mail Returned to Sender (mẫu)" },
    text: `<${gone.to}>: ${NO_USER}`,
  });
}

const NO_USER = "550 5.1.1 no such user here (mẫu)";
const GREYLISTED = "451 4.7.1 greylisted, please try again later (mẫu)";

/** The invited who have not answered, with their letters. */
function silentOf(db: Db, meetingId: string): Promise<Mail[]> {
  return db
    .selectFrom("mail")
    .innerJoin("invitation", "invitation.id", "mail.invitationId")
    .selectAll("mail")
    .where("invitation.meetingId", "=", meetingId)
    .where("invitation.reply", "is", null)
    .where("mail.kind", "=", "invitation")
    .orderBy("invitation.journalistId", "desc")
    .limit(5)
    .execute();
}

type From = Pick<Mail, "to" | "toName">;
type Shelf = ReturnType<typeof shelfOf>;

/** Puts a mail on the shelf as it would have come in; what a person should look at is not settled. */
function shelfOf(db: Db) {
  let n = 0;
  return async (
    { to: from, toName }: From,
    receivedAt: Moment,
    {
      subject,
      text,
      ...verdict
    }: Partial<Row<"inboundMail">> &
      Pick<Row<"inboundMail">, "kind" | "outcome" | "subject"> & { text: string },
  ) => {
    const id = `${MARK}inbound-${n++}`;
    const to = verdict.agencyId ? MAILBOX : "baochi@phatngon.example";
    const raw = Buffer.from(
      [
        ...[`From: ${encoded(toName)} <${from}>`, `To: ${to}`, `Subject: ${encoded(subject)}`],
        ...[`Message-ID: <${id}@toasoan.example>`, "MIME-Version: 1.0"],
        ...["Content-Type: text/plain; charset=utf-8", "", text, ""],
      ].join("\r\n"),
    );
    const isOpen = verdict.outcome === "review" || verdict.trust === "other_address";
    await db
      .insertInto("inboundMail")
      .values({
        ...{ id, fingerprint: id, receivedAt, from, to, subject, raw, bytes: raw.length },
        ...{ ...verdict, settledAt: isOpen ? null : receivedAt },
      })
      .execute();
  };
}

const encoded = (text: string) => `=?utf-8?B?${Buffer.from(text).toString("base64")}?=`;

/** A question to the ward's mailbox, taken in as any would be. */
async function furnishQuestion(db: Db, shelf: Shelf, receivedAt: Moment) {
  const asker = await db
    .selectFrom("journalist")
    .select(["name", "email"])
    .where("email", "=", "phong-vien-07@toasoan.example")
    .executeTakeFirst();
  if (!asker) return;
  const said = {
    subject: "Bao giờ thu gom rác sau lễ hội mẫu? (mẫu)",
    text: "Rác còn nhiều ở bến tàu mẫu. Phường bố trí thu gom thế nào? (mẫu)",
  };
  const letter = { ...said, receivedAt, messageId: null };
  const from = { name: asker.name, address: asker.email };
  const query = await receiveByMail(db, { id: WARD }, { ...letter, from });
  if (query.ok)
    await shelf({ to: asker.email, toName: asker.name }, receivedAt, {
      ...{ ...said, kind: "query", outcome: "asked", queryId: query.id, agencyId: WARD },
    });
}

/** What mail servers said to two of the invitations. */
async function furnishTrouble(db: Db, { gone, late }: Record<"gone" | "late", Mail>, at: Moment) {
  const report = { recipient: gone.to, action: "failed", status: "5.1.1", words: NO_USER } as const;
  await noteReturned(db, gone, report, at);
  await db
    .updateTable("mail")
    .set({ problem: GREYLISTED, attempts: 2, putBackAt: at, dueAt: later(at, { hours: 4 }) })
    .where("id", "=", late.id)
    .execute();
}

/** Takes the invented mail away, and the mailbox; what came to the ward in earnest stays. */
export async function removeInbound(trx: Db) {
  await trx
    .deleteFrom("inboundMail")
    .where(({ eb, or }) => or([eb("id", "like", `${MARK}%`), eb("agencyId", "like", `${MARK}%`)]))
    .execute();
  await trx
    .updateTable("agency")
    .set({ pressEmail: null })
    .where("pressEmail", "=", MAILBOX)
    .execute();
}
