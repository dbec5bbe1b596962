import {
  type ActionFunctionArgs,
  data,
  type LoaderFunctionArgs,
  type MetaFunction,
} from "@remix-run/node";
import { Form, useActionData, useLoaderData } from "@remix-run/react";
import { signedNow } from "#app/clock.ts";
import { db } from "#app/db.server.ts";
import { missingConditions } from "#app/domain/spokespersons/delegation.ts";
import { termRulesFor } from "#app/domain/spokespersons/delegation-rules.server.ts";
import { exceeded } from "#app/domain/spokespersons/delegation-rules.ts";
import { activateDraft, findDraftFor, sketchOf } from "#app/domain/spokespersons/drafts.server.ts";
import { refusalSentence } from "#app/domain/spokespersons/refusal.ts";
import { goToSaying } from "#app/http/flash.server.ts";
import { requireOfficer } from "#app/http/guards.server.ts";
import { notFound } from "#app/http/responses.ts";
import { shortDay } from "#app/i18n/dates.ts";
import { languageOf, messagesFor, messagesIn } from "#app/i18n/messages.ts";
import { useMessages } from "#app/i18n/use-messages.ts";
import { paths } from "#app/paths.ts";
import { useNames } from "#app/ui/area-name.ts";
import { ButtonLink, SendButton } from "#app/ui/button.tsx";
import { Card, Facts } from "#app/ui/card.tsx";
import { ConditionList } from "#app/ui/condition-list.tsx";
import { LinkTo } from "#app/ui/link.tsx";
import { Notice } from "#app/ui/notice.tsx";
import { PageTitle } from "#app/ui/page-title.tsx";
import { TimeText } from "#app/ui/time.tsx";

export async function loader({ params, request }: LoaderFunctionArgs) {
  const officer = await requireOfficer(request);
  const draft = (await findDraftFor(db, officer, params.draft ?? "")) ?? notFound();
  const { agencyId, documentDay, fromAt, untilAt } = draft;
  const [rule] = documentDay ? await termRulesFor(db, [{ agencyId, day: documentDay }]) : [];
  const beyond = fromAt && untilAt ? exceeded({ fromAt, untilAt }, rule) : undefined;
  return { draft, beyond: beyond ?? null, missing: missingConditions(sketchOf(draft)) };
}

export async function action({ params, request }: ActionFunctionArgs) {
  const officer = await requireOfficer(request);
  const draft = (await findDraftFor(db, officer, params.draft ?? "")) ?? notFound();
  const outcome = await activateDraft(db, draft, signedNow(officer));
  const words = messagesFor(request);
  if (!outcome.ok) return data({ problem: refusalSentence(words, outcome) }, { status: 409 });
  const sentence = words.register.activation.done(draft.name ?? "");
  return goToSaying(request, paths.desk.agency({ id: draft.agencyId }), sentence);
}

export const meta: MetaFunction = ({ location }) => {
  const words = messagesIn(languageOf(location.pathname));
  return [{ title: `${words.register.activation.title} · ${words.common.product}` }];
};

/** What will be public, once more before it is. */
export default function Activation() {
  const { draft, missing, beyond } = useLoaderData<typeof loader>();
  const answer = useActionData<typeof action>();
  const { spokespersons, register, delegations } = useMessages();
  const { facts } = spokespersons;
  const { name } = useNames();
  const { documentNo, documentDay, fromAt, untilAt } = draft;
  return (
    <>
      <PageTitle
        above={
          <LinkTo to={paths.desk.delegationDraft(draft)}>
            {register.drafts.title}, {name({ name: draft.agencyName, nameEn: draft.agencyNameEn })}
          </LinkTo>
        }
        lead={register.activation.lead}
      >
        {register.activation.title}
      </PageTitle>
      {answer && <Notice tone="problem">{answer.problem}</Notice>}
      <Card title={draft.name ?? register.drafts.someone}>
        <Facts
          facts={[
            [facts.position, draft.position],
            [facts.phone, draft.phone],
            [facts.email, draft.email],
            [facts.matter, draft.matter],
            [facts.since, fromAt && <TimeText key="from" at={fromAt} />],
            [facts.until, untilAt && <TimeText key="until" at={untilAt} />],
            [
              facts.basis,
              documentNo && documentDay && facts.document(documentNo, shortDay(documentDay)),
            ],
          ]}
        />
      </Card>
      {beyond && (
        <Notice tone="warning">
          {beyond.isBinding ? delegations.tooLong(beyond) : delegations.longerThanSuggested(beyond)}
        </Notice>
      )}
      {missing.length > 0 && <ConditionList missing={missing} />}
      {draft.closedAt ? (
        <Notice>{register.drafts.closed}</Notice>
      ) : missing.length > 0 ? (
        <ButtonLink to={paths.desk.delegationDraft(draft)}>
          {register.activation.complete}
        </ButtonLink>
      ) : (
        <Form method="post">
          <SendButton>{register.activation.submit}</SendButton>
        </Form>
      )}
    </>
  );
}
