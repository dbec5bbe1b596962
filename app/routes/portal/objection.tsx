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
import { ObjectionForm } from "#app/domain/portal/accreditation.ts";
import { findOwnAccreditation } from "#app/domain/portal/accreditations.server.ts";
import { objectTo } from "#app/domain/portal/objections.server.ts";
import { requireVisitor } from "#app/http/portal.server.ts";
import { PRIVATE_PAGE } from "#app/http/private-page.ts";
import { goTo, notFound } from "#app/http/responses.ts";
import { languageOf, messagesFor, messagesIn } from "#app/i18n/messages.ts";
import { useMessages } from "#app/i18n/use-messages.ts";
import { paths } from "#app/paths.ts";
import { AccreditationFacts } from "#app/ui/accreditation-facts.tsx";
import { Button } from "#app/ui/button.tsx";
import { HouseForm, TextArea, useHouseForm } from "#app/ui/form.tsx";
import { LinkTo } from "#app/ui/link.tsx";
import { Notice } from "#app/ui/notice.tsx";
import { PageTitle } from "#app/ui/page-title.tsx";

export const headers = () => PRIVATE_PAGE;

export async function loader({ params, request }: LoaderFunctionArgs) {
  const visitor = await requireVisitor(request);
  const found = await findOwnAccreditation(db, visitor, params.accreditation ?? "");
  return { accreditation: found ?? notFound() };
}

export async function action({ params, request }: ActionFunctionArgs) {
  const visitor = await requireVisitor(request);
  const found = await findOwnAccreditation(db, visitor, params.accreditation ?? "");
  const { id } = found ?? notFound();
  const submission = parseWithZod(await request.formData(), { schema: ObjectionForm });
  if (submission.status !== "success") return data(submission.reply(), { status: 400 });
  const objected = await objectTo(db, visitor, id, submission.value.objection, now());
  if (!objected.ok) {
    const formErrors = [messagesFor(request).portal.accreditation.problems[objected.reason]];
    return data(submission.reply({ formErrors }), { status: 409 });
  }
  return goTo(request, paths.portal.accreditation({ id }, { done: "objection" }));
}

export const meta: MetaFunction = ({ location }) => {
  const words = messagesIn(languageOf(location.pathname));
  return [{ title: `${words.portal.accreditation.object} · ${words.common.product}` }];
};

export default function Objection() {
  const { accreditation } = useLoaderData<typeof loader>();
  const words = useMessages().portal.accreditation;
  const [form, fields] = useHouseForm(ObjectionForm, {
    id: "objection",
    lastResult: useActionData<typeof action>(),
  });
  return (
    <>
      <PageTitle
        above={
          <LinkTo to={paths.portal.accreditation(accreditation)}>
            {accreditation.subject ?? words.everyMeeting}
          </LinkTo>
        }
      >
        {words.object}
      </PageTitle>
      <AccreditationFacts accreditation={accreditation} />
      {accreditation.mayObject ? (
        <HouseForm form={form}>
          <TextArea
            field={fields.objection}
            label={words.objection}
            hint={words.objectionHint}
            rows={6}
          />
          <div>
            <Button>{words.submitObjection}</Button>
          </div>
        </HouseForm>
      ) : (
        <Notice tone="warning">{words.problems["may-not-object"]}</Notice>
      )}
    </>
  );
}
