/** What is done in the journalists' room, and about it at the desk. Requests about data name nobody. */
export type PortalDeed =
  | { act: "journalist.changed-self"; particulars: { name: string; changed: string[] } }
  | { act: "journalist.foreign-paper-told"; particulars: { name: string; kind: string } }
  | { act: "accreditation.requested"; particulars: { name: string } }
  | {
      act: "accreditation.decided";
      particulars: { name: string; decision: string; ground: string | null };
    }
  | {
      act: "accreditation.approval-recorded";
      particulars: { name: string; approval: string; number: string | null };
    }
  | { act: "accreditation.objected"; particulars: { name: string } }
  | { act: "accreditation.reviewed"; particulars: { name: string; review: string } }
  | { act: "data.requested"; particulars: { kind: string } }
  | {
      act: "data.answered";
      particulars: { kind: string; outcome: string; ground: string | null };
    }
  | { act: "data.carried-out"; particulars: { kind: string } };
