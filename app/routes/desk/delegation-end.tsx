import { parseWithZod } from "@conform-to/zod/v4";
import {
  type ActionFunctionArgs,
  data,
  type LoaderFunctionArgs,
  type MetaFunction,
} from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { localTime, now, readLocalTime, signedNow } from "#app/clock.ts";
import { db } from "#app/db.server.ts";
import { RevocationForm } from "#app/domain/spokespersons/delegation-form.ts";
import {
  findDelegationFor,
  revokeDelegation,
} from "#app/domain/spokespersons/delegations.server.ts";
import { refusalSentence } from "#app/domain/spokespersons/refusal.ts";
import { goToSaying } from "#app/http/flash.server.ts";
import { requireOfficer } from "#app/http/guards.server.ts";
import { notFound } from "#app/http/responses.ts";
import { languageOf, messagesFor, messagesIn } from "#app/i18n/messages.ts";
import { useLanguage, useMessages } from "#app/i18n/use-messages.ts";
import { paths } from "#app/paths.ts";
import { Button } from "#app/ui/button.tsx";
import { DelegationCard } from "#app/ui/entry-card.tsx";
import { HouseForm, TextField, useHouseForm } from "#app/ui/form.tsx";
import { LinkTo } from "#app/ui/link.tsx";
import { Notice } from "#app/ui/notice.tsx";
import { PageTitle } from "#app/ui/page-title.tsx";
import { TimeText } from "#app/ui/time.tsx";

export async function loader({ params, request }: LoaderFunctionArgs) {
  const officer = await requireOfficer(request);
  const delegation = (await findDelegationFor(db, officer, params.delegation ?? "")) ?? notFound();
  const { fromAt, untilAt } = delegation;
  // The middle one: now, or the end of the delegation that is nearer to now.
  const [, endAt = now()] = [now(), fromAt, untilAt].sort();
  return { delegation, endTime: localTime(endAt) };
}

export async function action({ params, request }: ActionFunctionArgs) {
  const officer = await requireOfficer(request);
  const delegation = (await findDelegationFor(db, officer, params.delegation ?? "")) ?? notFound();
  const submission = parseWithZod(await request.formData(), { schema: RevocationForm });
  if (submission.status !== "success") return data(submission.reply(), { status: 400 });

  const { endTime, ...rest } = submission.value;
  const revocation = { ...rest, endAt: readLocalTime(endTime) ?? "" };
  const outcome = await revokeDelegation(db, delegation, revocation, signedNow(officer));
  const words = messagesFor(request);
  if (!outcome.ok) {
    const fieldErrors = { endTime: [refusalSentence(words, outcome)] };
    return data(submission.reply({ fieldErrors }), { status: 409 });
  }
  const sentence = words.spokespersons.revocation.done(delegation.name);
  return goToSaying(request, paths.desk.agency({ id: delegation.agencyId }), sentence);
}

export const meta: MetaFunction = ({ location }) => {
  const words = messagesIn(languageOf(location.pathname));
  return [{ title: `${words.spokespersons.revocation.title} · ${words.common.product}` }];
};

export default function DelegationEnd() {
  const { delegation, endTime } = useLoaderData<typeof loader>();
  const { revocation: words, delegation: papers, problems } = useMessages().spokespersons;
  const english = useLanguage() === "en";
  const [form, fields] = useHouseForm(RevocationForm, {
    id: "revocation",
    lastResult: useActionData<typeof action>(),
    defaultValue: { endTime },
  });
  return (
    <>
      <PageTitle
        above={
          <LinkTo to={paths.desk.agency({ id: delegation.agencyId })}>
            {english ? delegation.agencyNameEn : delegation.agencyName}
          </LinkTo>
        }
        lead={words.lead(delegation.name)}
      >
        {words.title}
      </PageTitle>
      <DelegationCard delegation={delegation} />
      {delegation.endAt ? (
        <Notice title={problems["already-ended"]}>
          <TimeText at={delegation.endAt} />, {delegation.endReason}
        </Notice>
      ) : (
        <HouseForm form={form}>
          <TextField
            field={fields.endTime}
            label={words.endTime}
            hint={words.endTimeHint}
            type="datetime-local"
          />
          <TextField field={fields.reason} label={words.reason} />
          <TextField field={fields.documentNo} label={papers.documentNo} autoComplete="off" />
          <div>
            <Button tone="danger">{words.submit}</Button>
          </div>
        </HouseForm>
      )}
    </>
  );
}
