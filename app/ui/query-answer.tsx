import { useMessages } from "#app/i18n/use-messages.ts";
import type { Moment, Row } from "#db/tables.ts";
import { Facts } from "./card.tsx";
import { TimeText } from "./time.tsx";

type Answer = Pick<
  Row<"queryAnswer">,
  "kind" | "text" | "ground" | "legalRef" | "speakerName" | "speakerPosition" | "speakerCapacity"
> & { sentAt: Moment; nextAt?: Moment | null };

/** What was said under somebody's name: a first word, an answer, a refusal with its ground. */
export function AnswerText({ answer, level = 3 }: { answer: Answer; level?: 2 | 3 }) {
  const { queryLetters: letters, policies, spokespersons } = useMessages();
  const Heading = `h${level}` as const;
  const { kind, text, ground, legalRef, nextAt, sentAt } = answer;
  const capacity = spokespersons.capacity[answer.speakerCapacity];
  return (
    <article>
      <Heading className="mb-2 text-lg">
        {letters[kind].heading}
        <span className="block text-sm font-normal text-soft">
          <TimeText at={sentAt} />
        </span>
      </Heading>
      <p className="mb-3 whitespace-pre-line wrap-anywhere">{text}</p>
      <Facts
        facts={[
          [letters.speaks, `${answer.speakerName}, ${answer.speakerPosition} (${capacity})`],
          [letters.ground, ground && (policies.choices[ground] ?? ground)],
          [
            letters.legalRef,
            legalRef && (
              <span key="ref" lang="vi">
                {legalRef}
              </span>
            ),
          ],
          [letters.nextAt, nextAt && <TimeText key="next" at={nextAt} />],
        ]}
      />
    </article>
  );
}
