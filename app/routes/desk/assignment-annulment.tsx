import { parseWithZod } from "@conform-to/zod/v4";
import {
  type ActionFunctionArgs,
  data,
  type LoaderFunctionArgs,
  type MetaFunction,
} from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { signedNow } from "#app/clock.ts";
import { db } from "#app/db.server.ts";
import { AnnulmentForm } from "#app/domain/spokespersons/assignment-form.ts";
import { findAssignmentFor } from "#app/domain/spokespersons/assignments.server.ts";
import { annulAssignment } from "#app/domain/spokespersons/corrections.server.ts";
import { refusalSentence } from "#app/domain/spokespersons/refusal.ts";
import { goToSaying } from "#app/http/flash.server.ts";
import { requireOfficer } from "#app/http/guards.server.ts";
import { notFound } from "#app/http/responses.ts";
import { languageOf, messagesFor, messagesIn } from "#app/i18n/messages.ts";
import { paths } from "#app/paths.ts";
import { AnnulmentPage } from "#app/ui/annulment-page.tsx";
import { AssignmentCard } from "#app/ui/entry-card.tsx";

export async function loader({ params, request }: LoaderFunctionArgs) {
  const officer = await requireOfficer(request);
  return {
    assignment: (await findAssignmentFor(db, officer, params.assignment ?? "")) ?? notFound(),
  };
}

export async function action({ params, request }: ActionFunctionArgs) {
  const officer = await requireOfficer(request);
  const assignment = (await findAssignmentFor(db, officer, params.assignment ?? "")) ?? notFound();
  const submission = parseWithZod(await request.formData(), { schema: AnnulmentForm });
  if (submission.status !== "success") return data(submission.reply(), { status: 400 });

  const signed = signedNow(officer);
  const outcome = await annulAssignment(db, assignment, submission.value, signed);
  const words = messagesFor(request);
  if (!outcome.ok)
    return data(submission.reply({ formErrors: [refusalSentence(words, outcome)] }), {
      status: 409,
    });
  const sentence = words.register.annulment.done(assignment.name);
  return goToSaying(request, paths.desk.agency({ id: assignment.agencyId }), sentence);
}

export const meta: MetaFunction = ({ location }) => {
  const words = messagesIn(languageOf(location.pathname));
  return [{ title: `${words.register.annulment.title} · ${words.common.product}` }];
};

export default function AssignmentAnnulment() {
  const { assignment } = useLoaderData<typeof loader>();
  return (
    <AnnulmentPage entry={assignment} lastResult={useActionData<typeof action>()}>
      <AssignmentCard assignment={assignment} />
    </AnnulmentPage>
  );
}
