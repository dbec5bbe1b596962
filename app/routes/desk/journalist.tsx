import { parseWithZod } from "@conform-to/zod/v4";
import {
  type ActionFunctionArgs,
  data,
  type LoaderFunctionArgs,
  type MetaFunction,
} from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { dayOf, now, today } from "#app/clock.ts";
import { db } from "#app/db.server.ts";
import { areaLinesOf, readAreas } from "#app/domain/press/areas.server.ts";
import {
  formOf,
  JournalistForm,
  readJournalist,
  sentencesOf,
} from "#app/domain/press/journalist-form.ts";
import { changeJournalist, findJournalistFor } from "#app/domain/press/journalists.server.ts";
import { listOutletsFor } from "#app/domain/press/outlets.server.ts";
import { groundsOf } from "#app/domain/press/suppression.server.ts";
import { goToSaying } from "#app/http/flash.server.ts";
import { requireOfficer } from "#app/http/guards.server.ts";
import { notFound } from "#app/http/responses.ts";
import { shortDay } from "#app/i18n/dates.ts";
import { messagesFor } from "#app/i18n/messages.ts";
import { useMessages } from "#app/i18n/use-messages.ts";
import { paths } from "#app/paths.ts";
import { AddressTrouble } from "#app/ui/address-trouble.tsx";
import { Button, ButtonLink } from "#app/ui/button.tsx";
import { Card, Facts } from "#app/ui/card.tsx";
import { Credentials } from "#app/ui/credential.tsx";
import { HouseForm, useHouseForm } from "#app/ui/form.tsx";
import { JournalistFields } from "#app/ui/journalist-fields.tsx";
import { LinkTo } from "#app/ui/link.tsx";
import { Notice } from "#app/ui/notice.tsx";
import { PageTitle } from "#app/ui/page-title.tsx";
import { DayOf } from "#app/ui/time.tsx";

export async function loader({ params, request }: LoaderFunctionArgs) {
  const officer = await requireOfficer(request);
  const journalist = (await findJournalistFor(db, officer, params.journalist ?? "")) ?? notFound();
  const outlets = await listOutletsFor(db, officer, journalist.provinceId);
  const { provinceId, email } = journalist;
  const ground = (await groundsOf(db, provinceId, [email])).get(email);
  const areas = await areaLinesOf(db, journalist.id);
  return { journalist, areas, ground, outlets, today: today() };
}

export async function action({ params, request }: ActionFunctionArgs) {
  const officer = await requireOfficer(request);
  const journalist = (await findJournalistFor(db, officer, params.journalist ?? "")) ?? notFound();
  const submission = parseWithZod(await request.formData(), { schema: JournalistForm });
  if (submission.status !== "success") return data(submission.reply(), { status: 400 });
  const words = messagesFor(request);
  const read = readJournalist(submission.value, today(), journalist);
  if (!read.ok) {
    const fieldErrors = sentencesOf(words, read.problems);
    return data(submission.reply({ fieldErrors }), { status: 400 });
  }

  const areas = await readAreas(db, journalist.provinceId, submission.value.areas ?? "");
  if (areas.unknown.length > 0) {
    const fieldErrors = { areas: [words.pressAreas.unknown(areas.unknown.join("; "))] };
    return data(submission.reply({ fieldErrors }), { status: 400 });
  }
  const details = { ...read.details, areaIds: areas.ids };
  const changed = await changeJournalist(db, journalist, details, { by: officer, at: now() });
  if (!changed.ok) {
    const formErrors = [words.press.problems[changed.reason]];
    return data(submission.reply({ formErrors }), { status: 409 });
  }
  const sentence = words.press.journalist.changed(details.name);
  return goToSaying(request, paths.desk.journalist(journalist), sentence);
}

export const meta: MetaFunction<typeof loader> = ({ data: shown }) => [
  { title: shown?.journalist.name ?? "" },
];

export default function Journalist() {
  const { journalist, areas, ground, outlets, today } = useLoaderData<typeof loader>();
  const { answers, common, portal, press } = useMessages();
  const [form, fields] = useHouseForm(JournalistForm, {
    id: "journalist",
    lastResult: useActionData<typeof action>(),
    defaultValue: formOf({ ...journalist, areas }),
  });
  const { unsubscribedAt, lists } = journalist;
  return (
    <>
      <PageTitle
        above={<LinkTo to={paths.desk.journalists()}>{press.journalists.title}</LinkTo>}
        actions={
          <ButtonLink to={paths.desk.accreditationNew(journalist)}>{portal.desk.enter}</ButtonLink>
        }
      >
        {journalist.name}
      </PageTitle>
      {unsubscribedAt && (
        <Notice tone="warning">
          {press.journalist.unsubscribedOn(shortDay(dayOf(unsubscribedAt)))}
        </Notice>
      )}
      <AddressTrouble journalist={journalist} />
      {journalist.awaitsConsentSince && (
        <Notice tone="warning" title={answers.consent.none}>
          {answers.consent.noneLead}
        </Notice>
      )}
      {ground && <Notice tone="warning">{answers.suppression.grounds[ground]}</Notice>}
      <Card>
        <Facts
          facts={[
            [
              press.journalists.papers,
              <Credentials key="papers" journalist={journalist} today={today} />,
            ],
            [
              press.journalist.onLists,
              lists.length === 0
                ? press.journalist.onNoList
                : lists.map((list, place) => (
                    <span key={list.id}>
                      {place > 0 && "; "}
                      <LinkTo to={paths.desk.pressList(list)}>{list.name}</LinkTo>
                    </span>
                  )),
            ],
            [press.journalist.since, <DayOf key="since" at={journalist.createdAt} />],
          ]}
        />
      </Card>
      <HouseForm form={form}>
        <JournalistFields fields={fields} outlets={outlets} />
        <div>
          <Button>{common.save}</Button>
        </div>
      </HouseForm>
    </>
  );
}
