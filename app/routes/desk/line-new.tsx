import type { ActionFunctionArgs, LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { now, today } from "#app/clock.ts";
import { db } from "#app/db.server.ts";
import { writeLine } from "#app/domain/queries/lines.server.ts";
import { requireOfficer } from "#app/http/guards.server.ts";
import { lineSent } from "#app/http/line-sent.server.ts";
import { languageOf, messagesIn } from "#app/i18n/messages.ts";
import { useMessages } from "#app/i18n/use-messages.ts";
import { paths } from "#app/paths.ts";
import { LineForm } from "#app/ui/line-form.tsx";
import { LinkTo } from "#app/ui/link.tsx";
import { PageTitle } from "#app/ui/page-title.tsx";

export async function loader({ request }: LoaderFunctionArgs) {
  await requireOfficer(request);
  return { day: today() };
}

export async function action({ request }: ActionFunctionArgs) {
  const officer = await requireOfficer(request);
  const { agencyId } = officer;
  if (!agencyId) throw new Response(null, { status: 403 });
  return lineSent(request, (details) =>
    writeLine(db, { id: agencyId }, details, { by: officer, at: now() }),
  );
}

export const meta: MetaFunction = ({ location }) => {
  const words = messagesIn(languageOf(location.pathname));
  return [{ title: `${words.linesToTake.new} · ${words.common.product}` }];
};

export default function LineNew() {
  const { day } = useLoaderData<typeof loader>();
  const words = useMessages().linesToTake;
  const blank = { topic: "", question: "", answer: "", untilDay: "" };
  return (
    <>
      <PageTitle above={<LinkTo to={paths.desk.lines()}>{words.title}</LinkTo>}>
        {words.new}
      </PageTitle>
      <LineForm
        line={{ ...blank, fromDay: day, edition: 0 }}
        figures={[]}
        answered={useActionData<typeof action>()}
      />
    </>
  );
}
