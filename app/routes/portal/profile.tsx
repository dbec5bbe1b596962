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
import { changeProfile, profileOf } from "#app/domain/portal/profile.server.ts";
import { formOfProfile, ProfileForm } from "#app/domain/portal/profile-form.ts";
import { BEATS } from "#app/domain/press/beat.ts";
import { listOutlets } from "#app/domain/press/outlets.server.ts";
import { requireRecord } from "#app/http/portal.server.ts";
import { PRIVATE_PAGE } from "#app/http/private-page.ts";
import { goTo } from "#app/http/responses.ts";
import { languageOf, messagesFor, messagesIn } from "#app/i18n/messages.ts";
import { useMessages } from "#app/i18n/use-messages.ts";
import { paths } from "#app/paths.ts";
import { useNames } from "#app/ui/area-name.ts";
import { Button } from "#app/ui/button.tsx";
import { Card } from "#app/ui/card.tsx";
import {
  type AnyField,
  ChecksField,
  ChoiceField,
  FieldGroup,
  HouseForm,
  TextArea,
  TextField,
  useHouseForm,
} from "#app/ui/form.tsx";
import { LinkTo } from "#app/ui/link.tsx";
import { PageTitle } from "#app/ui/page-title.tsx";
import { PortalDone } from "#app/ui/portal-done.tsx";
import { withSentences } from "#app/ui/query-fields.tsx";

export const headers = () => PRIVATE_PAGE;

export async function loader({ params, request }: LoaderFunctionArgs) {
  const { own } = await requireRecord(request, params.journalist);
  const [profile, outlets] = await Promise.all([
    profileOf(db, own),
    listOutlets(db, own.provinceId),
  ]);
  return { own, profile, outlets: outlets.map(({ name }) => name) };
}

export async function action({ params, request }: ActionFunctionArgs) {
  const { own } = await requireRecord(request, params.journalist);
  const submission = parseWithZod(await request.formData(), { schema: ProfileForm });
  if (submission.status !== "success") return data(submission.reply(), { status: 400 });
  const changed = await changeProfile(db, own, submission.value, now());
  const { profile, accreditation } = messagesFor(request).portal;
  if (!changed.ok) {
    const fieldErrors: Record<string, string[]> =
      changed.reason === "unknown-area"
        ? { areas: [profile.unknownAreas(changed.areas.join("; "))] }
        : {};
    const formErrors = changed.reason === "unknown" ? [accreditation.problems.unknown] : [];
    return data(submission.reply({ fieldErrors, formErrors }), { status: 409 });
  }
  return goTo(request, paths.portal.profile(own, { done: "profile" }));
}

export const meta: MetaFunction = ({ location }) => {
  const words = messagesIn(languageOf(location.pathname));
  return [{ title: `${words.portal.profile.title} · ${words.common.product}` }];
};

const OUTLETS = "outlets-known";

export default function Profile() {
  const { own, profile, outlets } = useLoaderData<typeof loader>();
  const { portal, press, common } = useMessages();
  const words = portal.profile;
  const { name: place } = useNames();
  const [form, fields] = useHouseForm(ProfileForm, {
    id: "profile",
    lastResult: useActionData<typeof action>(),
    defaultValue: formOfProfile(profile),
  });
  const told = (field: AnyField) =>
    withSentences(field, { "until-without-number": words.untilWithoutNumber });
  return (
    <>
      <PageTitle lead={words.lead(place(own.province))}>{words.title}</PageTitle>
      <PortalDone />
      <Card title={words.email}>
        <p className="mb-2 wrap-anywhere">{own.email}</p>
        <LinkTo to={paths.portal.address()} className="inline-flex min-h-11 items-center">
          {words.changeEmail}
        </LinkTo>
      </Card>
      <HouseForm form={form}>
        <TextField field={fields.name} label={press.fields.name} autoComplete="name" />
        <TextField
          field={fields.phone}
          label={press.fields.phone}
          hint={press.fields.phoneHint}
          type="tel"
          autoComplete="tel"
        />
        <ChoiceField
          field={fields.language}
          label={press.fields.language}
          options={(["vi", "en"] as const).map((one) => ({
            value: one,
            label: press.languages[one],
          }))}
        />
        <TextField
          field={fields.outlet}
          label={words.outlet}
          hint={words.outletHint}
          list={OUTLETS}
          autoComplete="organization"
        />
        <datalist id={OUTLETS}>
          {outlets.map((name) => (
            <option key={name} value={name} />
          ))}
        </datalist>
        <ChecksField
          field={fields.beats}
          label={press.fields.beats}
          options={BEATS.map((beat) => ({ value: beat, label: press.beats[beat] }))}
        />
        <TextArea field={fields.areas} label={words.areas} hint={words.areasHint} rows={3} />
        <FieldGroup legend={words.papers} hint={words.papersHint}>
          <TextField field={told(fields.pressCardNo)} label={press.fields.pressCardNo} />
          <TextField
            field={fields.pressCardUntilDay}
            label={press.fields.pressCardUntil}
            type="date"
          />
          <TextField field={told(fields.introLetterNo)} label={press.fields.introLetterNo} />
          <TextField
            field={fields.introLetterUntilDay}
            label={press.fields.introLetterUntil}
            type="date"
          />
          <TextField
            field={fields.introLetterFor}
            label={words.letterFor}
            hint={words.letterForHint}
          />
        </FieldGroup>
        <div>
          <Button>{common.save}</Button>
        </div>
      </HouseForm>
      <div className="mt-8">
        <Card title={words.foreign}>
          <p className="mb-2 max-w-[70ch]">{words.foreignLead}</p>
          <LinkTo to={paths.portal.foreign(own)} className="inline-flex min-h-11 items-center">
            {words.foreignLink}
          </LinkTo>
        </Card>
      </div>
    </>
  );
}
