/** What comes of mail that came in; `about` is the mail, or the meeting whose letter came back. */
export type InboundDeed =
  | {
      act: "answer.by-calendar";
      particulars: { name: string; reply: string; trust: string; outcome: string };
    }
  | { act: "letter.returned"; particulars: { name: string; to: string; words: string } }
  | { act: "inbound.taken"; particulars: { name: string; reply: string } }
  | { act: "inbound.asked"; particulars: { number: string } }
  | { act: "inbound.dismissed"; particulars: { from: string; reason: string } };
