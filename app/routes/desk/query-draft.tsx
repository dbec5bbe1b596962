import { parseWithZod } from "@conform-to/zod/v4";
import {
  type ActionFunctionArgs,
  data,
  type LoaderFunctionArgs,
  type MetaFunction,
} from "@remix-run/node";
import { Form, useActionData, useLoaderData } from "@remix-run/react";
import { now } from "#app/clock.ts";
import { db } from "#app/db.server.ts";
import { speakerChoices } from "#app/domain/meetings/speaker-choice.ts";
import { putTogether } from "#app/domain/meetings/two-versions.ts";
import { draftsOf, lockOf, newestDraft, saveDraft } from "#app/domain/queries/drafts.server.ts";
import { figuresOf } from "#app/domain/queries/figure.ts";
import { readFigures } from "#app/domain/queries/figure-form.ts";
import { DraftForm } from "#app/domain/queries/query-form.ts";
import { speakersOf } from "#app/domain/spokespersons/speakers.server.ts";
import { goToSaying } from "#app/http/flash.server.ts";
import { refusalSentences, requireOwnQuery } from "#app/http/own-query.server.ts";
import { shortTime } from "#app/i18n/dates.ts";
import { languageOf, messagesFor, messagesIn } from "#app/i18n/messages.ts";
import { useLocalised, useMessages } from "#app/i18n/use-messages.ts";
import { paths } from "#app/paths.ts";
import { SendButton } from "#app/ui/button.tsx";
import { Card } from "#app/ui/card.tsx";
import { FigureRows } from "#app/ui/figure-rows.tsx";
import { HouseForm, TextArea, useHouseForm } from "#app/ui/form.tsx";
import { Notice } from "#app/ui/notice.tsx";
import { QueryStep, StepButtons } from "#app/ui/query-step.tsx";
import { SpeakerField } from "#app/ui/speaker-field.tsx";

export async function loader({ params, request }: LoaderFunctionArgs) {
  const { officer, query, named } = await requireOwnQuery(request, params);
  const at = now();
  const [draft, speakers] = await Promise.all([
    newestDraft(db, query),
    speakersOf(db, { id: query.agencyId }, at),
  ]);
  const lock = lockOf(query, at);
  return {
    query: { ...named, text: query.text },
    version: draft?.version ?? 0,
    draft: draft ? { text: draft.text, speakerId: draft.speakerId } : null,
    figures: draft ? figuresOf(draft) : [],
    speakers: speakerChoices(speakers),
    lock: lock ? { ...lock, mine: lock.by === officer.id } : null,
  };
}

export async function action({ params, request }: ActionFunctionArgs) {
  const { officer, query } = await requireOwnQuery(request, params);
  const sent = await request.formData();
  const submission = parseWithZod(sent, { schema: DraftForm });
  const read = readFigures(sent);
  const again = { typed: read.typed, incomplete: !read.ok, two: null };
  if (submission.status !== "success")
    return data({ ...again, result: submission.reply() }, { status: 400 });
  if (!read.ok) {
    const formErrors = [messagesFor(request).queryDesk.draft.incomplete];
    return data({ ...again, result: submission.reply({ formErrors }) }, { status: 400 });
  }
  const { text, speakerId = null, after } = submission.value;
  const drafted = { text, speakerId, figures: read.figures };
  const outcome = await saveDraft(db, query, drafted, after, { by: officer, at: now() });
  if (outcome.ok) {
    const { done } = messagesFor(request).queryDesk.draft;
    return goToSaying(request, paths.desk.query(query), done(outcome.version));
  }
  const two =
    outcome.reason === "changed-meanwhile" ? await twoVersions(query, { text, after }) : null;
  const formErrors = refusalSentences(request, outcome);
  const result = two
    ? { ...submission.reply({ formErrors }), initialValue: { text: two.merged, speakerId } }
    : submission.reply({ formErrors });
  return data({ ...again, two, result }, { status: 409 });
}

/** What this officer wrote, beside what another has saved since: what only the other changed is taken over. */
async function twoVersions(query: { id: string }, mine: { text: string; after: number }) {
  const drafts = await draftsOf(db, query);
  const saved = drafts.at(-1);
  const base = drafts.find(({ version }) => version === mine.after);
  const { merged } = putTogether(
    { text: base?.text ?? "" },
    { text: mine.text },
    { text: saved?.text ?? "" },
  );
  return {
    ...{ merged: merged.text ?? mine.text, saved: saved?.text ?? "" },
    ...{ by: saved?.byName ?? "", version: saved?.version ?? 0 },
  };
}

export const meta: MetaFunction = ({ location }) => {
  const words = messagesIn(languageOf(location.pathname));
  return [{ title: `${words.queryDesk.draft.title} · ${words.common.product}` }];
};

export default function QueryDraft() {
  const { query, version, draft, figures, speakers, lock } = useLoaderData<typeof loader>();
  const answered = useActionData<typeof action>();
  const { queries: words, queryDesk } = useMessages();
  const says = queryDesk.draft;
  const to = useLocalised();
  const two = answered?.two;
  const recommended = speakers.find((one) => one.recommended)?.personId;
  const [form, fields] = useHouseForm(DraftForm, {
    id: "draft",
    lastResult: answered?.result,
    defaultValue: {
      text: draft?.text ?? "",
      speakerId: draft?.speakerId ?? recommended,
    },
  });
  return (
    <QueryStep query={query} title={says.title} lead={says.lead}>
      {lock && !lock.mine && (
        <Notice tone="warning">{words.page.lockedBy(lock.name, shortTime(lock.until))}</Notice>
      )}
      {!lock && (
        <Notice>
          <p className="mb-2">{says.notLocked}</p>
          <Form method="post" action={to(paths.desk.queryLock(query))}>
            <SendButton tone="plain">{says.start}</SendButton>
          </Form>
        </Notice>
      )}
      <Card title={words.page.question}>
        <p className="whitespace-pre-line wrap-anywhere">{query.text || query.title}</p>
      </Card>
      {two && (
        <Notice tone="warning" title={says.two}>
          <p>{says.twoLead(two.by)}</p>
          <h2 className="mt-2 text-lg">{says.theirs}</h2>
          <p className="whitespace-pre-line wrap-anywhere">{two.saved}</p>
        </Notice>
      )}
      <HouseForm form={form} wide>
        <input type="hidden" name={fields.after.name} value={two?.version ?? version} />
        <TextArea field={fields.text} label={words.fields.answer} rows={12} />
        <SpeakerField field={fields.speakerId} label={words.fields.speaker} speakers={speakers} />
        <FigureRows
          figures={answered?.typed ?? figures}
          incomplete={answered?.incomplete ?? false}
        />
        <StepButtons query={query} submit={says.save} />
      </HouseForm>
    </QueryStep>
  );
}
