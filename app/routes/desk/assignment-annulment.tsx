import type { ActionFunctionArgs, LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { signedNow } from "#app/clock.ts";
import { db } from "#app/db.server.ts";
import { findAssignmentFor } from "#app/domain/spokespersons/assignments.server.ts";
import { annulAssignment } from "#app/domain/spokespersons/corrections.server.ts";
import { answerAnnulment } from "#app/http/annulment-sent.server.ts";
import { requireOfficer } from "#app/http/guards.server.ts";
import { notFound } from "#app/http/responses.ts";
import { languageOf, messagesIn } from "#app/i18n/messages.ts";
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
  return answerAnnulment(request, assignment, (sent) =>
    annulAssignment(db, assignment, sent, signedNow(officer)),
  );
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
