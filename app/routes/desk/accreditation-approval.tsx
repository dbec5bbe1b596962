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
import { findAccreditationFor, recordApproval } from "#app/domain/portal/accreditations.server.ts";
import { ApprovalForm } from "#app/domain/portal/profile-form.ts";
import { goToSaying } from "#app/http/flash.server.ts";
import { requireOfficer } from "#app/http/guards.server.ts";
import { notFound } from "#app/http/responses.ts";
import { languageOf, messagesFor, messagesIn } from "#app/i18n/messages.ts";
import { useMessages } from "#app/i18n/use-messages.ts";
import { paths } from "#app/paths.ts";
import { SendButton } from "#app/ui/button.tsx";
import { ChoiceField, HouseForm, TextField, useHouseForm } from "#app/ui/form.tsx";
import { LinkTo } from "#app/ui/link.tsx";
import { Notice } from "#app/ui/notice.tsx";
import { PageTitle } from "#app/ui/page-title.tsx";

export async function loader({ params, request }: LoaderFunctionArgs) {
  const officer = await requireOfficer(request);
  const found = (await findAccreditationFor(db, officer, params.accreditation ?? "")) ?? notFound();
  const { id, name, foreignKind, approval, approvalNo, approvalDay } = found;
  return { accreditation: { id, name, foreignKind }, kept: { approval, approvalNo, approvalDay } };
}

export async function action({ params, request }: ActionFunctionArgs) {
  const officer = await requireOfficer(request);
  const { id } =
    (await findAccreditationFor(db, officer, params.accreditation ?? "")) ?? notFound();
  const submission = parseWithZod(await request.formData(), { schema: ApprovalForm });
  if (submission.status !== "success") return data(submission.reply(), { status: 400 });
  const signed = { by: officer, at: now() };
  const done = await recordApproval(db, officer, id, submission.value, signed);
  const { portal } = messagesFor(request);
  if (!done.ok) {
    const formErrors = [portal.accreditation.problems[done.reason]];
    return data(submission.reply({ formErrors }), { status: 409 });
  }
  return goToSaying(request, paths.desk.accreditation({ id }), portal.desk.approvalSaved);
}

export const meta: MetaFunction = ({ location }) => {
  const words = messagesIn(languageOf(location.pathname));
  return [{ title: `${words.portal.desk.approval} · ${words.common.product}` }];
};

export default function AccreditationApproval() {
  const { accreditation: one, kept } = useLoaderData<typeof loader>();
  const { desk: words, accreditation, profile } = useMessages().portal;
  const [form, fields] = useHouseForm(ApprovalForm, {
    id: "approval",
    lastResult: useActionData<typeof action>(),
    defaultValue: kept,
  });
  return (
    <>
      <PageTitle
        above={<LinkTo to={paths.desk.accreditation(one)}>{one.name}</LinkTo>}
        lead={profile.foreignLead}
      >
        {words.approval}
      </PageTitle>
      {one.foreignKind ? (
        <HouseForm form={form}>
          <ChoiceField
            field={fields.approval}
            label={words.approval}
            options={(["given", "refused"] as const).map((value) => ({
              value,
              label: words.approvalChoices[value],
            }))}
          />
          <TextField field={fields.approvalNo} label={words.approvalNo} />
          <TextField field={fields.approvalDay} label={words.approvalDay} type="date" />
          <div>
            <SendButton>{words.saveApproval}</SendButton>
          </div>
        </HouseForm>
      ) : (
        <Notice tone="warning">{accreditation.problems["not-foreign"]}</Notice>
      )}
    </>
  );
}
