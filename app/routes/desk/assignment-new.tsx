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
import { findAgencyFor } from "#app/domain/agencies/agencies.server.ts";
import { AssignmentForm } from "#app/domain/spokespersons/assignment-form.ts";
import { assign } from "#app/domain/spokespersons/assignments.server.ts";
import { peopleOf } from "#app/domain/spokespersons/people.server.ts";
import { refusalSentence } from "#app/domain/spokespersons/refusal.ts";
import type { Speaker } from "#app/domain/spokespersons/speaker.ts";
import { speakersOf } from "#app/domain/spokespersons/speakers.server.ts";
import { goToSaying } from "#app/http/flash.server.ts";
import { requireOfficer } from "#app/http/guards.server.ts";
import { notFound } from "#app/http/responses.ts";
import { languageOf, messagesFor, messagesIn } from "#app/i18n/messages.ts";
import { useLanguage, useMessages } from "#app/i18n/use-messages.ts";
import { paths } from "#app/paths.ts";
import { Button } from "#app/ui/button.tsx";
import { ChoiceField, FieldGroup, HouseForm, TextField, useHouseForm } from "#app/ui/form.tsx";
import { LinkTo } from "#app/ui/link.tsx";
import { Notice } from "#app/ui/notice.tsx";
import { PageTitle } from "#app/ui/page-title.tsx";
import { WhenText } from "#app/ui/speaker-card.tsx";
import { SpeakerFields } from "#app/ui/speaker-fields.tsx";

export async function loader({ params, request }: LoaderFunctionArgs) {
  const officer = await requireOfficer(request);
  const agency = (await findAgencyFor(db, officer, params.agency ?? "")) ?? notFound();
  const [people, speakers] = await Promise.all([
    peopleOf(db, [agency.id]),
    speakersOf(db, agency, now()),
  ]);
  const standing = speakers.filter(({ capacity }) => capacity !== "authorised");
  const wanted = new URL(request.url).searchParams.get("capacity");
  const isHeaded = standing.some(({ capacity }) => capacity === "head");
  const capacity =
    wanted === "head" || wanted === "regular" ? wanted : isHeaded ? "regular" : "head";
  return { agency, people: people.map(({ name }) => name), standing, capacity };
}

export async function action({ params, request }: ActionFunctionArgs) {
  const officer = await requireOfficer(request);
  const agency = (await findAgencyFor(db, officer, params.agency ?? "")) ?? notFound();
  const submission = parseWithZod(await request.formData(), { schema: AssignmentForm });
  if (submission.status !== "success") return data(submission.reply(), { status: 400 });

  const { untilDay = null, ...details } = submission.value;
  const outcome = await assign(db, agency, { ...details, untilDay }, { by: officer, at: now() });
  const words = messagesFor(request);
  if (!outcome.ok) {
    const field = outcome.reason === "overlaps" ? "fromDay" : "untilDay";
    const fieldErrors = { [field]: [refusalSentence(words, outcome)] };
    return data(submission.reply({ fieldErrors }), { status: 409 });
  }
  const sentence = words.spokespersons.assignment.done(details.name);
  return goToSaying(request, paths.desk.agency(agency), sentence);
}

export const meta: MetaFunction = ({ location }) => {
  const words = messagesIn(languageOf(location.pathname));
  return [{ title: `${words.spokespersons.assignment.title} · ${words.common.product}` }];
};

export default function NewAssignment() {
  const { agency, people, standing, capacity } = useLoaderData<typeof loader>();
  const words = useMessages().spokespersons;
  const english = useLanguage() === "en";
  const [form, fields] = useHouseForm(AssignmentForm, {
    id: "assignment",
    lastResult: useActionData<typeof action>(),
    defaultValue: { capacity },
  });
  return (
    <>
      <PageTitle
        above={
          <LinkTo to={paths.desk.agency(agency)}>{english ? agency.nameEn : agency.name}</LinkTo>
        }
        lead={words.assignment.lead}
      >
        {words.assignment.title}
      </PageTitle>
      {standing.length > 0 && <Standing speakers={standing} />}
      <HouseForm form={form}>
        <ChoiceField
          field={fields.capacity}
          label={words.assignment.capacity}
          options={(["head", "regular"] as const).map((value) => ({
            value,
            label: words.capacity[value],
          }))}
        />
        <SpeakerFields fields={fields} people={people} />
        <FieldGroup legend={words.form.basis}>
          <TextField
            field={fields.decisionNo}
            label={words.form.decisionNo}
            hint={words.form.decisionNoHint}
            autoComplete="off"
          />
          <TextField
            field={fields.decisionDay}
            label={words.form.decisionDay}
            hint={words.form.decisionDayHint}
            type="date"
          />
          <TextField
            field={fields.fromDay}
            label={words.assignment.fromDay}
            hint={words.assignment.fromDayHint}
            type="date"
          />
          <TextField
            field={fields.untilDay}
            label={words.assignment.untilDay}
            hint={words.assignment.untilDayHint}
            type="date"
          />
        </FieldGroup>
        <div>
          <Button>{words.assignment.submit}</Button>
        </div>
      </HouseForm>
    </>
  );
}

/** Who holds these capacities now, and the way to make room for somebody else. */
function Standing({ speakers }: { speakers: Speaker[] }) {
  const { assignment: words, agency, capacity, facts } = useMessages().spokespersons;
  return (
    <Notice title={words.standing}>
      <ul>
        {speakers.map((speaker) => (
          <li key={speaker.id}>
            {capacity[speaker.capacity]}: {speaker.name}, {facts.since.toLowerCase()}{" "}
            <WhenText when={speaker.from} />.{" "}
            <LinkTo to={paths.desk.assignmentEnd(speaker)}>{agency.end}</LinkTo>
          </li>
        ))}
      </ul>
      <p>{words.standingHint}</p>
    </Notice>
  );
}
