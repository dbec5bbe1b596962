import { Mail, Phone } from "lucide-react";
import type { Committee } from "#app/domain/areas/committee.ts";
import type { Speaking } from "#app/domain/spokespersons/lookup.ts";
import { type Speaker, shortWhen, whyOf } from "#app/domain/spokespersons/speaker.ts";
import { shortDay } from "#app/i18n/dates.ts";
import { useLocalised, useMessages } from "#app/i18n/use-messages.ts";
import { paths } from "#app/paths.ts";
import { useNames } from "./area-name.ts";
import { Badge } from "./badge.tsx";
import { ButtonAnchor } from "./button.tsx";
import { Facts } from "./card.tsx";
import { CopyButton } from "./copy-button.tsx";
import { EmailText } from "./email.tsx";
import { FreshnessLine } from "./freshness.tsx";
import { LinkTo } from "./link.tsx";

const PLAIN_IN_PRINT =
  "print:justify-start print:border-0 print:bg-transparent print:p-0 print:text-ink";

/**
 * Who to ask: name, position, telephone and e-mail first, then by what right. With the address of this
 * answer, its date in it, the contact can be kept: only while they may speak. Of a unit that is no more (`past`)
 * nobody is to be called: how they were reached then is told as a fact.
 */
export function SpokespersonCard({
  speaker,
  level = 3,
  permalink,
  past = false,
}: {
  speaker: Speaker;
  level?: 3 | 4;
  permalink?: string;
  past?: boolean;
}) {
  const words = useMessages();
  const facts = words.spokespersons.facts;
  const then = words.formerUnits.page;
  const { name, position, capacity, matter, from, until, recommended } = speaker;
  const Heading = `h${level}` as const;
  return (
    <article
      className={`mb-4 rounded-md border bg-sheet p-4 sm:p-6 ${
        recommended ? "border-s-4 border-edge border-s-accent" : "border-line"
      }`}
    >
      <div className="flex flex-wrap items-start justify-between gap-x-4 gap-y-2">
        <div className="min-w-0">
          <Heading className={`font-semibold ${recommended ? "text-2xl" : "text-xl"}`}>
            {name}
          </Heading>
          <p>{position}</p>
        </div>
        {recommended && !past ? (
          <Badge tone="done">{facts.recommended}</Badge>
        ) : (
          matter && <Badge tone="due">{words.areas.speaks.oneMatter}</Badge>
        )}
      </div>
      {past ? <div className="mt-4" /> : <Contact speaker={speaker} />}
      <Facts
        short
        facts={[
          [facts.matter, matter],
          [facts.capacity, words.spokespersons.capacity[capacity]],
          [
            words.areas.speaks.term,
            `${shortWhen(from)} – ${until ? shortWhen(until) : facts.noEnd}`,
          ],
          [facts.basis, <Basis key="basis" speaker={speaker} />],
          [then.phone, past && speaker.phone],
          [then.email, past && speaker.email],
        ]}
      />
      <FreshnessLine freshness={speaker.confirmed} />
      {!past && <p className="mt-3 text-soft">{whyOf(words, speaker)}</p>}
      {permalink && <Keep speaker={speaker} permalink={permalink} />}
    </article>
  );
}

/** The contact for a telephone, with a file or a camera, and the address to cite: out of the way until asked for. */
function Keep({ speaker, permalink }: { speaker: Speaker; permalink: string }) {
  const words = useMessages().publishing.card;
  const to = useLocalised();
  return (
    <details className="print:hidden mt-3">
      <summary className="py-2 text-accent">{words.keep}</summary>
      <div className="flex flex-wrap items-start gap-x-6 gap-y-3 pt-2">
        <img
          src={to(paths.contactCode(speaker))}
          alt={words.qrLabel(speaker.name)}
          loading="lazy"
          width={192}
          height={192}
          className="shrink-0 rounded-sm"
        />
        <div className="grid min-w-0 max-w-prose flex-1 basis-60 gap-2">
          <p>{words.qrNote}</p>
          <p>
            <LinkTo to={paths.contact(speaker)} className="inline-block py-2">
              {words.contact}
            </LinkTo>
          </p>
          <p className="wrap-anywhere">
            {words.permalink}: <a href={permalink}>{permalink}</a>
          </p>
        </div>
      </div>
    </details>
  );
}

