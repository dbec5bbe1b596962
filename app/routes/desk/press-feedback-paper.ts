import type { LoaderFunctionArgs } from "@remix-run/node";
import { db } from "#app/db.server.ts";
import { findCaseFor, roundsOf } from "#app/domain/corrections/cases.server.ts";
import { evidenceOf } from "#app/domain/corrections/evidence.server.ts";
import { FORMATS, feedbackPaper } from "#app/domain/corrections/paper.server.ts";
import { requireOfficer } from "#app/http/guards.server.ts";
import { file, notFound } from "#app/http/responses.ts";
import { messagesFor } from "#app/i18n/messages.ts";

/** The written feedback of a round as a Word file or a PDF: the draft to be signed, else the one that was sent. */
export async function loader({ params, request }: LoaderFunctionArgs) {
  const officer = await requireOfficer(request);
  const kept = (await findCaseFor(db, officer, params.case ?? "")) ?? notFound();
  const rounds = await roundsOf(db, kept);
  const round = rounds.find((one) => String(one.round) === params.round) ?? notFound();
  const evidence = await evidenceOf(db, kept);
  const enclosed = evidence.filter(({ roundId }) => roundId === null);
  const format = FORMATS.find((one) => one === params.format) ?? notFound();
  const { bytes, type } = await feedbackPaper(db, kept, round, enclosed, format);
  const { title } = messagesFor(request).pressCorrections.feedback;
  return file(bytes, type, `${title(round.round)}.${format}`);
}
