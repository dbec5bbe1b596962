import { parseWithZod } from "@conform-to/zod/v4";
import {
  type ActionFunctionArgs,
  data,
  type LoaderFunctionArgs,
  type MetaFunction,
} from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { now } from "#app/clock.ts";
import { db } from "#app/db.server.ts";
import { findIncidentFor, initialStatementOf } from "#app/domain/incidents/incidents.server.ts";
import { scenariosFor } from "#app/domain/incidents/scenarios.server.ts";
import { soonestStart } from "#app/domain/meetings/meeting-times.ts";
import { speakerChoices, usualPeople } from "#app/domain/meetings/speaker-choice.ts";
import { speakersOf } from "#app/domain/spokespersons/speakers.server.ts";
import { contentsOf, StatementForm } from "#app/domain/statements/statement-form.ts";
import { draftStatement } from "#app/domain/statements/statements.server.ts";
import { goToSaying } from "#app/http/flash.server.ts";
import { requireOfficer } from "#app/http/guards.server.ts";
import { notFound } from "#app/http/responses.ts";
import { languageOf, messagesFor, messagesIn } from "#app/i18n/messages.ts";
import { useMessages } from "#app/i18n/use-messages.ts";
import { paths } from "#app/paths.ts";
import { ButtonLink, SendButton } from "#app/ui/button.tsx";
import { Card } from "#app/ui/card.tsx";
import { HouseForm, useHouseForm } from "#app/ui/form.tsx";
import { LinkTo } from "#app/ui/link.tsx";
import { Notice } from "#app/ui/notice.tsx";
import { PageTitle } from "#app/ui/page-title.tsx";
import { StatementFields } from "#app/ui/statement-fields.tsx";

export async function loader({ params, request }: LoaderFunctionArgs) {
  const officer = await requireOfficer(request);
  const incident = (await findIncidentFor(db, officer, params.incident ?? "")) ?? notFound();
  const asked = new URL(request.url).searchParams.get("scenario");
  const [speakers, prepared, former] = await Promise.all([
    speakersOf(db, { id: incident.agencyId }, now()),
    scenariosFor(db, incident),
    initialStatementOf(db, incident.id),
  ]);
  return {
    incident,
    speakers: speakerChoices(speakers),
    isFirst: !former,
    scenario: prepared.find(({ id }) => id === asked) ?? (former ? null : (prepared[0] ?? null)),
    scenarios: prepared.map(({ id, title }) => ({ id, title })),
    nextUpdateAt: soonestStart(now()),
  };
}

export async function action({ params, request }: ActionFunctionArgs) {
  const officer = await requireOfficer(request);
  const incident = (await findIncidentFor(db, officer, params.incident ?? "")) ?? notFound();
  const submission = parseWithZod(await request.formData(), { schema: StatementForm });
  if (submission.status !== "success") return data(submission.reply(), { status: 400 });
  const { speakerId } = submission.value;
  const contents = contentsOf(submission.value);
  const signed = { by: officer, at: now() };
  const drafted = await draftStatement(db, incident, contents, speakerId, signed);
  const words = messagesFor(request).statements;
  if (!drafted.ok) {
    if (drafted.reason !== "not-a-speaker") {
      const formErrors = [words.refusals[drafted.reason]];
      return data(submission.reply({ formErrors }), { status: 409 });
    }
    const may = speakerChoices(await speakersOf(db, { id: incident.agencyId }, now()));
    const fieldErrors = { speakerId: [words.maySpeak(may.map(({ name }) => name))] };
    return data(submission.reply({ fieldErrors }), { status: 409 });
  }
  return goToSaying(request, paths.desk.statementApproval(drafted), words.form.saved);
}

export const meta: MetaFunction = ({ location }) => {
  const words = messagesIn(languageOf(location.pathname));
  return [{ title: `${words.statements.form.newTitle} · ${words.common.product}` }];
};

type Shown = ReturnType<typeof useLoaderData<typeof loader>>;

export default function StatementNew() {
  const shown = useLoaderData<typeof loader>();
  const { incident, isFirst, scenario } = shown;
  const { statements: words } = useMessages();
  return (
    <>
      <PageTitle
        above={<LinkTo to={paths.desk.incident(incident)}>{incident.title}</LinkTo>}
        lead={words.form.lead}
      >
        {isFirst ? words.form.newTitle : words.form.nextTitle}
      </PageTitle>
      {incident.clause === "7.1" ? (
        <Notice tone="problem">{words.refusals["refer-up"]}</Notice>
      ) : (
        <div className="grid items-start gap-x-8 lg:grid-cols-[3fr_2fr]">
          <Draft key={scenario?.id ?? ""} shown={shown} />
          <Prepared shown={shown} />
        </div>
      )}
    </>
  );
}

/** The template, filled from what is known of the incident and from what was prepared for such a one. */
function Draft({ shown }: { shown: Shown }) {
  const { incident, scenario, isFirst, speakers, nextUpdateAt } = shown;
  const { statements: words, common } = useMessages();
  const [form, fields] = useHouseForm(StatementForm, {
    id: "statement",
    lastResult: useActionData<typeof action>(),
    defaultValue: {
      language: "vi",
      title: incident.title,
      known: [isFirst && incident.known, scenario?.known].filter(Boolean).join("\n\n"),
      unknown: scenario?.unknown ?? "",
      doing: scenario?.doing ?? "",
      nextUpdateAt,
      speakerId: usualPeople(speakers).spokespersonId,
    },
  });
  return (
    <HouseForm form={form}>
      <StatementFields fields={fields} speakers={speakers} />
      <div className="flex flex-wrap gap-2">
        <SendButton>{words.form.submit}</SendButton>
        <ButtonLink to={paths.desk.incident(incident)}>{common.cancel}</ButtonLink>
      </div>
    </HouseForm>
  );
}

function Prepared({ shown: { incident, scenario, scenarios } }: { shown: Shown }) {
  const { incidents, statements: words } = useMessages();
  const says = incidents.scenarios;
  const others = scenarios.filter(({ id }) => id !== scenario?.id);
  if (scenarios.length === 0)
    return <p className="text-soft max-lg:mt-6">{incidents.room.noPrepared}</p>;
  return (
    <div className="max-lg:mt-6">
      {scenario && (
        <Card title={says.used(scenario.title)}>
          {scenario.speaks && (
            <p className="mb-3">
              {words.form.preparedSpeaks}: <strong>{scenario.speaks}</strong>
            </p>
          )}
          {scenario.questions && (
            <>
              <h3 className="mb-1 text-lg">{words.form.questions}</h3>
              <ul className="grid list-disc gap-1 ps-5">
                {scenario.questions.split("\n").map((question) => (
                  <li key={question}>{question}</li>
                ))}
              </ul>
            </>
          )}
        </Card>
      )}
      {others.length > 0 && (
        <Card title={says.others}>
          <ul className="grid gap-2">
            {others.map(({ id, title }) => (
              <li key={id}>
                <LinkTo to={paths.desk.statementNew(incident, { scenario: id })}>{title}</LinkTo>
              </li>
            ))}
          </ul>
        </Card>
      )}
    </div>
  );
}
