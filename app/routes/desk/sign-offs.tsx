import {
  type ActionFunctionArgs,
  data,
  type LoaderFunctionArgs,
  type MetaFunction,
} from "@remix-run/node";
import { Form, useActionData, useLoaderData } from "@remix-run/react";
import { now, today } from "#app/clock.ts";
import { db } from "#app/db.server.ts";
import { listAgenciesToAsk } from "#app/domain/statements/asked-agencies.server.ts";
import { askSignOff, signOffsOf } from "#app/domain/statements/sign-offs.server.ts";
import { whyNotRewrite } from "#app/domain/statements/statement.ts";
import { findStatementFor } from "#app/domain/statements/statements.server.ts";
import { goToSaying } from "#app/http/flash.server.ts";
import { requireOfficer } from "#app/http/guards.server.ts";
import { notFound } from "#app/http/responses.ts";
import { shortTime } from "#app/i18n/dates.ts";
import { languageOf, messagesFor, messagesIn } from "#app/i18n/messages.ts";
import { useLanguage, useLocalised, useMessages } from "#app/i18n/use-messages.ts";
import { paths } from "#app/paths.ts";
import { Badge, type BadgeTone } from "#app/ui/badge.tsx";
import { Button, SendButton } from "#app/ui/button.tsx";
import { Card } from "#app/ui/card.tsx";
import { Empty } from "#app/ui/empty.tsx";
import { LinkTo } from "#app/ui/link.tsx";
import { Notice } from "#app/ui/notice.tsx";
import { PageTitle } from "#app/ui/page-title.tsx";
import { PlainSelect } from "#app/ui/plain-field.tsx";
import { type Column, Table } from "#app/ui/table.tsx";

export async function loader({ params, request }: LoaderFunctionArgs) {
  const officer = await requireOfficer(request);
  const statement = (await findStatementFor(db, officer, params.statement ?? "")) ?? notFound();
  const [signOffs, agencies] = await Promise.all([
    signOffsOf(db, statement),
    listAgenciesToAsk(db, statement, today()),
  ]);
  return { statement, signOffs, agencies, barred: whyNotRewrite(statement) ?? null };
}

export async function action({ params, request }: ActionFunctionArgs) {
  const officer = await requireOfficer(request);
  const statement = (await findStatementFor(db, officer, params.statement ?? "")) ?? notFound();
  const wanted = (await request.formData()).get("agency");
  const words = messagesFor(request);
  const agencies = await listAgenciesToAsk(db, statement, today());
  const agency = agencies.find(({ id }) => id === wanted);
  if (!agency) return data({ problem: words.common.problems["not-a-choice"] }, { status: 400 });
  const asked = await askSignOff(db, statement, agency, { by: officer, at: now() });
  if (!asked.ok) return data({ problem: words.statements.refusals[asked.reason] }, { status: 409 });
  const name = languageOf(new URL(request.url).pathname) === "en" ? agency.nameEn : agency.name;
  const sentence = words.statementDesk.signOffs.asked(name);
  return goToSaying(request, paths.desk.signOffs(statement), sentence);
}

export const meta: MetaFunction = ({ location }) => {
  const words = messagesIn(languageOf(location.pathname));
  return [{ title: `${words.statementDesk.signOffs.title} · ${words.common.product}` }];
};

export default function SignOffs() {
  const { statement, signOffs, agencies, barred } = useLoaderData<typeof loader>();
  const answer = useActionData<typeof action>();
  const { statements, statementDesk } = useMessages();
  const says = statementDesk.signOffs;
  const isEnglish = useLanguage() === "en";
  const columns = useColumns();
  return (
    <>
      <PageTitle
        above={<LinkTo to={paths.desk.statement(statement)}>{statement.title}</LinkTo>}
        lead={says.lead}
      >
        {says.title}
      </PageTitle>
      {answer && <Notice tone="problem">{answer.problem}</Notice>}
      {barred && <Notice tone="warning">{statements.refusals[barred]}</Notice>}
      <div className="mb-6">
        {signOffs.length === 0 ? (
          <Empty title={says.empty} />
        ) : (
          <Table
            caption={says.title}
            rows={signOffs}
            keyOf={({ id }) => id}
            columns={barred ? columns.slice(0, 2) : columns}
          />
        )}
      </div>
      {!barred && (
        <Card title={says.ask}>
          <Form method="post" className="grid max-w-xl items-end gap-3 sm:grid-cols-[1fr_auto]">
            <PlainSelect
              name="agency"
              label={says.agency}
              options={agencies.map(({ id, name, nameEn }) => ({
                value: id,
                label: isEnglish ? nameEn : name,
              }))}
            />
            <SendButton>{says.submit}</SendButton>
          </Form>
        </Card>
      )}
    </>
  );
}

const TONES: Record<"waiting" | "void" | "signed" | "objected", BadgeTone> = {
  waiting: "plain",
  void: "due",
  signed: "done",
  objected: "late",
};

type Shown = ReturnType<typeof useLoaderData<typeof loader>>["signOffs"][number];

function useColumns(): Column<Shown>[] {
  const says = useMessages().statementDesk.signOffs;
  const isEnglish = useLanguage() === "en";
  const to = useLocalised();
  const nameOf = ({ agencyName, agencyNameEn }: Shown) => (isEnglish ? agencyNameEn : agencyName);
  return [
    { head: says.agency, names: true, cell: nameOf },
    {
      head: says.state,
      cell: ({ state, signer, objection, answeredAt }) => (
        <>
          <Badge tone={TONES[state]}>{says.states[state]}</Badge>
          {signer && answeredAt && (
            <span className="block text-sm text-soft">
              {says.signedBy(signer, shortTime(answeredAt))}
            </span>
          )}
          {objection && (
            <span className="block whitespace-pre-line wrap-anywhere">{objection}</span>
          )}
        </>
      ),
    },
    {
      head: says.drop,
      acts: true,
      cell: (signOff) => (
        <Form method="post" action={to(paths.desk.signOffRemoval(signOff))}>
          <Button tone="danger" aria-label={`${says.drop}: ${nameOf(signOff)}`}>
            {says.drop}
          </Button>
        </Form>
      ),
    },
  ];
}
