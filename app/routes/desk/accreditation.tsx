import type { LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { now, today } from "#app/clock.ts";
import { db } from "#app/db.server.ts";
import { clocksOf } from "#app/domain/portal/accreditations.server.ts";
import { mayReview } from "#app/domain/portal/objections.server.ts";
import { requireAccreditation } from "#app/http/accreditation.server.ts";
import { shortDay } from "#app/i18n/dates.ts";
import { languageOf, messagesIn } from "#app/i18n/messages.ts";
import { useMessages } from "#app/i18n/use-messages.ts";
import { paths } from "#app/paths.ts";
import { AccreditationFacts } from "#app/ui/accreditation-facts.tsx";
import { ButtonLink } from "#app/ui/button.tsx";
import { Card, Facts } from "#app/ui/card.tsx";
import { Countdown } from "#app/ui/countdown.tsx";
import { Credentials } from "#app/ui/credential.tsx";
import { LinkTo } from "#app/ui/link.tsx";
import { Notice } from "#app/ui/notice.tsx";
import { PageTitle } from "#app/ui/page-title.tsx";

export async function loader({ params, request }: LoaderFunctionArgs) {
  const { officer, found } = await requireAccreditation(request, params);
  return {
    accreditation: found,
    clocks: await clocksOf(db, found),
    mayReview: mayReview(officer, found),
    ...{ at: now(), today: today() },
  };
}

export const meta: MetaFunction = ({ location }) => {
  const words = messagesIn(languageOf(location.pathname));
  return [{ title: `${words.portal.accreditation.title} · ${words.common.product}` }];
};

export default function Accreditation() {
  const { accreditation: one, clocks, mayReview, at, today } = useLoaderData<typeof loader>();
  const { portal, press } = useMessages();
  const { desk: words, accreditation, foreign } = portal;
  const { approval, approvalNo, approvalDay } = one;
  return (
    <>
      <PageTitle
        above={<LinkTo to={paths.desk.accreditations()}>{words.accreditations}</LinkTo>}
        lead={one.subject ?? accreditation.everyMeeting}
      >
        {one.name}
      </PageTitle>
      <Card title={words.journalist}>
        <Facts
          facts={[
            [portal.profile.outlet, one.outletName],
            [
              press.journalists.papers,
              <Credentials
                key="papers"
                journalist={{ ...one, unsubscribedAt: null }}
                today={today}
              />,
            ],
            [press.fields.pressCardNo, one.pressCardNo],
            [press.fields.introLetterNo, one.introLetterNo],
            [portal.profile.letterFor, one.introLetterFor],
            [
              portal.profile.foreign,
              one.foreignKind && `${foreign.kinds[one.foreignKind]}, ${one.paperNo}`,
            ],
            [
              foreign.approval,
              one.foreignKind &&
                (approval === "given"
                  ? foreign.approvals.given(approvalNo ?? "", shortDay(approvalDay ?? ""))
                  : approval === "refused"
                    ? foreign.approvals.refused(shortDay(approvalDay ?? ""))
                    : foreign.approvals.waiting),
            ],
          ]}
        />
      </Card>
      <AccreditationFacts accreditation={one} />
      {one.objectedAt && !one.reviewedAt && !mayReview && (
        <Notice tone="warning">{accreditation.problems["same-officer"]}</Notice>
      )}
      <div className="mb-6 flex flex-wrap gap-3">
        {!one.decidedAt && (
          <ButtonLink tone="primary" to={paths.desk.accreditationDecision(one)}>
            {words.decide}
          </ButtonLink>
        )}
        {one.foreignKind && (
          <ButtonLink to={paths.desk.accreditationApproval(one)}>{words.approval}</ButtonLink>
        )}
        {one.objectedAt && !one.reviewedAt && mayReview && (
          <ButtonLink tone="primary" to={paths.desk.accreditationReview(one)}>
            {words.reviewTitle}
          </ButtonLink>
        )}
      </div>
      {clocks.reply && (
        <Card title={accreditation.due}>
          <Countdown due={clocks.reply} now={at} doneAt={one.decidedAt} />
        </Card>
      )}
      {clocks.approval && one.approval === null && (
        <Card title={foreign.due}>
          <Countdown due={clocks.approval} now={at} />
        </Card>
      )}
      {clocks.objection && (
        <Card title={accreditation.objectionDue}>
          <Countdown due={clocks.objection} now={at} doneAt={one.reviewedAt} />
        </Card>
      )}
    </>
  );
}
