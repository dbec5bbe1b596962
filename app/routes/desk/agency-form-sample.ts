import type { LoaderFunctionArgs } from "@remix-run/node";
import { db } from "#app/db.server.ts";
import { findAgencyFor } from "#app/domain/agencies/agencies.server.ts";
import { DOCX } from "#app/domain/documents/administrative-form.server.ts";
import { findMeetingFor } from "#app/domain/meetings/meetings.server.ts";
import { tryForm } from "#app/domain/papers/form-trial.server.ts";
import { requireOfficer } from "#app/http/guards.server.ts";
import { file, notFound } from "#app/http/responses.ts";

/** An agency's form as it comes out, filled in from one of its meetings, or with an example. */
export async function loader({ params, request }: LoaderFunctionArgs) {
  const officer = await requireOfficer(request);
  const agency = (await findAgencyFor(db, officer, params.agency ?? "")) ?? notFound();
  const asked = new URL(request.url).searchParams.get("meeting");
  const meeting = asked ? ((await findMeetingFor(db, officer, asked)) ?? notFound()) : undefined;
  if (meeting && meeting.agencyId !== agency.id) notFound();
  return file((await tryForm(db, agency, meeting)) ?? notFound(), DOCX, "Giay-moi-xem-thu.docx");
}
