type Numbered = { number: string };
type OfRound = Numbered & { round: number };

/** What is done on cases about what the press published wrong. */
export type PressCorrectionDeed =
  | { act: "correction-case.opened"; particulars: Numbered & { outlet: string; title: string } }
  | { act: "correction-case.changed"; particulars: Numbered & { changed: string[] } }
  | { act: "correction-case.evidence-added"; particulars: Numbered & { note: string } }
  | { act: "correction-case.evidence-removed"; particulars: Numbered & { note: string } }
  | { act: "correction-case.feedback-drafted"; particulars: OfRound }
  | { act: "correction-case.feedback-changed"; particulars: OfRound }
  | {
      act: "correction-case.feedback-sent";
      particulars: OfRound & { letterNo: string; how: string };
    }
  | { act: "correction-case.answered"; particulars: OfRound & { answer: string } }
  | { act: "correction-case.closed"; particulars: Numbered & { outcome: string; reason: string } }
  | { act: "correction-case.published"; particulars: Numbered & { name: string } }
  | {
      act: "correction-case.moved";
      particulars: Numbered & { before: string; from: string; to: string };
    };
