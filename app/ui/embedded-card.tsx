import { dayOf } from "#app/clock.ts";
import { isDay, type Speaker } from "#app/domain/spokespersons/speaker.ts";
import { shortDay } from "#app/i18n/dates.ts";
import { type Language, messagesIn } from "#app/i18n/messages.ts";
import styles from "./embedded.css?url";
import { telephone } from "./spokesperson-card.tsx";

type Contact = Pick<Speaker, "name" | "position" | "phone" | "email" | "capacity">;

/** What the card of an iframe says; the same as the widget's. */
export interface Embedded {
  heading: string;
  around: string | null; // the province, beside a commune's name
  speaker: Speaker | null;
  others: Speaker[];
  note: string | null; // why there is nobody
  instead: { agency: string; speaker: Contact }[];
  page: string; // the whole address of the full page
}

/** A page for everybody's frames: it runs no script and fetches nothing but its styles. */
export function EmbeddedPage({
  language,
  theme,
  card,
}: {
  language: Language;
  theme: "auto" | "light" | "dark";
  card: Embedded;
}) {
  const words = messagesIn(language).openData.card;
  const { heading, around, speaker, others, note, instead, page } = card;
  return (
    <html lang={language} data-theme={theme}>
      <head>
        <meta charSet="utf-8" />
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        <meta name="robots" content="noindex" />
        <title>{heading}</title>
        <link rel="stylesheet" href={styles} />
      </head>
      <body>
        <main>
          <h1>{heading}</h1>
          {around && <p className="soft">{around}</p>}
          {note && <p>{note}</p>}
          {speaker && (
            <>
              <ContactLines contact={speaker} matter={speaker.matter} language={language} />
              <p className="soft">{datedLine(speaker, language)}</p>
            </>
          )}
          {instead.map(({ agency, speaker: other }) => (
            <div key={agency}>
              <p>{words.instead(agency)}</p>
              <ContactLines contact={other} language={language} />
            </div>
          ))}
          {others.length > 0 && (
            <p className="soft">
              {words.others}: {others.map((one) => brief(one, language)).join("; ")}.
            </p>
          )}
          <p>
            <a href={page} target="_blank" rel="noopener">
              {words.more}
            </a>
          </p>
        </main>
      </body>
    </html>
  );
}

function ContactLines({
  contact: { name, position, phone, email, capacity },
  matter,
  language,
}: {
  contact: Contact;
  matter?: string | null;
  language: Language;
}) {
  const words = messagesIn(language);
  const card = words.openData.card;
  return (
    <>
      <h2>{name}</h2>
      <p>{position}</p>
      <p className="soft">{words.spokespersons.capacity[capacity]}</p>
      {matter && (
        <p>
          {card.about}: {matter}
        </p>
      )}
      <p>
        <span className="soft">{card.phone}: </span>
        <a href={telephone(phone)}>{phone}</a>
      </p>
      <p>
        <span className="soft">{card.email}: </span>
        <a href={`mailto:${email}`}>{email}</a>
      </p>
    </>
  );
}

function brief({ name, capacity, matter }: Speaker, language: Language): string {
  const { capacity: capacities } = messagesIn(language).spokespersons;
  return `${name} (${[capacities[capacity], matter].filter(Boolean).join(": ")})`;
}

/** When somebody last stood by the entry, and whether it waits for that again. */
function datedLine({ confirmed, publishedAt, from }: Speaker, language: Language): string {
  const words = messagesIn(language).openData.card;
  if (confirmed) {
    const { state, on, by } = confirmed;
    const line = words.last[by](shortDay(on));
    if (state === "unconfirmed" || state === "bounced") return `${line}, ${words.remarks[state]}`;
    return line;
  }
  if (publishedAt) return words.last.publication(shortDay(dayOf(publishedAt)));
  return words.since(shortDay(isDay(from) ? from : dayOf(from)));
}
