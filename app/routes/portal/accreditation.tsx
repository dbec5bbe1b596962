import type { LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { now } from "#app/clock.ts";
import { db } from "#app/db.server.ts";
import { findOwnAccreditation } from "#app/domain/portal/accreditations.server.ts";
import { requireVisitor } from "#app/http/portal.server.ts";
import { PRIVATE_PAGE } from "#app/http/private-page.ts";
import { notFound } from "#app/http/responses.ts";
import { languageOf, messagesIn } from "#app/i18n/messages.ts";
import { useMessages } from "#app/i18n/use-messages.ts";
import { paths } from "#app/paths.ts";
import { AccreditationFacts } from "#app/ui/accreditation-facts.tsx";
import { useNames } from "#app/ui/area-name.ts";
import { ButtonLink } from "#app/ui/button.tsx";
import { Card } from "#app/ui/card.tsx";
import { Countdown } from "#app/ui/countdown.tsx";
import { LinkTo } from "#app/ui/link.tsx";
import { PageTitle } from "#app/ui/page-title.tsx";
import { PortalDone } from "#app/ui/portal-done.tsx";

export const headers = () => PRIVATE_PAGE;

export async function loader({ params, request }: LoaderFunctionArgs) {
  const visitor = await requireVisitor(request);
  const id = params.accreditation ?? "";
  return {
    accreditation: (await findOwnAccreditation(db, visitor, id)) ?? notFound(),
    at: now(),
  };
}

export const meta: MetaFunction = ({ location }) => {
  const words = messagesIn(languageOf(location.pathname));
  return [{ title: `${words.portal.accreditation.title} · ${words.common.product}` }];
};

export default function Accreditation() {
  const { accreditation, at } = useLoaderData<typeof loader>();
  const { accreditation: words, foreign } = useMessages().portal;
  const { name } = useNames();
  const { clocks, decidedAt, objectedAt, reviewedAt, standing } = accreditation;
  return (
    <>
      <PageTitle
        above={
          <>
            <LinkTo to={paths.portal.accreditations()}>{words.title}</LinkTo> ·{" "}
            {name({ name: accreditation.provinceName, nameEn: accreditation.nameEn })}
          </>
        }
      >
        <span className="wrap-anywhere">{accreditation.subject ?? words.everyMeeting}</span>
      </PageTitle>
      <PortalDone />
      <AccreditationFacts accreditation={accreditation} />
      {accreditation.mayObject && (
        <p className="mb-6">
          <ButtonLink to={paths.portal.objection(accreditation)}>{words.object}</ButtonLink>
        </p>
      )}
      {standing === "pending-approval" && clocks.approval && (
        <Card title={foreign.due}>
          <Countdown due={clocks.approval} now={at} />
        </Card>
      )}
      {clocks.reply && (
        <Card title={words.due}>
          <Countdown due={clocks.reply} now={at} doneAt={decidedAt} />
        </Card>
      )}
      {objectedAt && clocks.objection && (
        <Card title={words.objectionDue}>
          <Countdown due={clocks.objection} now={at} doneAt={reviewedAt} />
        </Card>
      )}
    </>
  );
}
