import {
  type ActionFunctionArgs,
  data,
  type LoaderFunctionArgs,
  type MetaFunction,
} from "@remix-run/node";
import { Form, useActionData, useLoaderData } from "@remix-run/react";
import { now } from "#app/clock.ts";
import { db } from "#app/db.server.ts";
import { findAssignmentFor } from "#app/domain/spokespersons/assignments.server.ts";
import { confirmByTelephone } from "#app/domain/spokespersons/confirmations.server.ts";
import { goToSaying } from "#app/http/flash.server.ts";
import { requireOfficer } from "#app/http/guards.server.ts";
import { notFound } from "#app/http/responses.ts";
import { shortDay } from "#app/i18n/dates.ts";
import { languageOf, messagesFor, messagesIn } from "#app/i18n/messages.ts";
import { useMessages } from "#app/i18n/use-messages.ts";
import { paths } from "#app/paths.ts";
import { useNames } from "#app/ui/area-name.ts";
import { SendButton } from "#app/ui/button.tsx";
import { Card, Facts } from "#app/ui/card.tsx";
import { LinkTo } from "#app/ui/link.tsx";
import { Notice } from "#app/ui/notice.tsx";
import { PageTitle } from "#app/ui/page-title.tsx";
import { DayText } from "#app/ui/time.tsx";

export async function loader({ params, request }: LoaderFunctionArgs) {
  const officer = await requireOfficer(request);
  const entry = (await findAssignmentFor(db, officer, params.assignment ?? "")) ?? notFound();
  const { id, agencyId, agencyName, agencyNameEn, name, position, phone, email } = entry;
  const { capacity, fromDay, untilDay, decisionNo, decisionDay } = entry;
  return {
    entry: { id, agencyId, agencyName, agencyNameEn, name, position, phone, email },
    basis: { capacity, fromDay, untilDay, decisionNo, decisionDay },
    officer: officer.name,
  };
}

export async function action({ params, request }: ActionFunctionArgs) {
  const officer = await requireOfficer(request);
  const entry = (await findAssignmentFor(db, officer, params.assignment ?? "")) ?? notFound();
  const outcome = await confirmByTelephone(db, entry, { by: officer, at: now() });
  const words = messagesFor(request).confirmations.desk.telephone;
  if (!outcome.ok) return data({ problem: words.refused[outcome.reason] }, { status: 409 });
  return goToSaying(request, paths.desk.confirmations(), words.done(entry.name));
}

export const meta: MetaFunction = ({ location }) => {
  const words = messagesIn(languageOf(location.pathname));
  return [{ title: `${words.confirmations.desk.telephone.title} · ${words.common.product}` }];
};

export default function TelephoneConfirmation() {
  const { entry, basis, officer } = useLoaderData<typeof loader>();
  const problem = useActionData<typeof action>()?.problem;
  const { confirmations, spokespersons } = useMessages();
  const words = confirmations.desk.telephone;
  const { facts, capacity } = spokespersons;
  const { name: names } = useNames();
  return (
    <>
      <PageTitle
        above={
          <LinkTo to={paths.desk.agency({ id: entry.agencyId })}>
            {names({ name: entry.agencyName, nameEn: entry.agencyNameEn })}
          </LinkTo>
        }
        lead={words.lead(entry.name)}
      >
        {words.title}
      </PageTitle>
      {problem && <Notice tone="problem">{problem}</Notice>}
      <Card title={entry.name}>
        <Facts
          facts={[
            [facts.position, entry.position],
            [facts.capacity, capacity[basis.capacity]],
            [facts.phone, entry.phone],
            [facts.email, entry.email],
            [facts.since, <DayText key="from" day={basis.fromDay} />],
            [facts.until, basis.untilDay ? <DayText key="to" day={basis.untilDay} /> : facts.noEnd],
            [facts.basis, facts.decision(basis.decisionNo, shortDay(basis.decisionDay))],
          ]}
        />
      </Card>
      <Form method="post">
        <p className="mb-3 text-soft">{words.signed(officer)}</p>
        <SendButton>{words.submit}</SendButton>
      </Form>
    </>
  );
}
