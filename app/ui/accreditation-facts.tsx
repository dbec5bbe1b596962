import type { Standing } from "#app/domain/portal/accreditation.ts";
import { useMessages } from "#app/i18n/use-messages.ts";
import type { Row } from "#db/tables.ts";
import { Badge, type BadgeTone } from "./badge.tsx";
import { Card, Facts } from "./card.tsx";
import { TimeText } from "./time.tsx";

const TONES: Record<Standing, BadgeTone> = {
  pending: "due",
  "pending-approval": "due",
  approved: "done",
  limited: "done",
  waiting: "calm",
  refused: "late",
  objected: "due",
  upheld: "plain",
  changed: "done",
};

export function StandingBadge({ standing }: { standing: Standing }) {
  return (
    <Badge tone={TONES[standing]}>{useMessages().portal.accreditation.standings[standing]}</Badge>
  );
}

type Decided = Pick<
  Row<"accreditation">,
  | "purpose"
  | "requestedAt"
  | "decision"
  | "limits"
  | "ground"
  | "legalRef"
  | "groundVerifiedBy"
  | "reason"
  | "decidedAt"
  | "decidedByName"
  | "objectedAt"
  | "objection"
  | "review"
  | "reviewText"
  | "reviewedAt"
  | "reviewedByName"
> & { standing: Standing };

/** A request for admission from its sending to what came of it, the same for its owner and for the desk. */
export function AccreditationFacts({ accreditation: one }: { accreditation: Decided }) {
  const { portal, policies } = useMessages();
  const words = portal.accreditation;
  return (
    <>
      <Card>
        <Facts
          facts={[
            [words.state, <StandingBadge key="state" standing={one.standing} />],
            [words.purpose, <Text key="purpose">{one.purpose}</Text>],
            [words.requested, <TimeText key="requested" at={one.requestedAt} />],
            [
              words.decision,
              one.decision && (
                <>
                  {words.standings[one.decision]}
                  {one.decidedAt && (
                    <span className="block text-sm text-soft">
                      <TimeText at={one.decidedAt} />, {one.decidedByName}
                    </span>
                  )}
                </>
              ),
            ],
            [words.limits, one.limits && <Text>{one.limits}</Text>],
            [
              words.ground,
              one.ground && (
                <>
                  {policies.choices[one.ground] ?? one.ground}
                  <span lang="vi" className="block text-sm text-soft">
                    {one.legalRef}
                  </span>
                  {!one.groundVerifiedBy && <Badge tone="due">{policies.unverified}</Badge>}
                </>
              ),
            ],
            [words.reason, one.reason && <Text>{one.reason}</Text>],
          ]}
        />
      </Card>
      {one.objectedAt && (
        <Card title={words.objection}>
          <Facts
            facts={[
              [words.requested, <TimeText key="at" at={one.objectedAt} />],
              [words.objection, <Text key="text">{one.objection}</Text>],
              [
                words.review,
                one.review && one.reviewedAt && (
                  <>
                    {words.standings[one.review]}
                    <span className="block text-sm text-soft">
                      <TimeText at={one.reviewedAt} />, {one.reviewedByName}
                    </span>
                    <Text>{one.reviewText}</Text>
                  </>
                ),
              ],
            ]}
          />
        </Card>
      )}
    </>
  );
}

function Text({ children }: { children: string | null }) {
  return <span className="whitespace-pre-line wrap-anywhere">{children}</span>;
}
