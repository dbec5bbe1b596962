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
import { RequestForm } from "#app/domain/portal/accreditation.ts";
import { meetingsToCome, requestAccreditation } from "#app/domain/portal/accreditations.server.ts";
import { byJournalist, recordOf } from "#app/domain/portal/visitor.ts";
import { mayTry } from "#app/http/limits.server.ts";
import { requireVisitor } from "#app/http/portal.server.ts";
import { PRIVATE_PAGE } from "#app/http/private-page.ts";
import { goTo, notFound } from "#app/http/responses.ts";
import { shortTime } from "#app/i18n/dates.ts";
import { languageOf, messagesFor, messagesIn } from "#app/i18n/messages.ts";
import { useMessages } from "#app/i18n/use-messages.ts";
import { paths } from "#app/paths.ts";
import { useNames } from "#app/ui/area-name.ts";
import { Button } from "#app/ui/button.tsx";
import { ChoiceField, HouseForm, SelectField, TextField, useHouseForm } from "#app/ui/form.tsx";
import { LinkTo } from "#app/ui/link.tsx";
import { PageTitle } from "#app/ui/page-title.tsx";

export const headers = () => PRIVATE_PAGE;

export async function loader({ request }: LoaderFunctionArgs) {
  const { records } = await requireVisitor(request);
  const meetings = await Promise.all(
    records.map(async ({ id, provinceId, province }) => ({
      ...{ journalistId: id, province },
      meetings: await meetingsToCome(db, provinceId, now()),
    })),
  );
  return { meetings };
}

export async function action({ request, context }: ActionFunctionArgs) {
  const visitor = await requireVisitor(request);
  const words = messagesFor(request);
  const submission = parseWithZod(await request.formData(), { schema: RequestForm });
  if (submission.status !== "success") return data(submission.reply(), { status: 400 });
  const refuse = (sentence: string, status: number) =>
    data(submission.reply({ formErrors: [sentence] }), { status });
  if (!(await mayTry("publicWrite", context.address)))
    return refuse(words.common.errors[429].text, 429);
  const { journalistId, meetingId, purpose } = submission.value;
  const own = recordOf(visitor, journalistId) ?? notFound();
  const asked = await requestAccreditation(
    db,
    { journalistId, provinceId: own.provinceId, meetingId: meetingId ?? null, purpose },
    byJournalist(own, now()),
  );
  if (!asked.ok) return refuse(words.portal.accreditation.problems[asked.reason], 409);
  return goTo(request, paths.portal.accreditations({ done: "accreditation" }));
}

export const meta: MetaFunction = ({ location }) => {
  const words = messagesIn(languageOf(location.pathname));
  return [{ title: `${words.portal.accreditation.new} · ${words.common.product}` }];
};

export default function AccreditationNew() {
  const { meetings } = useLoaderData<typeof loader>();
  const words = useMessages().portal.accreditation;
  const { name } = useNames();
  const [form, fields] = useHouseForm(RequestForm, {
    id: "accreditation",
    lastResult: useActionData<typeof action>(),
    defaultValue: { journalistId: meetings[0]?.journalistId },
  });
  return (
    <>
      <PageTitle
        above={<LinkTo to={paths.portal.accreditations()}>{words.title}</LinkTo>}
        lead={words.lead}
      >
        {words.new}
      </PageTitle>
      <HouseForm form={form}>
        {meetings.length > 1 ? (
          <ChoiceField
            field={fields.journalistId}
            label={words.record}
            options={meetings.map(({ journalistId, province }) => ({
              value: journalistId,
              label: name(province),
            }))}
          />
        ) : (
          <input type="hidden" name="journalistId" value={meetings[0]?.journalistId} />
        )}
        <SelectField
          field={fields.meetingId}
          label={words.meeting}
          blank={words.everyMeeting}
          options={meetings.flatMap(({ province, meetings: coming }) =>
            coming.map(({ id, subject, startsAt }) => ({
              value: id,
              label: `${shortTime(startsAt)} · ${meetings.length > 1 ? `${name(province)} · ` : ""}${subject}`,
            })),
          )}
        />
        <TextField field={fields.purpose} label={words.purpose} hint={words.purposeHint} />
        <div>
          <Button>{words.submit}</Button>
        </div>
      </HouseForm>
    </>
  );
}
