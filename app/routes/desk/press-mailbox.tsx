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
import { findAgencyFor } from "#app/domain/agencies/agencies.server.ts";
import { PressMailboxForm } from "#app/domain/agencies/agency-form.ts";
import { namePressMailbox, pressMailboxOf } from "#app/domain/agencies/press-mailbox.server.ts";
import { goToSaying } from "#app/http/flash.server.ts";
import { requireOfficer } from "#app/http/guards.server.ts";
import { notFound } from "#app/http/responses.ts";
import { languageOf, messagesFor, messagesIn } from "#app/i18n/messages.ts";
import { useMessages } from "#app/i18n/use-messages.ts";
import { paths } from "#app/paths.ts";
import { AgencyAbove } from "#app/ui/agency-above.tsx";
import { Button } from "#app/ui/button.tsx";
import { HouseForm, TextField, useHouseForm } from "#app/ui/form.tsx";
import { PageTitle } from "#app/ui/page-title.tsx";

export async function loader({ params, request }: LoaderFunctionArgs) {
  const officer = await requireOfficer(request);
  const agency = (await findAgencyFor(db, officer, params.agency ?? "")) ?? notFound();
  return { agency, email: await pressMailboxOf(db, agency.id) };
}

export async function action({ params, request }: ActionFunctionArgs) {
  const officer = await requireOfficer(request);
  const agency = (await findAgencyFor(db, officer, params.agency ?? "")) ?? notFound();
  const submission = parseWithZod(await request.formData(), { schema: PressMailboxForm });
  if (submission.status !== "success") return data(submission.reply(), { status: 400 });

  const { email = null } = submission.value;
  await namePressMailbox(db, agency, email, signedNow(officer));
  const words = messagesFor(request).letters.pressEmail;
  const sentence = email ? words.saved(email) : words.removed;
  return goToSaying(request, paths.desk.agencyProfile(agency), sentence);
}

export const meta: MetaFunction = ({ location }) => {
  const words = messagesIn(languageOf(location.pathname));
  return [{ title: `${words.letters.pressEmail.title} · ${words.common.product}` }];
};

export default function PressMailbox() {
  const { agency, email } = useLoaderData<typeof loader>();
  const { pressEmail: words } = useMessages().letters;
  const [form, fields] = useHouseForm(PressMailboxForm, {
    id: "mailbox",
    lastResult: useActionData<typeof action>(),
    defaultValue: { email: email ?? "" },
  });
  return (
    <>
      <PageTitle above={<AgencyAbove agency={agency} />} lead={words.lead}>
        {words.title}
      </PageTitle>
      <HouseForm form={form}>
        <TextField field={fields.email} label={words.field} hint={words.hint} type="email" />
        <div>
          <Button>{words.submit}</Button>
        </div>
      </HouseForm>
    </>
  );
}
