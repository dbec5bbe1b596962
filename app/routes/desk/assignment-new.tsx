import { parseWithZod } from "@conform-to/zod/v4";
import {
  type ActionFunctionArgs,
  data,
  type LoaderFunctionArgs,
  type MetaFunction,
} from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { now, signedNow } from "#app/clock.ts";
import { db } from "#app/db.server.ts";
import { findBooksFor } from "#app/domain/agencies/agencies.server.ts";
import { formerUnitOf } from "#app/domain/areas/committee.ts";
import { withDocument } from "#app/domain/documents/documents.server.ts";
import { AssignmentForm } from "#app/domain/spokespersons/assignment-form.ts";
import { assign } from "#app/domain/spokespersons/assignments.server.ts";
import { formerUnitNote } from "#app/domain/spokespersons/former-books.server.ts";
import { peopleOf } from "#app/domain/spokespersons/people.server.ts";
import { type Speaker, shortWhen } from "#app/domain/spokespersons/speaker.ts";
import { speakersOf } from "#app/domain/spokespersons/speakers.server.ts";
import { assignmentProblems, readAssignment } from "#app/http/assignment-sent.server.ts";
import { goToSaying } from "#app/http/flash.server.ts";
import { requireOfficer } from "#app/http/guards.server.ts";
import { notFound } from "#app/http/responses.ts";
import { shortDay } from "#app/i18n/dates.ts";
import { languageOf, messagesFor, messagesIn } from "#app/i18n/messages.ts";
import { useLanguage, useMessages } from "#app/i18n/use-messages.ts";
import { paths } from "#app/paths.ts";
import { AssignmentFields } from "#app/ui/assignment-fields.tsx";
import { Button } from "#app/ui/button.tsx";
import { ChoiceField, HouseForm, useHouseForm } from "#app/ui/form.tsx";
import { FormerUnitLaw } from "#app/ui/former-unit-law.tsx";
import { LinkTo } from "#app/ui/link.tsx";
import { Notice } from "#app/ui/notice.tsx";
import { PageTitle } from "#app/ui/page-title.tsx";

export async function loader({ params, request }: LoaderFunctionArgs) {
  const officer = await requireOfficer(request);
  const agency = (await findBooksFor(db, officer, params.agency ?? "")) ?? notFound();
  const [people, speakers, former] = await Promise.all([
    peopleOf(db, [agency.id]),
    speakersOf(db, agency, now()),
    formerUnitNote(db, agency),
  ]);
  // Days are written out here: what could do it in the browser weighs 23 kB.
  const standing = speakers
    .filter(({ capacity }) => capacity !== "authorised")
    .map((speaker) => ({ ...speaker, since: shortWhen(speaker.from) }));
  const wanted = new URL(request.url).searchParams.get("capacity");
  const isHeaded = standing.some(({ capacity }) => capacity === "head");
  const capacity =
    wanted === "head" || wanted === "regular" ? wanted : isHeaded ? "regular" : "head";
  return { agency, former, people: people.map(({ name }) => name), standing, capacity };
}

export async function action({ params, request }: ActionFunctionArgs) {
  const officer = await requireOfficer(request);
  const agency = (await findBooksFor(db, officer, params.agency ?? "")) ?? notFound();
  const submission = parseWithZod(await request.formData(), { schema: AssignmentForm });
  if (submission.status !== "success") return data(submission.reply(), { status: 400 });

  const { details, sent, supersede, publish } = await readAssignment(submission.value);
  const signed = signedNow(officer);
  const outcome = await withDocument(db, agency, sent, signed, (trx, decisionFileId) =>
    assign(trx, agency, { ...details, decisionFileId }, signed, { supersede, publish }),
  );
  const words = messagesFor(request);
  if (!outcome.ok)
    return data(submission.reply({ fieldErrors: assignmentProblems(words, outcome) }), {
      status: 409,
    });
  const until = formerUnitOf(agency.id) && !details.untilDay ? agency.untilDay : null;
  const sentence = until
    ? words.formerUnits.desk.capped({ name: details.name, until: shortDay(until) })
    : words.spokespersons.assignment.done(details.name);
  return goToSaying(request, paths.desk.agency(agency), sentence);
}

export const meta: MetaFunction = ({ location }) => {
  const words = messagesIn(languageOf(location.pathname));
  return [{ title: `${words.spokespersons.assignment.title} · ${words.common.product}` }];
};

export default function NewAssignment() {
  const { agency, former, people, standing, capacity } = useLoaderData<typeof loader>();
  const { spokespersons: words, register, formerUnits } = useMessages();
  const english = useLanguage() === "en";
  const [form, fields] = useHouseForm(AssignmentForm, {
    id: "assignment",
    lastResult: useActionData<typeof action>(),
    defaultValue: { capacity, inPlace: "keep", publish: "now" },
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
      {former && <FormerUnitLaw {...former} />}
      {standing.length > 0 && <Standing speakers={standing} />}
      <HouseForm form={form} encType="multipart/form-data">
        <AssignmentFields
          fields={fields}
          people={people}
          untilHint={former && formerUnits.desk.untilHint(former.until)}
        >
          <ChoiceField
            field={fields.inPlace}
            label={register.inPlace.label}
            options={(["keep", "supersede"] as const).map((value) => ({
              value,
              label: register.inPlace[value],
            }))}
          />
        </AssignmentFields>
        <ChoiceField
          field={fields.publish}
          label={register.publish.label}
          options={(["now", "later"] as const).map((value) => ({
            value,
            label: register.publish[value],
          }))}
        />
        <div>
          <Button>{words.assignment.submit}</Button>
        </div>
      </HouseForm>
    </>
  );
}

/** Who holds these capacities now, and the way to make room for somebody else. */
function Standing({ speakers }: { speakers: (Speaker & { since: string })[] }) {
  const { assignment: words, agency, capacity, facts } = useMessages().spokespersons;
  return (
    <Notice title={words.standing}>
      <ul>
        {speakers.map((speaker) => (
          <li key={speaker.id}>
            {capacity[speaker.capacity]}: {speaker.name}, {facts.since.toLowerCase()}{" "}
            {speaker.since}. <LinkTo to={paths.desk.assignmentEnd(speaker)}>{agency.end}</LinkTo>
          </li>
        ))}
      </ul>
      <p>{words.standingHint}</p>
    </Notice>
  );
}
