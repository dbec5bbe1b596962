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
import { askForAddress } from "#app/domain/portal/links.server.ts";
import { AddressForm } from "#app/domain/portal/profile-form.ts";
import { mayTry } from "#app/http/limits.server.ts";
import { requireProof } from "#app/http/portal.server.ts";
import { PRIVATE_PAGE } from "#app/http/private-page.ts";
import { goTo } from "#app/http/responses.ts";
import { languageOf, messagesFor, messagesIn } from "#app/i18n/messages.ts";
import { useMessages } from "#app/i18n/use-messages.ts";
import { paths } from "#app/paths.ts";
import { Button } from "#app/ui/button.tsx";
import { HouseForm, TextField, useHouseForm } from "#app/ui/form.tsx";
import { PageTitle } from "#app/ui/page-title.tsx";

export const headers = () => PRIVATE_PAGE;

export async function loader({ request }: LoaderFunctionArgs) {
  const { email } = await requireProof(request);
  return { email };
}

/** Nothing changes yet: only whoever reads the new address's letters can say that it is theirs. */
export async function action({ request, context }: ActionFunctionArgs) {
  const visitor = await requireProof(request);
  const submission = parseWithZod(await request.formData(), { schema: AddressForm });
  if (submission.status !== "success") return data(submission.reply(), { status: 400 });
  const { email } = submission.value;
  const tries = await Promise.all([
    mayTry("portalLink", context.address),
    mayTry("portalLinkOf", email),
  ]);
  if (!tries.every(Boolean)) {
    const formErrors = [messagesFor(request).portal.signIn.tooMany];
    return data(submission.reply({ formErrors }), { status: 429 });
  }
  const language = languageOf(new URL(request.url).pathname);
  await askForAddress(db, visitor, email, { language, at: now() });
  return goTo(request, paths.portal.home({ done: "address-asked" }));
}

export const meta: MetaFunction = ({ location }) => {
  const words = messagesIn(languageOf(location.pathname));
  return [{ title: `${words.portal.address.title} · ${words.common.product}` }];
};

export default function Address() {
  const { email } = useLoaderData<typeof loader>();
  const words = useMessages().portal.address;
  const [form, fields] = useHouseForm(AddressForm, {
    id: "address",
    lastResult: useActionData<typeof action>(),
  });
  return (
    <>
      <PageTitle lead={<span className="wrap-anywhere">{words.lead(email)}</span>}>
        {words.title}
      </PageTitle>
      <HouseForm form={form}>
        <TextField field={fields.email} label={words.email} type="email" autoComplete="email" />
        <div>
          <Button>{words.submit}</Button>
        </div>
      </HouseForm>
    </>
  );
}
