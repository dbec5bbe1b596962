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
import {
  changeAgendaItem,
  findAgendaItemFor,
  whyNotPlan,
} from "#app/domain/programme/agenda.server.ts";
import { AgendaForm } from "#app/domain/programme/agenda.ts";
import { otherSpeakersOf } from "#app/domain/programme/speakers.server.ts";
import { goToSaying } from "#app/http/flash.server.ts";
import { requireOfficer } from "#app/http/guards.server.ts";
import { notFound } from "#app/http/responses.ts";
import { languageOf, messagesFor, messagesIn } from "#app/i18n/messages.ts";
import { useMessages } from "#app/i18n/use-messages.ts";
import { paths } from "#app/paths.ts";
import { AgendaFields } from "#app/ui/agenda-fields.tsx";
import { Button, ButtonLink } from "#app/ui/button.tsx";
import { HouseForm, useHouseForm } from "#app/ui/form.tsx";
import { LinkTo } from "#app/ui/link.tsx";
import { Notice } from "#app/ui/notice.tsx";
import { PageTitle } from "#app/ui/page-title.tsx";

export async function loader({ params, request }: LoaderFunctionArgs) {
  const officer = await requireOfficer(request);
  const item = (await findAgendaItemFor(db, officer, params.item ?? "")) ?? notFound();
  const others = await otherSpeakersOf(db, item.meetingId);
  const { meeting } = item;
  const people = [meeting.spokespersonName, ...others.map(({ name }) => name), meeting.chair];
  return { item, people, barred: whyNotPlan(meeting) };
}

export async function action({ params, request }: ActionFunctionArgs) {
  const officer = await requireOfficer(request);
  const item = (await findAgendaItemFor(db, officer, params.item ?? "")) ?? notFound();
  const submission = parseWithZod(await request.formData(), { schema: AgendaForm });
  if (submission.status !== "success") return data(submission.reply(), { status: 400 });

  const changed = await changeAgendaItem(db, item, submission.value, { by: officer, at: now() });
  const words = messagesFor(request).meetingRooms;
  if (!changed.ok)
    return data(submission.reply({ formErrors: [words.reasons[changed.reason]] }), { status: 409 });
  const sentence = words.agenda.changed(submission.value.title);
  return goToSaying(request, paths.desk.programme(item.meeting, item), sentence);
}

export const meta: MetaFunction = ({ location }) => {
  const words = messagesIn(languageOf(location.pathname));
  return [{ title: `${words.meetingRooms.agenda.changeTitle} · ${words.common.product}` }];
};

export default function AgendaItem() {
  const { item, people, barred } = useLoaderData<typeof loader>();
  const { common, meetingRooms } = useMessages();
  const words = meetingRooms.agenda;
  const [form, fields] = useHouseForm(AgendaForm, {
    id: "agenda",
    lastResult: useActionData<typeof action>(),
    defaultValue: { title: item.title, speaker: item.speaker ?? "", minutes: `${item.minutes}` },
  });
  return (
    <>
      <PageTitle
        above={<LinkTo to={paths.desk.programme(item.meeting)}>{item.meeting.subject}</LinkTo>}
      >
        {words.changeTitle}
      </PageTitle>
      {barred ? (
        <Notice tone="warning">{meetingRooms.reasons[barred]}</Notice>
      ) : (
        <HouseForm form={form}>
          <AgendaFields fields={fields} people={people} />
          <div className="flex flex-wrap gap-2">
            <Button>{common.save}</Button>
            <ButtonLink to={paths.desk.programme(item.meeting)}>{common.cancel}</ButtonLink>
          </div>
        </HouseForm>
      )}
    </>
  );
}
