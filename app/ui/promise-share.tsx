import type { Share } from "#app/domain/questions/promise.ts";
import { useMessages } from "#app/i18n/use-messages.ts";
import { Card, Facts } from "./card.tsx";

/** How what was promised to the press was kept, at a meeting and by the agency, each share with what it is a part of. */
export function PromiseShare({ ofMeeting, ofAgency }: { ofMeeting?: Share; ofAgency?: Share }) {
  const words = useMessages().questions.site;
  if (!ofMeeting && !ofAgency) return null;
  return (
    <Card title={words.shareTitle}>
      <Facts
        facts={[
          [words.ofMeeting, ofMeeting && words.share(ofMeeting)],
          [words.ofAgency, ofAgency && words.share(ofAgency)],
        ]}
      />
    </Card>
  );
}
