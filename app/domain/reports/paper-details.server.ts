import { endOf } from "#app/clock.ts";
import { messagesIn } from "#app/i18n/messages.ts";
import type { Db, Moment } from "#db/tables.ts";
import { type AgencyOfArea, findCommitteeOf } from "../agencies/agencies.server.ts";
import { BLANK } from "../documents/administrative-form.server.ts";
import { signatureLines } from "../documents/signature-lines.ts";
import { speakersOf } from "../spokespersons/speakers.server.ts";
import type { Sending } from "./annual.server.ts";
import type { PaperDetails } from "./annual-paper.ts";

/** Who signs a report unless somebody else is named, where it is signed, and to whom it goes. */
export async function paperDetails(
  db: Db,
  agency: AgencyOfArea,
  { year, sending, at }: { year: number; sending?: Sending; at: Moment },
): Promise<PaperDetails> {
  const [speakers, { place }, recipient] = await Promise.all([
    speakersOf(db, agency, sending ? endOf(sending.day) : at),
    db
      .selectFrom("area")
      .select("name as place")
      .where("id", "=", agency.areaId)
      .executeTakeFirstOrThrow(),
    recipientOf(db, agency),
  ]);
  const head = speakers.find(({ capacity }) => capacity === "head");
  const isCommittee = agency.kind === "peoples_committee";
  const symbol = agency.symbol ?? (isCommittee ? "UBND" : "……");
  return {
    ...{ agency, place, recipient, year, day: sending?.day ?? null },
    number: sending?.number ?? `……/BC-${symbol}`,
    signature: signatureLines(sending?.office ?? head?.position, isCommittee),
    signer: sending?.signer ?? head?.name ?? BLANK,
  };
}

/** A province reports to the ministry; whoever feeds its report, to the province. */
export async function recipientOf(db: Db, agency: AgencyOfArea): Promise<string> {
  const isProvinces = agency.kind === "peoples_committee" && agency.areaLevel === "province";
  const province = isProvinces ? undefined : await findCommitteeOf(db, agency.provinceId);
  return province?.name ?? messagesIn("vi").reports.paper.ministry;
}
