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
import { SeatForm } from "#app/domain/invitations/quota-form.ts";
import { findInvitationFor } from "#app/domain/invitations/replies.server.ts";
import { seatByHand, seatingOf } from "#app/domain/invitations/seating.server.ts";
import { wake } from "#app/domain/mail/worker.server.ts";
import { goToSaying } from "#app/http/flash.server.ts";
import { requireOfficer } from "#app/http/guards.server.ts";
import { notFound } from "#app/http/responses.ts";
import { languageOf, messagesFor, messagesIn } from "#app/i18n/messages.ts";
import { useMessages } from "#app/i18n/use-messages.ts";
import { paths } from "#app/paths.ts";
import { ButtonLink, SendButton } from "#app/ui/button.tsx";
import { HouseForm, TextField, useHouseForm } from "#app/ui/form.tsx";
import { LinkTo } from "#app/ui/link.tsx";
import { Notice } from "#app/ui/notice.tsx";
import { PageTitle } from "#app/ui/page-title.tsx";

export async function loader({ params, request }: LoaderFunctionArgs) {
  const officer = await requireOfficer(request);
  const found = (await findInvitationFor(db, officer, params.invitation ?? "")) ?? notFound();
  const { listed } = await seatingOf(db, found.meeting);
  const place = listed.findIndex(({ id }) => id === found.id);
  const { id, name, meeting } = found;
  const above = listed.slice(0, Math.max(0, place)).map((party) => party.name);
  return { id, name, meeting, isListed: place >= 0, above };
}

export async function action({ params, request }: ActionFunctionArgs) {
  const officer = await requireOfficer(request);
  const found = (await findInvitationFor(db, officer, params.invitation ?? "")) ?? notFound();
  const submission = parseWithZod(await request.formData(), { schema: SeatForm });
  if (submission.status !== "success") return data(submission.reply(), { status: 400 });
  const signed = { by: officer, at: now() };
  const seated = await seatByHand(db, found, submission.value.reason, signed);
  const { reasons, desk } = messagesFor(request).answers;
  if (!seated.ok)
    return data(submission.reply({ formErrors: [reasons[seated.reason]] }), { status: 409 });
  wake();
  const sentence = desk.byHand.done(seated.name);
  return goToSaying(request, paths.desk.seating(found.meeting), sentence);
}

export const meta: MetaFunction<typeof loader> = ({ data, location }) => {
  const words = messagesIn(languageOf(location.pathname));
  return [{ title: words.answers.desk.byHand.title(data?.name ?? "") }];
};

export default function Seat() {
  const { name, meeting, isListed, above } = useLoaderData<typeof loader>();
  const { answers, common } = useMessages();
  const words = answers.desk.byHand;
  const [form, fields] = useHouseForm(SeatForm, {
    id: "seat",
    lastResult: useActionData<typeof action>(),
  });
  return (
    <>
      <PageTitle
        above={<LinkTo to={paths.desk.seating(meeting)}>{answers.desk.seats.title}</LinkTo>}
        lead={words.lead}
      >
        {words.title(name)}
      </PageTitle>
      {isListed ? (
        <HouseForm form={form}>
          <p>{above.length > 0 ? words.passed(above.join(", ")) : words.first}</p>
          <TextField field={fields.reason} label={words.reason} />
          <div className="flex flex-wrap gap-2">
            <SendButton>{words.submit}</SendButton>
            <ButtonLink to={paths.desk.seating(meeting)}>{common.cancel}</ButtonLink>
          </div>
        </HouseForm>
      ) : (
        <Notice tone="warning">{answers.reasons["not-listed"]}</Notice>
      )}
    </>
  );
}
