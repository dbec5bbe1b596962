import {
  type ActionFunctionArgs,
  data,
  type LoaderFunctionArgs,
  type MetaFunction,
} from "@remix-run/node";
import { Form, useActionData, useFetcher, useLoaderData } from "@remix-run/react";
import { Eye, Send } from "lucide-react";
import { now } from "#app/clock.ts";
import { db } from "#app/db.server.ts";
import { type Choice, choicesOf, readChoice } from "#app/domain/invitations/choice.server.ts";
import { wake } from "#app/domain/mail/worker.server.ts";
import { speakerChoices } from "#app/domain/meetings/speaker-choice.ts";
import { chooseJournalists } from "#app/domain/press/journalists.server.ts";
import { speakersOf } from "#app/domain/spokespersons/speakers.server.ts";
import { publishStatement } from "#app/domain/statements/publication.server.ts";
import { type StatementRefusal, whyNotPublish } from "#app/domain/statements/statement.ts";
import {
  findStatementFor,
  incidentOf,
  type StatementOfAgency,
} from "#app/domain/statements/statements.server.ts";
import { goToSaying } from "#app/http/flash.server.ts";
import { requireOfficer } from "#app/http/guards.server.ts";
import { notFound } from "#app/http/responses.ts";
import { languageOf, messagesFor, messagesIn } from "#app/i18n/messages.ts";
import { useLocalised, useMessages } from "#app/i18n/use-messages.ts";
import { paths } from "#app/paths.ts";
import { Button, ButtonLink, SendButton } from "#app/ui/button.tsx";
import { Card } from "#app/ui/card.tsx";
import { LinkTo } from "#app/ui/link.tsx";
import { Notice } from "#app/ui/notice.tsx";
import { PageTitle } from "#app/ui/page-title.tsx";
import { PressChecks } from "#app/ui/press-checks.tsx";
import { SpeakerLine, StatementText } from "#app/ui/statement-text.tsx";

export async function loader({ params, request }: LoaderFunctionArgs) {
  const officer = await requireOfficer(request);
  const statement = (await findStatementFor(db, officer, params.statement ?? "")) ?? notFound();
  const choice = readChoice(new URL(request.url).searchParams);
  const [press, chosen, incident] = await Promise.all([
    choicesOf(db, officer, statement.provinceId),
    chooseJournalists(db, statement.provinceId, choice),
    incidentOf(db, statement),
  ]);
  const barred = whyNotPublish(statement, incident, now());
  return { statement, ...press, people: chosen.length, barred: barred ?? null };
}

export async function action({ params, request }: ActionFunctionArgs) {
  const officer = await requireOfficer(request);
  const statement = (await findStatementFor(db, officer, params.statement ?? "")) ?? notFound();
  const sent = await request.formData();
  const choice = readChoice(sent);
  const publicOnly = sent.get("publicOnly") === "yes";
  const chosen = publicOnly ? [] : await chooseJournalists(db, statement.provinceId, choice);
  const to = { journalistIds: chosen.map(({ id }) => id), publicOnly };
  const published = await publishStatement(db, statement, to, { by: officer, at: now() }, officer);
  if (!published.ok) {
    const problem = await sentenceFor(request, statement, published.reason);
    return data({ problem, choice }, { status: 409 });
  }
  if (published.letters > 0) wake();
  const { letters, outlets } = published;
  const { publication } = messagesFor(request).statements;
  const sentence = publication.done(letters, outlets);
  return goToSaying(request, paths.desk.statementAccess(statement), sentence);
}

/** Why it was not published; who may speak, where it is that this person may not. */
async function sentenceFor(
  request: Request,
  statement: StatementOfAgency,
  reason: StatementRefusal,
) {
  const words = messagesFor(request).statements;
  if (reason !== "not-a-speaker") return words.refusals[reason];
  const may = speakerChoices(await speakersOf(db, { id: statement.agencyId }, now()));
  return words.maySpeak(may.map(({ name }) => name));
}

export const meta: MetaFunction = ({ location }) => {
  const words = messagesIn(languageOf(location.pathname));
  return [{ title: `${words.statements.publication.title} · ${words.common.product}` }];
};

export default function StatementPublication() {
  const { statement, barred } = useLoaderData<typeof loader>();
  const answer = useActionData<typeof action>();
  const { statements: words, common } = useMessages();
  const says = words.publication;
  return (
    <>
      <PageTitle
        above={<LinkTo to={paths.desk.statement(statement)}>{statement.title}</LinkTo>}
        lead={says.lead}
      >
        {says.title}
      </PageTitle>
      {answer && <Notice tone="problem">{answer.problem}</Notice>}
      {barred ? (
        <>
          <Notice tone="warning">{words.refusals[barred]}</Notice>
          <ButtonLink to={paths.desk.statement(statement)}>{common.back}</ButtonLink>
        </>
      ) : (
        <Publish choice={answer?.choice} />
      )}
    </>
  );
}

/** One screen, one button. The letter is read in the frame before it goes, by whoever has the time. */
function Publish({ choice }: { choice: Choice | undefined }) {
  const { statement } = useLoaderData<typeof loader>();
  const words = useMessages().statements;
  const says = words.publication;
  const to = useLocalised();
  return (
    <div className="grid items-start gap-x-8 gap-y-5 lg:grid-cols-[2fr_3fr]">
      <Form method="post" reloadDocument className="grid gap-4">
        <Whom choice={choice} />
        <div className="flex flex-wrap items-center gap-3">
          <SendButton>
            <Send aria-hidden="true" className="size-4" />
            {says.publish}
          </SendButton>
          <Button
            tone="plain"
            formMethod="get"
            formAction={to(paths.desk.statementLetter(statement))}
            formTarget="letter"
          >
            <Eye aria-hidden="true" className="size-4" />
            {says.preview}
          </Button>
        </div>
        <Card title={says.text}>
          <p className="mb-4 text-soft">
            {words.speaks}: <SpeakerLine statement={statement} />
          </p>
          <StatementText statement={statement} />
        </Card>
      </Form>
      <iframe
        name="letter"
        title={says.frame}
        src={to(paths.desk.statementLetter(statement))}
        sandbox=""
        className="h-[44rem] w-full rounded-md border border-edge bg-sheet"
      />
    </div>
  );
}

function Whom({ choice }: { choice: Choice | undefined }) {
  const { statement, lists, beats } = useLoaderData<typeof loader>();
  const says = useMessages().statements.publication;
  const counter = useFetcher<{ people: number }>();
  const to = useLocalised();
  const count = (form: HTMLFormElement | null) => {
    const search = new URLSearchParams();
    for (const box of form?.querySelectorAll<HTMLInputElement>("input:checked") ?? [])
      search.append(box.name, box.value);
    counter.load(`${to(paths.desk.statementPublication(statement))}?${search}`);
  };
  return (
    <section className="rounded-md border border-line bg-sheet p-4">
      <h2 className="mb-3 text-xl">{says.whom}</h2>
      <div
        className="grid gap-3"
        onChange={({ currentTarget }) => count(currentTarget.closest("form"))}
      >
        <PressChecks lists={lists} beats={beats} choice={choice} />
        <label className="flex min-h-9 items-start gap-2 border-t border-line pt-3">
          <input
            type="checkbox"
            name="publicOnly"
            value="yes"
            className="mt-0.5 size-5 shrink-0 accent-accent"
          />
          <span>{says.publicOnly}</span>
        </label>
        <p role="status" className="font-semibold">
          {counter.data && says.people(counter.data.people)}
        </p>
      </div>
    </section>
  );
}
