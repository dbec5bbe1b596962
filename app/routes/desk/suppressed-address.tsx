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
import { findSuppressionFor, lift } from "#app/domain/press/suppression.server.ts";
import { LiftForm } from "#app/domain/press/suppression.ts";
import { goToSaying } from "#app/http/flash.server.ts";
import { requireOfficer } from "#app/http/guards.server.ts";
import { notFound } from "#app/http/responses.ts";
import { languageOf, messagesFor, messagesIn } from "#app/i18n/messages.ts";
import { useMessages } from "#app/i18n/use-messages.ts";
import { paths } from "#app/paths.ts";
import { Button, ButtonLink } from "#app/ui/button.tsx";
import { HouseForm, TextField, useHouseForm } from "#app/ui/form.tsx";
import { LinkTo } from "#app/ui/link.tsx";
import { PageTitle } from "#app/ui/page-title.tsx";

export async function loader({ params, request }: LoaderFunctionArgs) {
  const officer = await requireOfficer(request);
  const address = (await findSuppressionFor(db, officer, params.address ?? "")) ?? notFound();
  return { address };
}

/** Lets letters go there again, with what its owner said. */
export async function action({ params, request }: ActionFunctionArgs) {
  const officer = await requireOfficer(request);
  const address = (await findSuppressionFor(db, officer, params.address ?? "")) ?? notFound();
  const submission = parseWithZod(await request.formData(), { schema: LiftForm });
  if (submission.status !== "success") return data(submission.reply(), { status: 400 });
  const signed = { by: officer, at: now() };
  const lifted = await lift(db, address, submission.value.reason, signed);
  if (!lifted.ok) return notFound();
  const words = messagesFor(request).answers.suppression;
  const back = officer.reach === "country" ? { province: address.provinceId } : {};
  return goToSaying(request, paths.desk.suppressedAddresses(back), words.lifted(address.email));
}

export const meta: MetaFunction = ({ location }) => {
  const words = messagesIn(languageOf(location.pathname));
  return [{ title: `${words.answers.suppression.act} · ${words.common.product}` }];
};

export default function SuppressedAddress() {
  const { address } = useLoaderData<typeof loader>();
  const { answers, common } = useMessages();
  const words = answers.suppression;
  const [form, fields] = useHouseForm(LiftForm, {
    id: "lift",
    lastResult: useActionData<typeof action>(),
  });
  return (
    <>
      <PageTitle
        above={<LinkTo to={paths.desk.suppressedAddresses()}>{words.title}</LinkTo>}
        lead={words.liftLead}
      >
        {words.lift(address.email)}
      </PageTitle>
      <p className="mb-5 text-soft">{words.grounds[address.ground]}</p>
      <HouseForm form={form}>
        <TextField field={fields.reason} label={words.liftReason} />
        <div className="flex flex-wrap gap-2">
          <Button>{words.liftSubmit}</Button>
          <ButtonLink to={paths.desk.suppressedAddresses()}>{common.cancel}</ButtonLink>
        </div>
      </HouseForm>
    </>
  );
}
