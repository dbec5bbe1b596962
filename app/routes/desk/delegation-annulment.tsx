import type { ActionFunctionArgs, LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { signedNow } from "#app/clock.ts";
import { db } from "#app/db.server.ts";
import { annulDelegation } from "#app/domain/spokespersons/corrections.server.ts";
import { findDelegationFor } from "#app/domain/spokespersons/delegations.server.ts";
import { answerAnnulment } from "#app/http/annulment-sent.server.ts";
import { requireOfficer } from "#app/http/guards.server.ts";
import { notFound } from "#app/http/responses.ts";
import { languageOf, messagesIn } from "#app/i18n/messages.ts";
import { AnnulmentPage } from "#app/ui/annulment-page.tsx";
import { DelegationCard } from "#app/ui/entry-card.tsx";

export async function loader({ params, request }: LoaderFunctionArgs) {
  const officer = await requireOfficer(request);
  return {
    delegation: (await findDelegationFor(db, officer, params.delegation ?? "")) ?? notFound(),
  };
}

export async function action({ params, request }: ActionFunctionArgs) {
  const officer = await requireOfficer(request);
  const delegation = (await findDelegationFor(db, officer, params.delegation ?? "")) ?? notFound();
  return answerAnnulment(request, delegation, (sent) =>
    annulDelegation(db, delegation, sent, signedNow(officer)),
  );
}

export const meta: MetaFunction = ({ location }) => {
  const words = messagesIn(languageOf(location.pathname));
  return [{ title: `${words.register.annulment.title} · ${words.common.product}` }];
};

export default function DelegationAnnulment() {
  const { delegation } = useLoaderData<typeof loader>();
  return (
    <AnnulmentPage entry={delegation} lastResult={useActionData<typeof action>()}>
      <DelegationCard delegation={delegation} />
    </AnnulmentPage>
  );
}
