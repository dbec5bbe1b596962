import { parseWithZod } from "@conform-to/zod/v4";
import {
  type ActionFunctionArgs,
  data,
  type LoaderFunctionArgs,
  type MetaFunction,
} from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { now, today } from "#app/clock.ts";
import { db } from "#app/db.server.ts";
import type { Officer } from "#app/domain/accounts/officer.ts";
import { findAgencyFor, listAgenciesFor } from "#app/domain/agencies/agencies.server.ts";
import { findRule } from "#app/domain/policies/due.server.ts";
import { type PolicyRefusal, setRule } from "#app/domain/policies/policies.server.ts";
import {
  CLOCKS,
  isPolicyKey,
  kindOf,
  mayBeLocal,
  maySet,
  type PolicyKey,
  type Scope,
} from "#app/domain/policies/policy.ts";
import { agencyInOption, optionOf, policyFormOf } from "#app/domain/policies/policy-form.ts";
import { findProvinceInHand, listProvinces } from "#app/domain/press/scope.server.ts";
import { goToSaying } from "#app/http/flash.server.ts";
import { requireOfficer } from "#app/http/guards.server.ts";
import { provinceAsked } from "#app/http/province-asked.ts";
import { notFound } from "#app/http/responses.ts";
import { languageOf, messagesFor, messagesIn } from "#app/i18n/messages.ts";
import { useLanguage, useMessages } from "#app/i18n/use-messages.ts";
import { paths } from "#app/paths.ts";
import { Button } from "#app/ui/button.tsx";
import { Facts } from "#app/ui/card.tsx";
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
import { ProvinceChoice, useProvinceName } from "#app/ui/province.tsx";

/** The key of an address, if this officer may have a rule of their own on it. */
function keyFor(officer: Officer, key = ""): PolicyKey | undefined {
  if (!isPolicyKey(key)) return undefined;
  return officer.reach === "country" || mayBeLocal(key) ? key : undefined;
}

export async function loader({ params, request }: LoaderFunctionArgs) {
  const officer = await requireOfficer(request);
  const key = keyFor(officer, params.key) ?? notFound();
  const local = mayBeLocal(key);
  const province = local
    ? await findProvinceInHand(db, officer, provinceAsked(request))
    : undefined;
  const { agencyId, reach } = officer;
  const place = { day: today(), provinceId: province?.id, agencyId };
  const [agencies, provinces, rule] = await Promise.all([
    province ? listAgenciesFor(db, officer, province.id, place.day) : [],
    local && reach === "country" ? listProvinces(db) : [],
    findRule(db, key, place),
  ]);
  const scopes = { national: reach === "country", province: reach !== "agency" && province };
  return { key, scopes, agencies, province, provinces, rule, today: today() };
}

/** For whom a rule is to be, if it is this officer's to set; nothing otherwise. */
async function scopeAsked(officer: Officer, option: string, chosen: string | null) {
  const scope = await scopeNamed(officer, option, chosen);
  return scope && maySet(officer, scope) ? scope : undefined;
}

async function scopeNamed(
  officer: Officer,
  option: string,
  chosen: string | null,
): Promise<Scope | undefined> {
  if (option === "national") return { scope: "national" };
  if (option === "province") {
    const province = await findProvinceInHand(db, officer, chosen);
    return province && { scope: "province", provinceId: province.id };
  }
  const agency = await findAgencyFor(db, officer, agencyInOption(option) ?? "");
  return agency && { scope: "agency", agencyId: agency.id, provinceId: agency.provinceId };
}

const FIELD_OF = {
  "not-a-value": "value",
  "not-local": "for",
  "later-rule": "fromDay",
  "same-rule": "value",
  "looser-needs-reason": "reason",
} satisfies Record<PolicyRefusal, string>;

export async function action({ params, request }: ActionFunctionArgs) {
  const officer = await requireOfficer(request);
  const key = keyFor(officer, params.key) ?? notFound();
  const submission = parseWithZod(await request.formData(), { schema: policyFormOf(key) });
  if (submission.status !== "success") return data(submission.reply(), { status: 400 });

  const { for: option, statutory, clock = null, reason = null, ...written } = submission.value;
  const scope = (await scopeAsked(officer, option, provinceAsked(request))) ?? notFound();
  const details = { ...written, clock, reason, statutory: statutory === "yes" };
  const outcome = await setRule(db, { key, ...scope }, details, { by: officer, at: now() });
  const words = messagesFor(request).policies;
  if (!outcome.ok) {
    const fieldErrors = { [FIELD_OF[outcome.reason]]: [words.problems[outcome.reason]] };
    return data(submission.reply({ fieldErrors }), { status: 409 });
  }
  return goToSaying(request, paths.desk.policies(), words.set.done(words.ruleName(key)));
}

