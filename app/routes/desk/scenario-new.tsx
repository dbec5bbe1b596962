import { parseWithZod } from "@conform-to/zod/v4";
import {
  type ActionFunctionArgs,
  data,
  type LoaderFunctionArgs,
  type MetaFunction,
} from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { now, today } from "#app/clock.ts";
import { db } from "#app/db.server.ts";
import { ScenarioForm } from "#app/domain/incidents/scenario.ts";
import { writeScenario } from "#app/domain/incidents/scenarios.server.ts";
import { agencyChoiceFor } from "#app/domain/meetings/agency-choice.server.ts";
import { goToSaying } from "#app/http/flash.server.ts";
import { requireOfficer } from "#app/http/guards.server.ts";
import { notFound } from "#app/http/responses.ts";
import { languageOf, messagesFor, messagesIn } from "#app/i18n/messages.ts";
import { useMessages } from "#app/i18n/use-messages.ts";
import { paths } from "#app/paths.ts";
import { AgencyChoice } from "#app/ui/agency-choice.tsx";
import { SendButton } from "#app/ui/button.tsx";
import { HouseForm, useHouseForm } from "#app/ui/form.tsx";
import { LinkTo } from "#app/ui/link.tsx";
import { PageTitle } from "#app/ui/page-title.tsx";
import { ScenarioFields } from "#app/ui/scenario-fields.tsx";

const wantedBy = (request: Request) => Object.fromEntries(new URL(request.url).searchParams);

export async function loader({ request }: LoaderFunctionArgs) {
  const officer = await requireOfficer(request);
  return (await agencyChoiceFor(db, officer, wantedBy(request), today())) ?? notFound();
}

export async function action({ request }: ActionFunctionArgs) {
  const officer = await requireOfficer(request);
  const choice = await agencyChoiceFor(db, officer, wantedBy(request), today());
  const agency = choice?.agency ?? notFound();
  const submission = parseWithZod(await request.formData(), { schema: ScenarioForm });
  if (submission.status !== "success") return data(submission.reply(), { status: 400 });
  await writeScenario(db, agency, submission.value, { by: officer, at: now() });
  const words = messagesFor(request).incidents.scenarios;
  return goToSaying(request, paths.desk.scenarios(), words.saved);
}

export const meta: MetaFunction = ({ location }) => {
  const words = messagesIn(languageOf(location.pathname));
  return [{ title: `${words.incidents.scenarios.newTitle} · ${words.common.product}` }];
};

export default function ScenarioNew() {
  const choice = useLoaderData<typeof loader>();
  const words = useMessages().incidents.scenarios;
  const [form, fields] = useHouseForm(ScenarioForm, {
    id: "scenario",
    lastResult: useActionData<typeof action>(),
    defaultValue: { kind: "flood" },
  });
  return (
    <>
      <PageTitle above={<LinkTo to={paths.desk.scenarios()}>{words.title}</LinkTo>}>
        {words.newTitle}
      </PageTitle>
      <AgencyChoice {...choice} agencyId={choice.agency?.id} label={words.agency} />
      {choice.agency && (
        <HouseForm form={form}>
          <ScenarioFields fields={fields} />
          <div>
            <SendButton>{words.save}</SendButton>
          </div>
        </HouseForm>
      )}
    </>
  );
}
