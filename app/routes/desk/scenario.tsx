import { parseWithZod } from "@conform-to/zod/v4";
import {
  type ActionFunctionArgs,
  data,
  type LoaderFunctionArgs,
  type MetaFunction,
} from "@remix-run/node";
import { Form, useActionData, useLoaderData } from "@remix-run/react";
import { now } from "#app/clock.ts";
import { db } from "#app/db.server.ts";
import { ScenarioForm } from "#app/domain/incidents/scenario.ts";
import { changeScenario, findScenarioFor } from "#app/domain/incidents/scenarios.server.ts";
import { goToSaying } from "#app/http/flash.server.ts";
import { requireOfficer } from "#app/http/guards.server.ts";
import { notFound } from "#app/http/responses.ts";
import { languageOf, messagesFor, messagesIn } from "#app/i18n/messages.ts";
import { useLocalised, useMessages } from "#app/i18n/use-messages.ts";
import { paths } from "#app/paths.ts";
import { useNames } from "#app/ui/area-name.ts";
import { Button, SendButton } from "#app/ui/button.tsx";
import { HouseForm, useHouseForm } from "#app/ui/form.tsx";
import { LinkTo } from "#app/ui/link.tsx";
import { Notice } from "#app/ui/notice.tsx";
import { PageTitle } from "#app/ui/page-title.tsx";
import { ScenarioFields } from "#app/ui/scenario-fields.tsx";

export async function loader({ params, request }: LoaderFunctionArgs) {
  const officer = await requireOfficer(request);
  return { scenario: (await findScenarioFor(db, officer, params.scenario ?? "")) ?? notFound() };
}

export async function action({ params, request }: ActionFunctionArgs) {
  const officer = await requireOfficer(request);
  const scenario = (await findScenarioFor(db, officer, params.scenario ?? "")) ?? notFound();
  const submission = parseWithZod(await request.formData(), { schema: ScenarioForm });
  if (submission.status !== "success") return data(submission.reply(), { status: 400 });
  const signed = { by: officer, at: now() };
  const changed = await changeScenario(db, scenario, submission.value, signed);
  const words = messagesFor(request).incidents.scenarios;
  if (!changed.ok)
    return data(submission.reply({ formErrors: [words[changed.reason]] }), { status: 409 });
  return goToSaying(request, paths.desk.scenarios(), words.saved);
}

export const meta: MetaFunction<typeof loader> = ({ data, location }) => {
  const words = messagesIn(languageOf(location.pathname));
  return [{ title: `${data?.scenario.title ?? ""} · ${words.common.product}` }];
};

export default function ScenarioPage() {
  const { scenario } = useLoaderData<typeof loader>();
  const words = useMessages().incidents.scenarios;
  const { name } = useNames();
  const to = useLocalised();
  const { title, kind, level, known, unknown, doing, questions, speaks } = scenario;
  const [form, fields] = useHouseForm(ScenarioForm, {
    id: "scenario",
    lastResult: useActionData<typeof action>(),
    defaultValue: {
      ...{ title, kind, known, unknown, doing, questions, speaks },
      level: level ?? "",
    },
  });
  return (
    <>
      <PageTitle
        above={
          <>
            <LinkTo to={paths.desk.scenarios()}>{words.title}</LinkTo> ·{" "}
            {name({ name: scenario.agencyName, nameEn: scenario.agencyNameEn })}
          </>
        }
      >
        {words.editTitle}
      </PageTitle>
      {scenario.archivedAt ? (
        <Notice>{words.archived}</Notice>
      ) : (
        <>
          <HouseForm form={form}>
            <ScenarioFields fields={fields} />
            <div>
              <SendButton>{words.save}</SendButton>
            </div>
          </HouseForm>
          <Form
            method="post"
            action={to(paths.desk.scenarioArchiving(scenario))}
            className="mt-6 border-t border-line pt-6"
          >
            <Button tone="danger">{words.archive}</Button>
          </Form>
        </>
      )}
    </>
  );
}
