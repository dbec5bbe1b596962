import {
  isInParts,
  PARTS,
  type Statement,
  type StatementPhase,
} from "#app/domain/statements/statement.ts";
import { useMessages } from "#app/i18n/use-messages.ts";
import { Badge, type BadgeTone } from "./badge.tsx";
import { FormattedText } from "./formatted-text.tsx";
import { TimeText } from "./time.tsx";

type Text = Pick<
  Statement,
  "title" | "body" | "known" | "unknown" | "doing" | "nextUpdateAt" | "language"
>;

/** A statement as it reads, formatted or part by part; its own language is told to whoever reads aloud. */
export function StatementText({ statement, level = 3 }: { statement: Text; level?: 2 | 3 }) {
  const { parts } = useMessages().statements;
  const Heading = `h${level}` as const;
  if (!isInParts(statement))
    return (
      <div className="mb-5 max-w-[70ch]">
        <FormattedText source={statement.body} level={level} language={statement.language} />
      </div>
    );
  return (
    <div className="max-w-[70ch]">
      {PARTS.filter((part) => statement[part]).map((part) => (
        <section key={part} className="mb-5">
          <Heading className="mb-1 text-lg">{parts[part]}</Heading>
          <p lang={statement.language} className="whitespace-pre-line wrap-anywhere">
            {statement[part]}
          </p>
        </section>
      ))}
      {statement.nextUpdateAt && (
        <p className="mb-5 font-semibold">
          {parts.nextUpdateAt}: <TimeText at={statement.nextUpdateAt} />
        </p>
      )}
    </div>
  );
}

/** Who says it: name, position, and in which capacity. */
export function SpeakerLine({
  statement,
}: {
  statement: Pick<
    Statement,
    "speakerName" | "speakerPosition" | "speakerCapacity" | "speakerMatter"
  >;
}) {
  const { statements: words, spokespersons } = useMessages();
  const { speakerName, speakerPosition, speakerCapacity, speakerMatter } = statement;
  const capacity = [
    spokespersons.capacity[speakerCapacity].toLowerCase(),
    speakerMatter && words.authorisedFor(speakerMatter),
  ];
  return (
    <>{words.speakerLine(speakerName, speakerPosition, capacity.filter(Boolean).join("; "))}</>
  );
}

const TONES: Record<StatementPhase, BadgeTone> = {
  draft: "plain",
  approved: "due",
  scheduled: "due",
  published: "done",
  withdrawn: "plain",
};

/** How far a statement has come, in a word. */
export function StatementBadge({ phase }: { phase: StatementPhase }) {
  return <Badge tone={TONES[phase]}>{useMessages().statements.phases[phase]}</Badge>;
}
