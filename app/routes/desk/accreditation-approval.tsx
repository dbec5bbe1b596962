import type { ActionFunctionArgs, LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { now } from "#app/clock.ts";
import { db } from "#app/db.server.ts";
import { recordApproval } from "#app/domain/portal/accreditations.server.ts";
import { ApprovalForm } from "#app/domain/portal/profile-form.ts";
import { accreditationSent, requireAccreditation } from "#app/http/accreditation.server.ts";
import { languageOf, messagesIn } from "#app/i18n/messages.ts";
import { useMessages } from "#app/i18n/use-messages.ts";
import { paths } from "#app/paths.ts";
import { SendButton } from "#app/ui/button.tsx";
import { ChoiceField, HouseForm, TextField, useHouseForm } from "#app/ui/form.tsx";
import { LinkTo } from "#app/ui/link.tsx";
import { Notice } from "#app/ui/notice.tsx";
import { PageTitle } from "#app/ui/page-title.tsx";

export async function loader({ params, request }: LoaderFunctionArgs) {
  const { found } = await requireAccreditation(request, params);
  const { id, name, foreignKind, approval, approvalNo, approvalDay } = found;
  return { accreditation: { id, name, foreignKind }, kept: { approval, approvalNo, approvalDay } };
}

export async function action({ params, request }: ActionFunctionArgs) {
  const { officer, found } = await requireAccreditation(request, params);
  return accreditationSent(
    request,
    found,
    { form: ApprovalForm, saying: "approvalSaved" },
    (details) => recordApproval(db, officer, found.id, details, { by: officer, at: now() }),
  );
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
