import { parseWithZod } from "@conform-to/zod/v4";
import {
  type ActionFunctionArgs,
  data,
  type LoaderFunctionArgs,
  type MetaFunction,
} from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { localTime, now, readLocalTime, signedNow, today } from "#app/clock.ts";
import { db } from "#app/db.server.ts";
import { findBooksFor } from "#app/domain/agencies/agencies.server.ts";
import { formerUnitOf } from "#app/domain/areas/committee.ts";
import { withDocument } from "#app/domain/documents/documents.server.ts";
import type { DelegationRefusal } from "#app/domain/spokespersons/delegation.ts";
import { DelegationForm } from "#app/domain/spokespersons/delegation-form.ts";
import { delegationRulesOf } from "#app/domain/spokespersons/delegation-rules.server.ts";
import { delegate } from "#app/domain/spokespersons/delegations.server.ts";
import { formerUnitNote } from "#app/domain/spokespersons/former-books.server.ts";
import { publicHistoryOf } from "#app/domain/spokespersons/history.server.ts";
import { peopleOf } from "#app/domain/spokespersons/people.server.ts";
import { isAboutFile, refusalSentence } from "#app/domain/spokespersons/refusal.ts";
import { speakersOf } from "#app/domain/spokespersons/speakers.server.ts";
import { goToSaying } from "#app/http/flash.server.ts";
import { requireOfficer } from "#app/http/guards.server.ts";
import { notFound } from "#app/http/responses.ts";
import { sentDocument } from "#app/http/sent-document.server.ts";
import { languageOf, messagesFor, messagesIn } from "#app/i18n/messages.ts";
import { useLanguage, useLocalised, useMessages } from "#app/i18n/use-messages.ts";
import { paths } from "#app/paths.ts";
import { Button, ButtonLink } from "#app/ui/button.tsx";
import { DelegationFields } from "#app/ui/delegation-fields.tsx";
import { DelegationRulesNotice } from "#app/ui/delegation-rules.tsx";
import { HouseForm, useHouseForm } from "#app/ui/form.tsx";
import { FormerUnitLaw } from "#app/ui/former-unit-law.tsx";
import { LinkTo } from "#app/ui/link.tsx";
import { Notice } from "#app/ui/notice.tsx";
import { PageTitle } from "#app/ui/page-title.tsx";
import { SpeakerFields } from "#app/ui/speaker-fields.tsx";

export async function loader({ params, request }: LoaderFunctionArgs) {
  const officer = await requireOfficer(request);
  const agency = (await findBooksFor(db, officer, params.agency ?? "")) ?? notFound();
  const isFormer = formerUnitOf(agency.id) !== undefined;
  const [people, speakers, former, rules] = await Promise.all([
    peopleOf(db, [agency.id]),
    isFormer ? publicHistoryOf(db, agency.id) : speakersOf(db, agency, now()),
    formerUnitNote(db, agency),
    isFormer ? null : delegationRulesOf(db, agency.id, now()),
  ]);
  const heads = speakers.filter(({ capacity }) => capacity === "head");
  const others = isFormer ? people : people.filter(({ id }) => id !== heads[0]?.personId);
  return {
    agency,
    heads: heads.map(({ name, position }) => ({ name, position })),
    people: others.map(({ name }) => name),
    ...{ former, rules },
    // What is delegated at a former unit was so at a time that nobody can guess.
    given: isFormer ? {} : { documentDay: today(), fromTime: localTime(now()) },
  };
}

const FIELD_OF = {
  "end-before-start": "untilTime",
  "start-before-document": "fromTime",
  "no-head": "documentDay",
  "head-needs-none": "name",
  "already-delegated": "documentNo",
  "agency-closed": "untilTime",
  "matter-delegated": "besideReason",
  "too-long": "untilTime",
} satisfies Record<DelegationRefusal | "matter-delegated" | "too-long", string>;

export async function action({ params, request }: ActionFunctionArgs) {
  const officer = await requireOfficer(request);
  const agency = (await findBooksFor(db, officer, params.agency ?? "")) ?? notFound();
  const submission = parseWithZod(await request.formData(), { schema: DelegationForm });
  if (submission.status !== "success") return data(submission.reply(), { status: 400 });

  const { fromTime, untilTime, documentFile, ...details } = submission.value;
  const [fromAt = "", untilAt = ""] = [readLocalTime(fromTime), readLocalTime(untilTime)];
  const signed = signedNow(officer);
  const sent = await sentDocument(documentFile);
  const outcome = await withDocument(db, agency, sent, signed, (trx, documentFileId) =>
    delegate(trx, agency, { ...details, fromAt, untilAt, documentFileId }, signed),
  );
  const words = messagesFor(request);
  if (!outcome.ok) {
    const field = isAboutFile(outcome) ? "documentFile" : FIELD_OF[outcome.reason];
    const fieldErrors = { [field]: [refusalSentence(words, outcome)] };
    return data(submission.reply({ fieldErrors }), { status: 409 });
  }
  const { warning } = outcome;
  const sentence = [
    words.spokespersons.delegation.done(details.name),
    warning && words.delegations.longerThanSuggested(warning),
  ];
  return goToSaying(request, paths.desk.agency(agency), sentence.filter(Boolean).join(" "));
}

export const meta: MetaFunction = ({ location }) => {
  const words = messagesIn(languageOf(location.pathname));
  return [{ title: `${words.spokespersons.delegation.title} · ${words.common.product}` }];
};

export default function NewDelegation() {
  const { agency, heads, people, former, rules, given } = useLoaderData<typeof loader>();
  const { spokespersons, register, formerUnits } = useMessages();
  const { delegation } = spokespersons;
  const to = useLocalised();
  const english = useLanguage() === "en";
  const [form, fields] = useHouseForm(DelegationForm, {
    id: "delegation",
    lastResult: useActionData<typeof action>(),
    defaultValue: given,
  });
  return (
    <>
      <PageTitle
        above={
          <LinkTo to={paths.desk.agency(agency)}>{english ? agency.nameEn : agency.name}</LinkTo>
        }
        lead={delegation.lead}
      >
        {delegation.title}
      </PageTitle>
      <Notice title={delegation.conditions}>
        <ol className="my-1 list-decimal ps-5">
          <li>{delegation.written}</li>
          <li>{delegation.matter}</li>
          <li>{delegation.limited}</li>
        </ol>
        <p>{delegation.notPassedOn}</p>
      </Notice>
      {rules && <DelegationRulesNotice rules={rules} />}
      {former && <FormerUnitLaw {...former} />}
      {heads[0] && (
        <p className="mb-5 font-semibold">
          {former && heads.length > 1
            ? formerUnits.desk.grantors(heads.map(({ name }) => name).join(", "))
            : delegation.grantor(heads[0].name, heads[0].position)}
        </p>
      )}
      {heads.length === 0 && (
        <Notice tone="warning" title={delegation.noHead}>
          <p className="mb-3">{delegation.noHeadLead}</p>
          <ButtonLink to={paths.desk.assignmentNew(agency, { capacity: "head" })}>
            {delegation.assignHead}
          </ButtonLink>
        </Notice>
      )}
      <HouseForm form={form} encType="multipart/form-data" reloadDocument>
        <SpeakerFields fields={fields} people={people} />
        <DelegationFields fields={fields} />
        <div className="flex flex-wrap gap-3">
          <Button>{delegation.submit}</Button>
          <Button tone="plain" formAction={to(paths.desk.delegationDrafts(agency))} formNoValidate>
            {register.drafts.saveInstead}
          </Button>
        </div>
      </HouseForm>
    </>
  );
}
