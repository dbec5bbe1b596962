import { parseWithZod } from "@conform-to/zod/v4";
import {
  type ActionFunctionArgs,
  data,
  type LoaderFunctionArgs,
  type MetaFunction,
} from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { signedNow } from "#app/clock.ts";
import { db } from "#app/db.server.ts";
import { findAssignmentFor } from "#app/domain/spokespersons/assignments.server.ts";
import { UnavailabilityForm } from "#app/domain/spokespersons/delegation-form.ts";
import { reportUnavailable } from "#app/domain/spokespersons/drafts.server.ts";
import { peopleOf } from "#app/domain/spokespersons/people.server.ts";
import { readSketch } from "#app/http/draft-sent.server.ts";
import { goToSaying } from "#app/http/flash.server.ts";
import { requireOfficer } from "#app/http/guards.server.ts";
import { notFound } from "#app/http/responses.ts";
import { languageOf, messagesFor, messagesIn } from "#app/i18n/messages.ts";
import { useMessages } from "#app/i18n/use-messages.ts";
import { paths } from "#app/paths.ts";
import { useNames } from "#app/ui/area-name.ts";
import { Button } from "#app/ui/button.tsx";
import { FieldGroup, HouseForm, TextField, useHouseForm } from "#app/ui/form.tsx";
import { LinkTo } from "#app/ui/link.tsx";
import { PageTitle } from "#app/ui/page-title.tsx";
import { SpeakerFields } from "#app/ui/speaker-fields.tsx";

export async function loader({ params, request }: LoaderFunctionArgs) {
  const officer = await requireOfficer(request);
  const assignment = (await findAssignmentFor(db, officer, params.assignment ?? "")) ?? notFound();
  if (assignment.capacity !== "regular") notFound();
  const people = await peopleOf(db, [assignment.agencyId]);
  const others = people.filter(({ id }) => id !== assignment.personId);
  return { assignment, people: others.map(({ name }) => name) };
}

export async function action({ params, request }: ActionFunctionArgs) {
  const officer = await requireOfficer(request);
  const assignment = (await findAssignmentFor(db, officer, params.assignment ?? "")) ?? notFound();
  if (assignment.capacity !== "regular") notFound();
  const submission = parseWithZod(await request.formData(), { schema: UnavailabilityForm });
  if (submission.status !== "success") return data(submission.reply(), { status: 400 });

  const { reason, ...typed } = submission.value;
  const { sketch } = await readSketch(typed);
  const signed = signedNow(officer);
  const draft = await reportUnavailable(db, assignment, { ...sketch, reason }, signed);
  const sentence = messagesFor(request).register.unavailability.done;
  return goToSaying(request, paths.desk.delegationDraft(draft), sentence);
}

export const meta: MetaFunction = ({ location }) => {
  const words = messagesIn(languageOf(location.pathname));
  return [{ title: `${words.register.unavailability.title} · ${words.common.product}` }];
};

export default function Unavailability() {
  const { assignment, people } = useLoaderData<typeof loader>();
  const { spokespersons, register } = useMessages();
  const { delegation } = spokespersons;
  const words = register.unavailability;
  const { name } = useNames();
  const [form, fields] = useHouseForm(UnavailabilityForm, {
    id: "unavailability",
    lastResult: useActionData<typeof action>(),
  });
  return (
    <>
      <PageTitle
        above={
          <LinkTo to={paths.desk.agency({ id: assignment.agencyId })}>
            {name({ name: assignment.agencyName, nameEn: assignment.agencyNameEn })}
          </LinkTo>
        }
        lead={words.lead(assignment.name)}
      >
        {words.title}
      </PageTitle>
      <HouseForm form={form}>
        <TextField field={fields.reason} label={words.reason} />
        <FieldGroup legend={words.matter}>
          <div className="sm:col-span-2">
            <TextField
              field={fields.matter}
              label={delegation.matterField}
              hint={delegation.matterHint}
            />
          </div>
          <TextField field={fields.fromTime} label={delegation.fromTime} type="datetime-local" />
          <TextField field={fields.untilTime} label={delegation.untilTime} type="datetime-local" />
        </FieldGroup>
        <p className="font-semibold">{words.who}</p>
        <SpeakerFields fields={fields} people={people} />
        <div>
          <Button>{words.submit}</Button>
        </div>
      </HouseForm>
    </>
  );
}
