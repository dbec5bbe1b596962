import { type Html, html } from "#app/domain/mail/html.ts";
import type { Letter } from "#app/domain/mail/letter.ts";
import { readCalendar } from "#app/domain/meetings/calendar-reading.ts";
import { timeSpan } from "#app/i18n/dates.ts";
import { type Language, messagesIn } from "#app/i18n/messages.ts";

interface Sheet {
  letter: Letter;
  guests: { name: string; outletName: string | null; language: Language }[];
}

/** A page of its own for a frame: one letter as it would go out, its calendar entry, and to whom it goes. */
export function letterSheet(language: Language, { letter, guests }: Sheet): string {
  const words = messagesIn(language);
  const { preview } = words.invitations.pages;
  const says = words.mail;
  const entry = readCalendar(letter.calendar ?? "");
  const facts: [string, string][] = [
    [says.letter.from, letter.from],
    [says.letter.to, `${letter.toName} <${letter.to}>`],
    [says.letter.subject, letter.subject],
  ];
  if (entry)
    facts.push([
      says.calendar.label,
      [timeSpan(entry, language), entry.location, entry.organizer].filter(Boolean).join(" · "),
    ]);
  return pageOf(
    language,
    html`<dl>${facts.map(([name, value]) => html`<dt>${name}</dt><dd>${value}</dd>`)}</dl>
<details><summary>${preview.recipientsOf(guests.length)}</summary>
<ul>${guests.map(({ name, outletName, language: reads }) => html`<li>${[name, outletName, preview.languages[reads]].filter(Boolean).join(" · ")}</li>`)}</ul></details>
<iframe sandbox="" title="${says.letter.html}" srcdoc="${letter.html}"></iframe>`,
  );
}

/** The same page with nothing but sentences on it. */
export function sentenceSheet(language: Language, sentences: string[]): string {
  return pageOf(language, html`${sentences.map((sentence) => html`<p>${sentence}</p>`)}`);
}

function pageOf(language: Language, body: Html): string {
  return html`<!doctype html>
<html lang="${language}">
<meta charset="utf-8">
<title>${messagesIn(language).mail.letter.label}</title>
<style>
:root { color-scheme: light dark; }
body { margin: 0; padding: 12px; height: calc(100vh - 24px); display: flex; flex-direction: column; gap: 8px; font: 15px/1.5 "Be Vietnam Pro", system-ui, sans-serif; }
dl { display: grid; grid-template-columns: max-content 1fr; gap: 2px 12px; margin: 0; }
dd { margin: 0; overflow-wrap: anywhere; }
p { margin: 0; }
iframe { flex: 1; min-height: 300px; border: 1px solid; }
</style>
<body>${body}</body>
</html>`.source;
}
