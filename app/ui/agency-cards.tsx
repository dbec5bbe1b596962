import type { AgencyKind } from "#app/domain/agencies/agency.ts";
import { publicPage } from "#app/domain/agencies/agency.ts";
import type { Channel } from "#app/domain/agencies/channels.server.ts";
import type { Document } from "#app/domain/documents/document.ts";
import type { Regulation } from "#app/domain/regulations/regulations.server.ts";
import type { Speaker } from "#app/domain/spokespersons/speaker.ts";
import { shortDay } from "#app/i18n/dates.ts";
import { useMessages } from "#app/i18n/use-messages.ts";
import type { Day } from "#db/tables.ts";
import { useNames } from "./area-name.ts";
import { Card } from "./card.tsx";
import { ChannelList } from "./channel-list.tsx";
import { DocumentLink } from "./document-link.tsx";
import { LinkTo } from "./link.tsx";
import { Notice } from "./notice.tsx";
import { RegulationLine } from "./regulation.tsx";
import { SpeakerLine } from "./spokesperson-card.tsx";

/** What an agency publishes about itself beside its spokespersons: official channels, regulation. Nothing where there is nothing. */
export function AgencyPublishes({
  channels,
  regulation,
}: {
  channels: Channel[];
  regulation: Regulation | null;
}) {
  const words = useMessages().agencies;
  return (
    <>
      {channels.length > 0 && (
        <Card title={words.channels.title}>
          <ChannelList channels={channels} />
        </Card>
      )}
      {regulation && (
        <Card title={words.regulation.title}>
          <RegulationLine regulation={regulation} />
        </Card>
      )}
    </>
  );
}

export interface Linked {
  id: string;
  kind: AgencyKind;
  areaCode: string;
  name: string;
  nameEn: string;
  day: Day;
  basis: string;
  speaker?: Pick<Speaker, "name" | "position" | "phone"> | null;
}

/** Agencies at the other end of a succession, each with the day, the paper and, where it is known, the one to ask. */
export function SuccessionList({ agencies }: { agencies: Linked[] }) {
  const words = useMessages().agencies.closed;
  const { name } = useNames();
  return (
    <ul className="grid gap-2">
      {agencies.map((agency) => (
        <li key={agency.id}>
          <LinkTo to={publicPage(agency)}>{name(agency)}</LinkTo>,{" "}
          {words.from(shortDay(agency.day), agency.basis)}
          {agency.speaker && <SpeakerLine speaker={agency.speaker} />}
        </li>
      ))}
    </ul>
  );
}

/** That an agency is no more, or will soon be, and whom to ask in its place. */
export function AgencyClosed({
  since,
  isComing,
  basis,
  document,
  successors,
  children,
}: {
  since: Day;
  isComing?: boolean;
  basis: string | null;
  document: Pick<Document, "id" | "name" | "type" | "bytes"> | null;
  successors: Linked[];
  children?: React.ReactNode;
}) {
  const { agencies, offices } = useMessages();
  const words = agencies.closed;
  return (
    <Notice tone="warning" title={(isComing ? words.soon : words.since)(shortDay(since))}>
      {children}
      {basis && successors.length === 0 && <p>{offices.basis(basis)}</p>}
      {document && (
        <p>
          <DocumentLink document={document} />
        </p>
      )}
      {successors.length === 0 ? (
        <p>{words.nobody}</p>
      ) : (
        <>
          <p className="mb-2">{words.after}</p>
          <SuccessionList agencies={successors} />
        </>
      )}
    </Notice>
  );
}

/** What an agency was called before, and until when. */
export function AgencyFormerNames({
  names,
}: {
  names: { id: string; name: string; nameEn: string; untilDay: Day; basis: string }[];
}) {
  const words = useMessages().agencies;
  const { name } = useNames();
  if (names.length === 0) return null;
  return (
    <Card title={words.page.formerNames}>
      <ul className="grid gap-1">
        {names.map((former) => (
          <li key={former.id}>
            {words.profile.formerName(name(former), shortDay(former.untilDay), former.basis)}
          </li>
        ))}
      </ul>
    </Card>
  );
}
