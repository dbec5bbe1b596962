import type { ActionFunctionArgs, LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { Form, useLoaderData } from "@remix-run/react";
import { now } from "#app/clock.ts";
import { db } from "#app/db.server.ts";
import { findHoliday, removeHoliday } from "#app/domain/policies/holidays.server.ts";
import { goToSaying } from "#app/http/flash.server.ts";
import { mustAdminister, requireOfficer } from "#app/http/guards.server.ts";
import { notFound } from "#app/http/responses.ts";
import { shortDay } from "#app/i18n/dates.ts";
import { languageOf, messagesFor, messagesIn } from "#app/i18n/messages.ts";
import { useMessages } from "#app/i18n/use-messages.ts";
import { paths } from "#app/paths.ts";
import { Button } from "#app/ui/button.tsx";
import { LinkTo } from "#app/ui/link.tsx";
import { PageTitle } from "#app/ui/page-title.tsx";

export async function loader({ params, request }: LoaderFunctionArgs) {
  const officer = await requireOfficer(request);
  const holiday = (await findHoliday(db, params.day ?? "")) ?? notFound();
  mustAdminister(officer);
  return { holiday };
}

export async function action({ params, request }: ActionFunctionArgs) {
  const officer = await requireOfficer(request);
  const holiday = (await findHoliday(db, params.day ?? "")) ?? notFound();
  mustAdminister(officer);
  const outcome = await removeHoliday(db, holiday, { by: officer, at: now() });
  if (!outcome.ok) notFound();
  const words = messagesFor(request).policies.holidays;
  return goToSaying(request, paths.desk.holidays(), words.removed(shortDay(holiday.day)));
}

export const meta: MetaFunction = ({ location }) => {
  const words = messagesIn(languageOf(location.pathname));
  return [{ title: `${words.policies.holidays.removal} · ${words.common.product}` }];
};

export default function HolidayRemoval() {
  const { holiday } = useLoaderData<typeof loader>();
  const words = useMessages().policies.holidays;
  return (
    <>
      <PageTitle
        above={<LinkTo to={paths.desk.holidays()}>{words.title}</LinkTo>}
        lead={words.removalLead(shortDay(holiday.day), holiday.name)}
      >
        {words.removal}
      </PageTitle>
      <Form method="post">
        <Button tone="danger">{words.removal}</Button>
      </Form>
    </>
  );
}
