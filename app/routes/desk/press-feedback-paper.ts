import type { LoaderFunctionArgs } from "@remix-run/node";
import { db } from "#app/db.server.ts";
import { findCaseFor, roundsOf } from "#app/domain/corrections/cases.server.ts";
import { evidenceOf } from "#app/domain/corrections/evidence.server.ts";
import { feedbackPaper } from "#app/domain/corrections/paper.server.ts";
import { DOCX } from "#app/domain/documents/administrative-form.server.ts";
import { requireOfficer } from "#app/http/guards.server.ts";
import { file, notFound } from "#app/http/responses.ts";
import { messagesFor } from "#app/i18n/messages.ts";

/** The written feedback of a round as a Word file: the draft to be signed, else the one that was sent. */
export async function loader({ params, request }: LoaderFunctionArgs) {
  const officer = await requireOfficer(request);
  const kept = (await findCaseFor(db, officer, params.case ?? "")) ?? notFound();
  const rounds = await roundsOf(db, kept);
  const round = rounds.find((one) => String(one.round) === params.round) ?? notFound();
  const evidence = await evidenceOf(db, kept);
  const enclosed = evidence.filter(({ roundId }) => roundId === null);
  const { title } = messagesFor(request).pressCorrections.feedback;
  return file(await feedbackPaper(db, kept, round, enclosed), DOCX, `${title(round.round)}.docx`);
}
