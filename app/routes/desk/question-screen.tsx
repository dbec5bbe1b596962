import type { LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { useLoaderData, useRevalidator } from "@remix-run/react";
import { useEffect } from "react";
import { now } from "#app/clock.ts";
import { db } from "#app/db.server.ts";
import { findMeetingFor } from "#app/domain/meetings/meetings.server.ts";
import { questionsInTurn } from "#app/domain/questions/questions.server.ts";
import { requireOfficer } from "#app/http/guards.server.ts";
import { notFound } from "#app/http/responses.ts";
import { languageOf, messagesIn } from "#app/i18n/messages.ts";
import { useMessages } from "#app/i18n/use-messages.ts";
import { paths } from "#app/paths.ts";
import { LinkTo } from "#app/ui/link.tsx";

/** For the projector: a page of its own that keeps itself up to date. */
export const handle = { hydrated: true };

const NEXT = 5;

/** What the room sees: outlets and numbers, nobody's name, and no question before it is asked aloud. */
export async function loader({ params, request }: LoaderFunctionArgs) {
  const officer = await requireOfficer(request);
  const meeting = (await findMeetingFor(db, officer, params.meeting ?? "")) ?? notFound();
  const { order, asked, waiting, done } = await questionsInTurn(db, meeting, now());
  const named = ({ id, number, outletName, remote }: (typeof waiting)[number]) => ({
    ...{ id, number, outletName, remote: remote === 1 },
  });
  const { id, subject } = meeting;
  return {
    meeting: { id, subject },
    rule: order.rule,
    asked: asked.map((question) => ({ ...named(question), text: question.text })),
    next: waiting.slice(0, NEXT).map(named),
    counts: {
      waiting: waiting.length,
      answered: done.filter(({ state }) => state === "answered").length,
      open: done.filter(({ state }) => state === "open").length,
    },
  };
}

export const meta: MetaFunction<typeof loader> = ({ data, location }) => {
  const words = messagesIn(languageOf(location.pathname));
  return [
    { title: `${words.questions.title} · ${data?.meeting.subject ?? ""}` },
    { name: "robots", content: "noindex" },
  ];
};

const LOOK_EVERY = 3000;

export default function QuestionScreen() {
  const { meeting, rule, asked, next, counts } = useLoaderData<typeof loader>();
  const words = useMessages().questions;
  const { revalidate, state } = useRevalidator();
  const [first, ...later] = next;

  useEffect(() => {
    if (state !== "idle") return;
    const timer = setTimeout(revalidate, LOOK_EVERY);
    return () => clearTimeout(timer);
  }, [state, revalidate]);

  return (
    <main id="content" className="flex min-h-screen flex-col gap-6 p-6 text-2xl lg:p-10">
      <noscript>
        <meta httpEquiv="refresh" content="5" />
      </noscript>
      <header className="flex flex-wrap items-baseline justify-between gap-x-8 gap-y-2">
        <h1 className="text-3xl lg:text-4xl">{meeting.subject}</h1>
        <p className="text-xl text-soft">
          {words.order.is}: {words.rules[rule]}
        </p>
      </header>
      <section
        aria-label={words.room.now}
        aria-live="polite"
        className="grow rounded-md border-s-8 border-accent bg-sheet p-6 lg:p-8"
      >
        <h2 className="mb-3 text-2xl text-soft">{words.room.now}</h2>
        {asked.length === 0 && <p className="text-3xl">{words.room.noneNow}</p>}
        {asked.map((question) => (
          <div key={question.id} className="mb-6 wrap-anywhere">
            <p className="text-3xl font-semibold lg:text-5xl">
              <Whose {...question} />
            </p>
            <p className="mt-3 text-3xl leading-snug whitespace-pre-line lg:text-4xl">
              {question.text}
            </p>
          </div>
        ))}
      </section>
      <section aria-label={words.room.next}>
        <h2 className="mb-2 text-2xl text-soft">{words.room.next}</h2>
        {first ? (
          <p className="text-3xl font-semibold lg:text-4xl">
            <Whose {...first} />
          </p>
        ) : (
          <p>{words.room.nobody}</p>
        )}
        {later.length > 0 && (
          <ol className="mt-3 flex flex-wrap gap-x-8 gap-y-2 text-soft">
            {later.map((question) => (
              <li key={question.id}>
                <Whose {...question} />
              </li>
            ))}
          </ol>
        )}
      </section>
      <footer className="flex flex-wrap items-baseline justify-between gap-x-8 gap-y-2 border-t border-line pt-3 text-xl text-soft">
        <p>
          {[
            words.room.waiting(counts.waiting),
            words.room.answered(counts.answered),
            words.room.open(counts.open),
          ].join(" · ")}
        </p>
        <p className="max-w-[60ch] text-base">{words.order.equal}</p>
        <LinkTo to={paths.desk.questions(meeting)} className="text-base">
          {words.title}
        </LinkTo>
      </footer>
    </main>
  );
}

function Whose({
  number,
  outletName,
  remote,
}: {
  number: number;
  outletName: string | null;
  remote: boolean;
}) {
  const words = useMessages().questions.room;
  const whose = outletName ?? words.noOutlet;
  return (
    <>
      {words.number(number)} · {whose}
      {remote && ` (${words.remote})`}
    </>
  );
}
