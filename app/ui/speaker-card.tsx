import { Mail, Phone } from "lucide-react";
import type { ReactNode } from "react";
import { isDay, type Speaker, whyOf } from "#app/domain/spokespersons/speaker.ts";
import { isOfficialEmail } from "#app/domain/spokespersons/term.ts";
import { shortDay } from "#app/i18n/dates.ts";
import { useMessages } from "#app/i18n/use-messages.ts";
import { paths } from "#app/paths.ts";
import type { Day, Moment } from "#db/tables.ts";
import { Badge } from "./badge.tsx";
import { Facts } from "./card.tsx";
import { EmailText } from "./email.tsx";
import { FreshnessLine } from "./freshness.tsx";
import { LinkTo } from "./link.tsx";
import { DayText, TimeText } from "./time.tsx";

/** Someone who may speak: how to reach them, in which capacity, by what, and why they are listed here. */
export function SpeakerCard({ speaker, actions }: { speaker: Speaker; actions?: ReactNode }) {
  const words = useMessages();
  const { facts, capacity } = words.spokespersons;
  const { number, date } = speaker.basis;
  const basis = speaker.capacity === "authorised" ? facts.document : facts.decision;
  return (
    <article
      className={`flex flex-col gap-3 rounded-md border bg-sheet p-4 ${
        speaker.recommended ? "border-edge border-s-4 border-s-accent" : "border-line"
      }`}
    >
      <div>
        <div className="mb-1 flex flex-wrap items-center gap-x-3 gap-y-1">
          <h3 className="text-lg">{speaker.name}</h3>
          {speaker.recommended && <Badge tone="done">{facts.recommended}</Badge>}
        </div>
        <p>{speaker.position}</p>
        <p className="text-soft">{capacity[speaker.capacity]}</p>
      </div>
      <Contact phone={speaker.phone} email={speaker.email} />
      <Facts
        facts={[
          [facts.matter, speaker.matter],
          [facts.since, <WhenText key="from" when={speaker.from} />],
          [
            facts.until,
            speaker.until ? <WhenText key="until" when={speaker.until} /> : facts.noEnd,
          ],
          [facts.basis, basis(number, shortDay(date))],
        ]}
      />
      <Upkeep speaker={speaker} />
      <p className="text-sm text-soft">{whyOf(words, speaker)}</p>
      {actions && <div className="mt-auto flex flex-wrap gap-2">{actions}</div>}
    </article>
  );
}

/** How fresh the entry is; while nobody stood by it in the quarter, an officer may after a telephone call. */
function Upkeep({ speaker: { id, confirmed } }: { speaker: Speaker }) {
  const words = useMessages().confirmations.desk.telephone;
  if (!confirmed) return null;
  return (
    <div>
      <FreshnessLine freshness={confirmed} />
      {confirmed.state !== "confirmed" && (
        <LinkTo to={paths.desk.telephoneConfirmation({ id })} className="inline-block py-1">
          {words.link}
        </LinkTo>
      )}
    </div>
  );
}

/** Telephone and official e-mail, ready to be used; a private address is remarked upon, in a list briefly. */
export function Contact({
  phone,
  email,
  brief,
}: {
  phone: string;
  email: string;
  brief?: boolean;
}) {
  const { facts } = useMessages().spokespersons;
  const icon = { "aria-hidden": true, className: "size-4 shrink-0" } as const;
  return (
    <div className="grid gap-1">
      <a
        href={`tel:${phone.replace(/[^\d+]/g, "")}`}
        className="inline-flex items-center gap-2 whitespace-nowrap"
      >
        <Phone {...icon} />
        <span className="sr-only">{facts.phone}: </span>
        {phone}
      </a>
      <a href={`mailto:${email}`} className="inline-flex min-w-0 items-center gap-2">
        <Mail {...icon} />
        <span className="sr-only">{facts.email}: </span>
        <EmailText email={email} />
      </a>
      {!isOfficialEmail(email) && (
        <p className="text-sm text-due">{brief ? facts.notOfficial : facts.privateEmail}</p>
      )}
    </div>
  );
}

/** A day for an assignment, a moment for a delegation. */
export function WhenText({ when }: { when: Day | Moment }) {
  return isDay(when) ? <DayText day={when} /> : <TimeText at={when} />;
}