export const meta: MetaFunction = ({ location }) => {
  const words = messagesIn(languageOf(location.pathname));
  return [{ title: `${words.policies.set.title} · ${words.common.product}` }];
};

export default function NewPolicy() {
  const { key, province, provinces } = useLoaderData<typeof loader>();
  const words = useMessages().policies;
  return (
    <>
      <PageTitle
        above={<LinkTo to={paths.desk.policies()}>{words.title}</LinkTo>}
        lead={words.set.lead}
      >
        {words.ruleName(key)}
      </PageTitle>
      <Standing />
      {provinces.length > 0 && (
        <>
          <p className="mb-2 text-soft">{words.set.chooseProvince}</p>
          <ProvinceChoice provinces={provinces} chosen={province} whole />
        </>
      )}
      <RuleForm />
    </>
  );
}

/** What applies now, and the general rule beside it. */
function Standing() {
  const { rule } = useLoaderData<typeof loader>();
  const { measure, clocks, set, table } = useMessages().policies;
  if (!rule) return <Notice>{table.none}</Notice>;
  const { held, national } = rule;
  return (
    <div className="mb-6">
      <Facts
        facts={[
          [
            set.standing,
            <span key="standing">
              <strong>{measure(held)}</strong>
              {held.clock && `, ${clocks[held.clock]}`}
            </span>,
          ],
          [
            table.basis,
            <span key="basis" lang="vi">
              {held.legalRef}
            </span>,
          ],
          [table.scope, national && national.id !== held.id && table.national(measure(national))],
        ]}
      />
    </div>
  );
}

function RuleForm() {
  const { key, rule, today: day } = useLoaderData<typeof loader>();
  const words = useMessages().policies;
  const { set } = words;
  const { unit, clock, options = [] } = kindOf(key);
  const scopes = useScopes();
  const [form, fields] = useHouseForm(policyFormOf(key), {
    id: "policy",
    lastResult: useActionData<typeof action>(),
    defaultValue: {
      for: scopes[0]?.value,
      clock: rule?.held.clock ?? clock,
      fromDay: day,
      statutory: "no",
    },
  });
  const hints = set.valueHints;
  const hint =
    unit === "choice"
      ? hints.choice(options.join("; "))
      : hints[unit === "hours" || unit === "months" || clock ? "limit" : unit];
  return (
    <HouseForm form={form}>
      <SelectField field={fields.for} label={set.for} hint={set.forHint} options={scopes} />
      <TextField field={fields.value} label={set.value} hint={hint} />
      {clock && (
        <SelectField
          field={fields.clock}
          label={set.clock}
          options={CLOCKS.map((value) => ({ value, label: words.clocks[value] }))}
        />
      )}
      <TextField field={fields.fromDay} label={set.fromDay} type="date" />
      <TextField field={fields.legalRef} label={set.legalRef} hint={set.legalRefHint} />
      <ChoiceField
        field={fields.statutory}
        label={set.statutory}
        options={(["no", "yes"] as const).map((value) => ({
          value,
          label: set.statutoryOptions[value],
        }))}
      />
      <TextArea field={fields.reason} label={set.reason} hint={set.reasonHint} rows={3} />
      <div>
        <Button>{set.submit}</Button>
      </div>
    </HouseForm>
  );
}

/** For whom this officer may set a rule. */
function useScopes() {
  const { scopes, agencies, province } = useLoaderData<typeof loader>();
  const words = useMessages().policies;
  const nameOf = useProvinceName();
  const english = useLanguage() === "en";
  return [
    ...(scopes.national ? [{ value: "national", label: words.scopes.national }] : []),
    ...(scopes.province && province
      ? [{ value: "province", label: words.set.forProvince(nameOf(province)) }]
      : []),
    ...agencies.map(({ id, name, nameEn, provinceId }) => ({
      value: optionOf({ scope: "agency", agencyId: id, provinceId }),
      label: english ? nameEn : name,
    })),
  ];
}