/** By which decision, or by which document of delegation. */
function Basis({ speaker: { capacity, basis, documentId } }: { speaker: Speaker }) {
  const facts = useMessages().spokespersons.facts;
  const document = capacity === "authorised" ? facts.document : facts.decision;
  const text = document(basis.number, shortDay(basis.date));
  if (!documentId) return text;
  return <LinkTo to={paths.document({ id: documentId, name: "van-ban" })}>{text}</LinkTo>;
}

function Contact({ speaker: { phone, email, recommended } }: { speaker: Speaker }) {
  const words = useMessages();
  return (
    <div className="my-4 flex flex-wrap items-center gap-2">
      <span className="inline-flex items-center">
        <ButtonAnchor
          href={telephone(phone)}
          tone={recommended ? "primary" : "plain"}
          className={`text-lg tabular-nums ${PLAIN_IN_PRINT}`}
        >
          <Phone aria-hidden="true" className="size-5 shrink-0" />
          {words.areas.speaks.call(phone)}
        </ButtonAnchor>
        <CopyButton text={phone} what={words.spokespersons.facts.phone} />
      </span>
      <span className="inline-flex min-w-0 items-center">
        <ButtonAnchor
          href={`mailto:${email}`}
          className={`min-w-0 justify-start font-normal! ${PLAIN_IN_PRINT}`}
        >
          <Mail aria-hidden="true" className="size-5 shrink-0" />
          <EmailText email={email} />
        </ButtonAnchor>
        <CopyButton text={email} what={words.spokespersons.facts.email} />
      </span>
    </div>
  );
}

/** Everybody who may speak, the one to ask first on top: what a page shows of its unit or agency. */
export function SpokespersonCards({
  speakers,
  permalink,
}: {
  speakers: Speaker[];
  permalink?: string;
}) {
  const words = useMessages().areas.speaks;
  const [first, ...others] = speakers;
  return (
    <>
      {first && <SpokespersonCard speaker={first} permalink={permalink} />}
      {others.length > 0 && (
        <>
          <h3 className="mt-6 mb-2 text-lg">{words.others}</h3>
          {others.map((speaker) => (
            <SpokespersonCard key={speaker.id} speaker={speaker} level={4} permalink={permalink} />
          ))}
        </>
      )}
      <p className="mb-6 text-sm text-soft">{words.only}</p>
    </>
  );
}

/** One of them in a line: for lists, where the name and the number are what is wanted. */
export function SpeakerLine({
  speaker: { name, position, phone },
}: {
  speaker: Pick<Speaker, "name" | "position" | "phone">;
}) {
  return (
    <p>
      <strong>{name}</strong>, {position}:{" "}
      <a href={telephone(phone)} className="inline-block whitespace-nowrap py-1 tabular-nums">
        {phone}
      </a>
    </p>
  );
}

/** A number as it is read out, for the telephone to dial. */
export function telephone(phone: string): string {
  return `tel:${phone.replace(/[^\d+]/g, "")}`;
}

interface Instead {
  agency: Committee;
  speaker: Pick<Speaker, "name" | "position" | "phone">;
}

/** Nobody on record: says so, who speaks by law, and whom to ask in the meantime. */
export function NobodySpeaks({ agency, instead }: { agency: Speaking; instead: Instead | null }) {
  const { areas: words, search } = useMessages();
  const { name } = useNames();
  const headSpeaks = agency.kind ? search.headSpeaks : words.byLaw;
  return (
    <div className="mb-4 rounded-md border border-dashed border-edge bg-sheet p-4 sm:p-6">
      <Badge tone="late">{words.nobody}</Badge>
      <p className="my-3">{headSpeaks(name(agency))}</p>
      {instead && <AskInstead instead={instead} />}
    </div>
  );
}

/** The province's spokesperson, for a place where nobody is on record. */
export function AskInstead({ instead: { agency, speaker } }: { instead: Instead }) {
  const words = useMessages().areas;
  const { name } = useNames();
  return (
    <div className="mb-3">
      <p>{words.instead(name(agency))}</p>
      <SpeakerLine speaker={speaker} />
    </div>
  );
}
