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
import { EntryForm } from "#app/domain/portal/accreditation.ts";
import {
  meetingsToDecide,
  requestAccreditation,
} from "#app/domain/portal/accreditations.server.ts";
import { findJournalistFor } from "#app/domain/press/journalists.server.ts";
import { goToSaying } from "#app/http/flash.server.ts";
import { requireOfficer } from "#app/http/guards.server.ts";
import { notFound } from "#app/http/responses.ts";
import { shortTime } from "#app/i18n/dates.ts";
import { languageOf, messagesFor, messagesIn } from "#app/i18n/messages.ts";
import { useMessages } from "#app/i18n/use-messages.ts";
import { paths } from "#app/paths.ts";
import { SendButton } from "#app/ui/button.tsx";
import { HouseForm, SelectField, TextField, useHouseForm } from "#app/ui/form.tsx";
import { LinkTo } from "#app/ui/link.tsx";
import { PageTitle } from "#app/ui/page-title.tsx";

export async function loader({ params, request }: LoaderFunctionArgs) {
  const officer = await requireOfficer(request);
  const found = (await findJournalistFor(db, officer, params.journalist ?? "")) ?? notFound();
  const { id, name, provinceId } = found;
  return {
    journalist: { id, name },
    meetings: await meetingsToDecide(db, officer, provinceId, now()),
    mayHaveAll: officer.reach !== "agency",
  };
}

export async function action({ params, request }: ActionFunctionArgs) {
  const officer = await requireOfficer(request);
  const found = (await findJournalistFor(db, officer, params.journalist ?? "")) ?? notFound();
  const { id: journalistId, provinceId } = found;
  const submission = parseWithZod(await request.formData(), { schema: EntryForm });
  if (submission.status !== "success") return data(submission.reply(), { status: 400 });
  const { meetingId = null, purpose } = submission.value;
  const { portal } = messagesFor(request);
  const mine = await meetingsToDecide(db, officer, provinceId, now());
  const isTheirs = meetingId ? mine.some(({ id }) => id === meetingId) : officer.reach !== "agency";
  const wanted = { journalistId, provinceId, meetingId, purpose };
  const signed = { by: officer, at: now() };
  const asked = isTheirs
    ? await requestAccreditation(db, wanted, signed, officer)
    : ({ ok: false, reason: "not-a-meeting" } as const);
  if (!asked.ok) {
    const formErrors = [portal.accreditation.problems[asked.reason]];
    return data(submission.reply({ formErrors }), { status: 409 });
  }
  return goToSaying(request, paths.desk.accreditation(asked), portal.desk.entered);
}

export const meta: MetaFunction = ({ location }) => {
  const words = messagesIn(languageOf(location.pathname));
  return [{ title: `${words.portal.desk.enter} · ${words.common.product}` }];
};

export default function AccreditationNew() {
  const { journalist, meetings, mayHaveAll } = useLoaderData<typeof loader>();
  const { desk: words, accreditation } = useMessages().portal;
  const [form, fields] = useHouseForm(EntryForm, {
    id: "accreditation",
    lastResult: useActionData<typeof action>(),
  });
  return (
    <>
      <PageTitle
        above={<LinkTo to={paths.desk.journalist(journalist)}>{journalist.name}</LinkTo>}
        lead={words.enterLead(journalist.name)}
      >
        {words.enter}
      </PageTitle>
      <HouseForm form={form}>
        <SelectField
          field={fields.meetingId}
          label={accreditation.meeting}
          blank={mayHaveAll ? accreditation.everyMeeting : ""}
          options={meetings.map(({ id, subject, startsAt }) => ({
            value: id,
            label: `${shortTime(startsAt)} · ${subject}`,
          }))}
        />
        <TextField
          field={fields.purpose}
          label={accreditation.purpose}
          hint={accreditation.purposeHint}
        />
        <div>
          <SendButton>{words.enter}</SendButton>
        </div>
      </HouseForm>
    </>
  );
}
