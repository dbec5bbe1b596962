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
import { readAreas } from "#app/domain/press/areas.server.ts";
import { JournalistForm, readJournalist, sentencesOf } from "#app/domain/press/journalist-form.ts";
import { listJournalist } from "#app/domain/press/journalists.server.ts";
import { listOutletsFor } from "#app/domain/press/outlets.server.ts";
import { goToSaying } from "#app/http/flash.server.ts";
import { requireOfficer } from "#app/http/guards.server.ts";
import { provinceShown, requireProvince } from "#app/http/press-province.server.ts";
import { languageOf, messagesFor, messagesIn } from "#app/i18n/messages.ts";
import { useMessages } from "#app/i18n/use-messages.ts";
import { paths } from "#app/paths.ts";
import { Button } from "#app/ui/button.tsx";
import { HouseForm, useHouseForm } from "#app/ui/form.tsx";
import { JournalistFields } from "#app/ui/journalist-fields.tsx";
import { LinkTo } from "#app/ui/link.tsx";
import { PageTitle } from "#app/ui/page-title.tsx";
import { ProvinceChoice } from "#app/ui/province.tsx";

export async function loader({ request }: LoaderFunctionArgs) {
  const officer = await requireOfficer(request);
  const { province, provinces } = await provinceShown(officer, request);
  const outlets = province ? await listOutletsFor(db, officer, province.id) : [];
  return { province, provinces, outlets };
}

export async function action({ request }: ActionFunctionArgs) {
  const officer = await requireOfficer(request);
  const province = await requireProvince(officer, request);
  const submission = parseWithZod(await request.formData(), { schema: JournalistForm });
  if (submission.status !== "success") return data(submission.reply(), { status: 400 });
  const words = messagesFor(request);
  const read = readJournalist(submission.value, today());
  if (!read.ok) {
    const fieldErrors = sentencesOf(words, read.problems);
    return data(submission.reply({ fieldErrors }), { status: 400 });
  }

  const areas = await readAreas(db, province.id, submission.value.areas ?? "");
  if (areas.unknown.length > 0) {
    const fieldErrors = { areas: [words.pressAreas.unknown(areas.unknown.join("; "))] };
    return data(submission.reply({ fieldErrors }), { status: 400 });
  }
  const details = { ...read.details, areaIds: areas.ids };
  const listed = await listJournalist(db, province.id, details, { by: officer, at: now() });
  if (!listed.ok) {
    const formErrors = [words.press.problems[listed.reason]];
    return data(submission.reply({ formErrors }), { status: 409 });
  }
  const sentence = words.press.journalist.listed(details.name);
  return goToSaying(request, paths.desk.journalist(listed), sentence);
}

export const meta: MetaFunction = ({ location }) => {
  const words = messagesIn(languageOf(location.pathname));
  return [{ title: `${words.press.journalist.newTitle} · ${words.common.product}` }];
};

export default function JournalistNew() {
  const { province, provinces, outlets } = useLoaderData<typeof loader>();
  const chosen = provinces.length > 0 ? province?.id : undefined;
  const words = useMessages();
  const [form, fields] = useHouseForm(JournalistForm, {
    id: "journalist",
    lastResult: useActionData<typeof action>(),
    defaultValue: { language: "vi" },
  });
  return (
    <>
      <PageTitle
        above={
          <LinkTo to={paths.desk.journalists({ province: chosen })}>
            {words.press.journalists.title}
          </LinkTo>
        }
        lead={words.press.journalist.newLead}
      >
        {words.press.journalist.newTitle}
      </PageTitle>
      <ProvinceChoice provinces={provinces} chosen={province} />
      {province && (
        <HouseForm form={form}>
          <JournalistFields fields={fields} outlets={outlets} />
          <div>
            <Button>{words.common.save}</Button>
          </div>
        </HouseForm>
      )}
    </>
  );
}
