/** What is done about the letters that are written by rule. */
export type ReminderDeed =
  | { act: "reminders.sent"; particulars: { subject: string; rule: string; letters: number } }
  | {
      act: "reminders.stopped";
      particulars: { subject: string; rule: string | null; name: string | null };
    }
  | {
      act: "reminders.resumed";
      particulars: { subject: string; rule: string | null; name: string | null };
    }
  | {
      act: "reminder-rules.set";
      particulars: {
        kind: string;
        scope: string;
        reminderHours: number | null;
        lastHours: number | null;
        decisionHours: number | null;
        thanks: number;
        quietFrom: string;
        quietUntil: string;
        answerTime: string;
      };
    }
  | { act: "reminder-rules.ended"; particulars: { kind: string; scope: string } };
