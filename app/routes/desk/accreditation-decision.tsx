import type { ActionFunctionArgs, LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { now } from "#app/clock.ts";
import { db } from "#app/db.server.ts";
import { DECISIONS, DecisionForm } from "#app/domain/portal/accreditation.ts";
import { decideAccreditation, groundsOn } from "#app/domain/portal/accreditations.server.ts";
import { accreditationSent, requireAccreditation } from "#app/http/accreditation.server.ts";
import { languageOf, messagesIn } from "#app/i18n/messages.ts";
import { useMessages } from "#app/i18n/use-messages.ts";
import { paths } from "#app/paths.ts";
import { SendButton } from "#app/ui/button.tsx";
import {
  ChoiceField,
  HouseForm,
  SelectField,
  TextArea,
  TextField,
  useHouseForm,
} from "#app/ui/form.tsx";
import { LinkTo } from "#app/ui/link.tsx";
import { Notice } from "#app/ui/notice.tsx";
import { PageTitle } from "#app/ui/page-title.tsx";

export async function loader({ params, request }: LoaderFunctionArgs) {
  const { found } = await requireAccreditation(request, params);
  const { id, name, standing, decidedAt, provinceId } = found;
  const grounds = await groundsOn(db, provinceId, now());
  return { accreditation: { id, name, standing, decidedAt }, grounds };
}

export async function action({ params, request }: ActionFunctionArgs) {
  const { officer, found } = await requireAccreditation(request, params);
  return accreditationSent(
    request,
    found,
    { form: DecisionForm, saying: "decidedNow" },
    (details) => decideAccreditation(db, officer, found.id, details, { by: officer, at: now() }),
  );
}

export const meta: MetaFunction = ({ location }) => {
  const words = messagesIn(languageOf(location.pathname));
  return [{ title: `${words.portal.desk.decide} · ${words.common.product}` }];
};

export default function AccreditationDecision() {
  const { accreditation: one, grounds } = useLoaderData<typeof loader>();
  const { portal, policies, common } = useMessages();
  const { desk: words, accreditation } = portal;
  const [form, fields] = useHouseForm(DecisionForm, {
    id: "decision",
    lastResult: useActionData<typeof action>(),
  });
  return (
    <>
      <PageTitle
        above={<LinkTo to={paths.desk.accreditation(one)}>{one.name}</LinkTo>}
        lead={words.decisionHint}
      >
        {words.decide}
      </PageTitle>
      {one.standing === "pending-approval" && (
        <Notice tone="warning">{accreditation.problems["pending-approval"]}</Notice>
      )}
      {one.decidedAt ? (
        <Notice tone="warning">{accreditation.problems["decided-already"]}</Notice>
      ) : (
        <HouseForm form={form}>
          <ChoiceField
            field={fields.decision}
            label={accreditation.decision}
            options={DECISIONS.map((value) => ({
              value,
              label: accreditation.standings[value],
            }))}
          />
          <TextField field={fields.limits} label={accreditation.limits} hint={words.limitsHint} />
          <SelectField
            field={fields.ground}
            label={accreditation.ground}
            hint={
              <>
                {words.groundHint} <span lang="vi">{grounds.legalRef}</span>
                {!grounds.verifiedBy && ` (${policies.unverified})`}
              </>
            }
            blank
            options={grounds.codes.map((code) => ({
              value: code,
              label: policies.choices[code] ?? code,
            }))}
          />
          <TextArea field={fields.reason} label={accreditation.reason} hint={words.reasonHint} />
          <div>
            <SendButton>{common.save}</SendButton>
          </div>
        </HouseForm>
      )}
    </>
  );
}
