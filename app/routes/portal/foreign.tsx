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
import { dueFor } from "#app/domain/policies/due.server.ts";
import { findForeignPress, tellForeignPaper } from "#app/domain/portal/profile.server.ts";
import { ForeignForm } from "#app/domain/portal/profile-form.ts";
import { requireRecord } from "#app/http/portal.server.ts";
import { PRIVATE_PAGE } from "#app/http/private-page.ts";
import { goTo } from "#app/http/responses.ts";
import { shortDay } from "#app/i18n/dates.ts";
import { languageOf, messagesFor, messagesIn } from "#app/i18n/messages.ts";
import { useMessages } from "#app/i18n/use-messages.ts";
import { paths } from "#app/paths.ts";
import { useNames } from "#app/ui/area-name.ts";
import { Button } from "#app/ui/button.tsx";
import { Card } from "#app/ui/card.tsx";
import { Countdown } from "#app/ui/countdown.tsx";
import { ChoiceField, HouseForm, TextField, useHouseForm } from "#app/ui/form.tsx";
import { LinkTo } from "#app/ui/link.tsx";
import { PageTitle } from "#app/ui/page-title.tsx";

export const headers = () => PRIVATE_PAGE;

export async function loader({ params, request }: LoaderFunctionArgs) {
  const { own } = await requireRecord(request, params.journalist);
  const paper = await findForeignPress(db, own);
  const { provinceId } = own;
  const due = paper && (await dueFor(db, "foreign.pc_reply", { start: paper.toldAt, provinceId }));
  if (!paper) return { own, paper: null, due: null, at: now() };
  const { decidedBy, ...shown } = paper;
  return { own, paper: shown, due: due ?? null, at: now() };
}

export async function action({ params, request }: ActionFunctionArgs) {
  const { own } = await requireRecord(request, params.journalist);
  const submission = parseWithZod(await request.formData(), { schema: ForeignForm });
  if (submission.status !== "success") return data(submission.reply(), { status: 400 });
  const told = await tellForeignPaper(db, own, submission.value, now());
  if (!told.ok) {
    const formErrors = [messagesFor(request).portal.accreditation.problems.unknown];
    return data(submission.reply({ formErrors }), { status: 409 });
  }
  return goTo(request, paths.portal.profile(own, { done: "foreign" }));
}

export const meta: MetaFunction = ({ location }) => {
  const words = messagesIn(languageOf(location.pathname));
  return [{ title: `${words.portal.foreign.title} · ${words.common.product}` }];
};

export default function ForeignPaper() {
  const { own, paper, due, at } = useLoaderData<typeof loader>();
  const { portal, common } = useMessages();
  const words = portal.foreign;
  const { name: place } = useNames();
  const [form, fields] = useHouseForm(ForeignForm, {
    id: "foreign",
    lastResult: useActionData<typeof action>(),
    defaultValue: paper ?? undefined,
  });
  return (
    <>
      <PageTitle
        above={<LinkTo to={paths.portal.profile(own)}>{place(own.province)}</LinkTo>}
        lead={words.lead}
      >
        {words.title}
      </PageTitle>
      {paper && (
        <Card title={words.approval}>
          <p className="mb-4 font-semibold">
            {paper.approval === "given"
              ? words.approvals.given(paper.approvalNo ?? "", shortDay(paper.approvalDay ?? ""))
              : paper.approval === "refused"
                ? words.approvals.refused(shortDay(paper.approvalDay ?? ""))
                : words.approvals.waiting}
          </p>
          {due && <Countdown due={due} now={at} doneAt={paper.decidedAt} />}
        </Card>
      )}
      <HouseForm form={form}>
        <ChoiceField
          field={fields.kind}
          label={words.kind}
          options={(["resident", "visiting"] as const).map((one) => ({
            value: one,
            label: words.kinds[one],
          }))}
        />
        <TextField field={fields.paperNo} label={words.paperNo} autoComplete="off" />
        <TextField field={fields.paperUntilDay} label={words.paperUntil} type="date" />
        <div>
          <Button>{common.save}</Button>
        </div>
      </HouseForm>
    </>
  );
}
