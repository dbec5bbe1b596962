import type { ActionFunctionArgs, LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { now } from "#app/clock.ts";
import { db } from "#app/db.server.ts";
import { ReviewForm } from "#app/domain/portal/accreditation.ts";
import { mayReview, reviewObjection } from "#app/domain/portal/objections.server.ts";
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
  const { officer, found } = await requireAccreditation(request, params);
  const { id, name, objection, objectedAt, reviewedAt } = found;
  const barred: "may-not-object" | "reviewed-already" | "same-officer" | null = !objectedAt
    ? "may-not-object"
    : reviewedAt
      ? "reviewed-already"
      : mayReview(officer, found)
        ? null
        : "same-officer";
  return { accreditation: { id, name, objection }, barred };
}

export async function action({ params, request }: ActionFunctionArgs) {
  const { officer, found } = await requireAccreditation(request, params);
  return accreditationSent(request, found, { form: ReviewForm, saying: "reviewed" }, (details) =>
    reviewObjection(db, officer, found.id, details, { by: officer, at: now() }),
  );
}

export const meta: MetaFunction = ({ location }) => {
  const words = messagesIn(languageOf(location.pathname));
  return [{ title: `${words.portal.desk.reviewTitle} · ${words.common.product}` }];
};

export default function AccreditationReview() {
  const { accreditation: one, barred } = useLoaderData<typeof loader>();
  const { desk: words, accreditation } = useMessages().portal;
  const [form, fields] = useHouseForm(ReviewForm, {
    id: "review",
    lastResult: useActionData<typeof action>(),
  });
  return (
    <>
      <PageTitle
        above={<LinkTo to={paths.desk.accreditation(one)}>{one.name}</LinkTo>}
        lead={words.reviewLead}
      >
        {words.reviewTitle}
      </PageTitle>
      {one.objection && (
        <blockquote className="mb-6 border-s-4 border-edge ps-4 whitespace-pre-line wrap-anywhere">
          {one.objection}
        </blockquote>
      )}
      {barred ? (
        <Notice tone="warning">{accreditation.problems[barred]}</Notice>
      ) : (
        <HouseForm form={form}>
          <ChoiceField
            field={fields.review}
            label={accreditation.review}
            options={(["upheld", "changed"] as const).map((value) => ({
              value,
              label: words.reviews[value],
            }))}
          />
          <SelectField
            field={fields.decision}
            label={words.newDecision}
            hint={words.newDecisionHint}
            blank
            options={(["approved", "limited", "waiting"] as const).map((value) => ({
              value,
              label: accreditation.standings[value],
            }))}
          />
          <TextField field={fields.limits} label={accreditation.limits} hint={words.limitsHint} />
          <TextArea field={fields.text} label={words.reviewText} />
          <div>
            <SendButton>{words.submitReview}</SendButton>
          </div>
        </HouseForm>
      )}
    </>
  );
}
