import { parseWithZod } from "@conform-to/zod/v4";
import {
  type ActionFunctionArgs,
  data,
  type LoaderFunctionArgs,
  type MetaFunction,
} from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { signedNow } from "#app/clock.ts";
import { db } from "#app/db.server.ts";
import {
  letterLanguageOf,
  setLetterLanguage,
} from "#app/domain/accounts/letter-language.server.ts";
import { LetterLanguageForm } from "#app/domain/accounts/letter-language-form.ts";
import { goToSaying } from "#app/http/flash.server.ts";
import { requireOfficer } from "#app/http/guards.server.ts";
import { languageOf, messagesFor, messagesIn } from "#app/i18n/messages.ts";
import { useMessages } from "#app/i18n/use-messages.ts";
import { paths } from "#app/paths.ts";
import { Button, ButtonLink } from "#app/ui/button.tsx";
import { HouseForm, SelectField, useHouseForm } from "#app/ui/form.tsx";
import { LinkTo } from "#app/ui/link.tsx";
import { PageTitle } from "#app/ui/page-title.tsx";

export async function loader({ request }: LoaderFunctionArgs) {
  const officer = await requireOfficer(request);
  return { language: await letterLanguageOf(db, officer) };
}

/** Sets the language of the letters to oneself. */
export async function action({ request }: ActionFunctionArgs) {
  const officer = await requireOfficer(request);
  const submission = parseWithZod(await request.formData(), { schema: LetterLanguageForm });
  if (submission.status !== "success") return data(submission.reply(), { status: 400 });
  await setLetterLanguage(db, officer, submission.value.language, signedNow(officer));
  return goToSaying(request, paths.desk.account(), messagesFor(request).letterLanguage.saved);
}

export const meta: MetaFunction = ({ location }) => {
  const words = messagesIn(languageOf(location.pathname));
  return [{ title: `${words.letterLanguage.title} · ${words.common.product}` }];
};

export default function LetterLanguage() {
  const { language } = useLoaderData<typeof loader>();
  const { accounts, common, letterLanguage: words } = useMessages();
  const [form, fields] = useHouseForm(LetterLanguageForm, {
    id: "letter-language",
    lastResult: useActionData<typeof action>(),
    defaultValue: { language },
  });
  return (
    <>
      <PageTitle
        above={<LinkTo to={paths.desk.account()}>{accounts.own.title}</LinkTo>}
        lead={words.lead}
      >
        {words.title}
      </PageTitle>
      <HouseForm form={form}>
        <SelectField
          field={fields.language}
          label={words.field}
          options={(["vi", "en"] as const).map((value) => ({ value, label: words.names[value] }))}
        />
        <div className="flex flex-wrap gap-2">
          <Button>{words.save}</Button>
          <ButtonLink to={paths.desk.account()}>{common.cancel}</ButtonLink>
        </div>
      </HouseForm>
    </>
  );
}
