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
import { CaseForm, formOf, readCase } from "#app/domain/corrections/case-form.ts";
import { changeCase, findCaseFor } from "#app/domain/corrections/cases.server.ts";
import { listOutlets } from "#app/domain/press/outlets.server.ts";
import { goToSaying } from "#app/http/flash.server.ts";
import { requireOfficer } from "#app/http/guards.server.ts";
import { notFound } from "#app/http/responses.ts";
import { languageOf, messagesFor, messagesIn } from "#app/i18n/messages.ts";
import { useMessages } from "#app/i18n/use-messages.ts";
import { paths } from "#app/paths.ts";
import { ButtonLink, SendButton } from "#app/ui/button.tsx";
import { CorrectionCaseFields } from "#app/ui/correction-case-fields.tsx";
import { HouseForm, useHouseForm } from "#app/ui/form.tsx";
import { LinkTo } from "#app/ui/link.tsx";
import { Notice } from "#app/ui/notice.tsx";
import { PageTitle } from "#app/ui/page-title.tsx";

export async function loader({ params, request }: LoaderFunctionArgs) {
  const officer = await requireOfficer(request);
  const kept = (await findCaseFor(db, officer, params.case ?? "")) ?? notFound();
  const outlets = await listOutlets(db, kept.provinceId);
  return { kept, outlets: outlets.map(({ name }) => name) };
}

export async function action({ params, request }: ActionFunctionArgs) {
  const officer = await requireOfficer(request);
  const kept = (await findCaseFor(db, officer, params.case ?? "")) ?? notFound();
  const submission = parseWithZod(await request.formData(), { schema: CaseForm });
  if (submission.status !== "success") return data(submission.reply(), { status: 400 });
  const words = messagesFor(request).pressCorrections;
  const read = readCase(submission.value, now());
  if (!read.ok) {
    const fieldErrors = Object.fromEntries(
      Object.entries(read.problems).map(([field, key]) => [field, [words.problems[key]]]),
    );
    return data(submission.reply({ fieldErrors }), { status: 400 });
  }
  const edition = submission.value.edition ?? -1;
  const changed = await changeCase(db, kept, read.details, edition, { by: officer, at: now() });
  if (!changed.ok) {
    const formErrors = [words.refusals[changed.reason]];
    return data(submission.reply({ formErrors }), { status: 409 });
  }
  return goToSaying(request, paths.desk.correctionCase(kept), words.form.saved);
}

export const meta: MetaFunction = ({ location }) => {
  const words = messagesIn(languageOf(location.pathname));
  return [{ title: `${words.pressCorrections.form.editTitle} · ${words.common.product}` }];
};

export default function CorrectionCaseEdit() {
  const { kept, outlets } = useLoaderData<typeof loader>();
  const { pressCorrections: words, common } = useMessages();
  const [form, fields] = useHouseForm(CaseForm, {
    id: "case",
    lastResult: useActionData<typeof action>(),
    defaultValue: formOf(kept),
  });
  return (
    <>
      <PageTitle
        above={<LinkTo to={paths.desk.correctionCase(kept)}>{kept.articleTitle}</LinkTo>}
        lead={words.form.lead}
      >
        {words.form.editTitle}
      </PageTitle>
      {kept.outcome ? (
        <Notice tone="warning">{words.refusals["is-closed"]}</Notice>
      ) : (
        <HouseForm form={form}>
          <input type="hidden" name="edition" value={kept.edition} />
          <CorrectionCaseFields fields={fields} outlets={outlets} />
          <div className="flex flex-wrap gap-2">
            <SendButton>{words.form.save}</SendButton>
            <ButtonLink to={paths.desk.correctionCase(kept)}>{common.cancel}</ButtonLink>
          </div>
        </HouseForm>
      )}
    </>
  );
}
