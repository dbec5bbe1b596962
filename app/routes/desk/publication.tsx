import {
  type ActionFunctionArgs,
  data,
  type LoaderFunctionArgs,
  type MetaFunction,
} from "@remix-run/node";
import { Form, useActionData, useLoaderData } from "@remix-run/react";
import { now, signedNow } from "#app/clock.ts";
import { db } from "#app/db.server.ts";
import {
  findAssignmentFor,
  publicationDues,
  publishAssignment,
} from "#app/domain/spokespersons/assignments.server.ts";
import { refusalSentence } from "#app/domain/spokespersons/refusal.ts";
import { isOfficialEmail } from "#app/domain/spokespersons/term.ts";
import { goToSaying } from "#app/http/flash.server.ts";
import { requireOfficer } from "#app/http/guards.server.ts";
import { notFound } from "#app/http/responses.ts";
import { languageOf, messagesFor, messagesIn } from "#app/i18n/messages.ts";
import { useMessages } from "#app/i18n/use-messages.ts";
import { paths } from "#app/paths.ts";
import { useNames } from "#app/ui/area-name.ts";
import { SendButton } from "#app/ui/button.tsx";
import { Card } from "#app/ui/card.tsx";
import { Countdown } from "#app/ui/countdown.tsx";
import { AssignmentCard } from "#app/ui/entry-card.tsx";
import { LinkTo } from "#app/ui/link.tsx";
import { Notice } from "#app/ui/notice.tsx";
import { PageTitle } from "#app/ui/page-title.tsx";

export async function loader({ params, request }: LoaderFunctionArgs) {
  const officer = await requireOfficer(request);
  const assignment = (await findAssignmentFor(db, officer, params.assignment ?? "")) ?? notFound();
  const [due] = await publicationDues(db, [assignment]);
  return { at: now(), assignment, due };
}

export async function action({ params, request }: ActionFunctionArgs) {
  const officer = await requireOfficer(request);
  const assignment = (await findAssignmentFor(db, officer, params.assignment ?? "")) ?? notFound();
  const outcome = await publishAssignment(db, assignment, signedNow(officer));
  const words = messagesFor(request);
  if (!outcome.ok) return data({ problem: refusalSentence(words, outcome) }, { status: 409 });
  const sentence = words.register.publication.done(assignment.name);
  return goToSaying(request, paths.desk.agency({ id: assignment.agencyId }), sentence);
}

export const meta: MetaFunction = ({ location }) => {
  const words = messagesIn(languageOf(location.pathname));
  return [{ title: `${words.register.publication.title} · ${words.common.product}` }];
};

export default function Publication() {
  const { at, assignment, due } = useLoaderData<typeof loader>();
  const answer = useActionData<typeof action>();
  const { spokespersons, register } = useMessages();
  const { name } = useNames();
  const isOpen = !assignment.publishedAt && !assignment.annulledAt;
  return (
    <>
      <PageTitle
        above={
          <LinkTo to={paths.desk.agency({ id: assignment.agencyId })}>
            {name({ name: assignment.agencyName, nameEn: assignment.agencyNameEn })}
          </LinkTo>
        }
        lead={register.publication.lead}
      >
        {register.publication.title}
      </PageTitle>
      {answer && <Notice tone="problem">{answer.problem}</Notice>}
      <AssignmentCard assignment={assignment} />
      {isOpen && !isOfficialEmail(assignment.email) && (
        <Notice tone="warning">{spokespersons.facts.privateEmail}</Notice>
      )}
      {isOpen && due && (
        <Card title={register.publication.clock}>
          <Countdown due={due} now={at} />
        </Card>
      )}
      {isOpen ? (
        <Form method="post">
          <SendButton>{register.publication.submit}</SendButton>
        </Form>
      ) : (
        !answer && <Notice>{spokespersons.problems["already-published"]}</Notice>
      )}
    </>
  );
}
