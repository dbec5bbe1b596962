import type { Language } from "#db/tables.ts";
import { Html, html } from "./html.ts";

/** What a letter says, in the order in which it is read. Text and HTML are made of the same. */
export interface LetterBody {
  language: Language;
  subject: string;
  sender: string;
  heading: string;
  salutation: string;
  lead: string;
  changes: Change[];
  factsLead: string | null;
  facts: Fact[];
  paragraphs: string[];
  action: { lead: string; label: string; url: string } | null;
  pass?: { label: string; code: string; dots: boolean[][] } | null; // what is shown at the door
  closing: string;
  footer: string;
  unsubscribe: { lead: string; url: string } | null; // none where the letter is a duty, not a service
}

/** `url` when the value is an address to follow. */
export interface Fact {
  label: string;
  value: string;
  url?: string;
}

/** Something that reads differently now; `was` says how it read before. */
export interface Change extends Fact {
  was: string;
}

/** The letter for readers of plain text. */
export function textOf(body: LetterBody): string {
  const facts = body.facts.map(({ label, value }, place) => `${place + 1}. ${label}: ${value}`);
  return [
    body.sender.toUpperCase(),
    body.heading.toUpperCase(),
    body.salutation,
    body.lead,
    body.changes.map(({ label, was, value }) => `- ${label}: ${value} (${was})`).join("\n"),
    body.factsLead,
    facts.join("\n"),
    ...body.paragraphs,
    body.action && `${body.action.lead}\n${body.action.url}`,
    body.pass && `${body.pass.label}: ${body.pass.code}`,
    body.closing,
    body.sender,
    ["-- ", body.footer, body.unsubscribe && `${body.unsubscribe.lead} ${body.unsubscribe.url}`]
      .filter(Boolean)
      .join("\n"),
  ]
    .filter(Boolean)
    .join("\n\n");
}

/**
 * The letter for readers of HTML: one column that fits 320 px, no images, nothing fetched from anywhere.
 * Colours are left to the reader's program, so dark stays dark; only the button brings its own.
 */
export function htmlOf(body: LetterBody): string {
  const { language, subject, sender, changes, facts, action, unsubscribe } = body;
  return html`<!doctype html>
<html lang="${language}">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="color-scheme" content="light dark">
<meta name="supported-color-schemes" content="light dark">
<title>${subject}</title>
<style>:root { color-scheme: light dark; } a { overflow-wrap: anywhere; }</style>
</head>
<body style="margin:0;padding:16px;font-family:'Segoe UI',Roboto,Helvetica,Arial,sans-serif;font-size:16px;line-height:1.5;overflow-wrap:anywhere;word-break:break-word">
<div style="max-width:600px;margin:0 auto">
<p style="margin:0 0 16px;font-weight:bold">${sender}</p>
<h1 style="margin:0 0 16px;font-size:22px;line-height:1.3">${body.heading}</h1>
<p>${body.salutation}</p>
<p>${body.lead}</p>
${changes.length > 0 && html`<ul style="padding-left:24px">${changes.map(changeItem)}</ul>`}
${body.factsLead && html`<p>${body.factsLead}</p>`}
${facts.length > 0 && html`<ol style="padding-left:24px">${facts.map(factItem)}</ol>`}
${body.paragraphs.map((paragraph) => html`<p>${linesOf(paragraph)}</p>`)}
${action && button(action)}
${body.pass && passOf(body.pass)}
<p>${body.closing}</p>
<p style="font-weight:bold">${sender}</p>
<hr style="border:0;border-top:1px solid #808080">
<p style="font-size:14px">${body.footer}</p>
${unsubscribe && html`<p style="font-size:14px">${unsubscribe.lead} ${linkTo(unsubscribe.url)}</p>`}
</div>
</body>
</html>
`.source;
}

function changeItem({ label, was, value, url }: Change): Html {
  return html`<li style="margin:0 0 8px"><strong>${label}: ${url ? linkTo(url) : value}</strong> (${was})</li>`;
}

function factItem({ label, value, url }: Fact): Html {
  return html`<li style="margin:0 0 8px"><strong>${label}:</strong> ${url ? linkTo(url) : linesOf(value)}</li>`;
}

function linesOf(text: string): Html[] {
  return text.split("\n").map((line, place) => html`${place > 0 && html`<br>`}${line}`);
}

function button({ lead, label, url }: NonNullable<LetterBody["action"]>): Html {
  const style =
    "display:inline-block;padding:12px 20px;border-radius:6px;background:#1d4f91;color:#ffffff;font-weight:bold;text-decoration:none";
  return html`<p>${lead}</p>
<p><a href="${url}" style="${style}">${label}</a></p>
<p style="font-size:14px">${linkTo(url)}</p>`;
}

const DOT = 5;

/** A code drawn by the cells of a table: it needs no picture, and stays dark on white where everything else is dark. */
function passOf({ label, code, dots }: NonNullable<LetterBody["pass"]>): Html {
  // Every letter draws several hundred cells: there is nothing in them to escape.
  const rows = new Html(dots.map((row) => `<tr>${strokesOf(row)}</tr>`).join(""));
  const size = dots.length * DOT;
  const plain = html`role="presentation" cellpadding="0" cellspacing="0" border="0"`;
  return html`<p>${label}: <strong style="font-family:monospace;font-size:20px">${code}</strong></p>
<table ${plain}><tr><td bgcolor="#ffffff" style="padding:${4 * DOT}px"><table ${plain} width="${size}" style="table-layout:fixed;width:${size}px;line-height:0;font-size:0">${rows}</table></td></tr></table>`;
}

/** A row of dots as cells, each a stroke of one colour. */
function strokesOf(row: boolean[]): string {
  let strokes = "";
  for (let from = 0, to = 1; to <= row.length; to++) {
    if (to < row.length && row[to] === row[from]) continue;
    strokes += strokeOf(row[from] === true, to - from);
    from = to;
  }
  return strokes;
}

/** Written once for each colour and length: thousands of letters are made of the same few. */
const STROKES = new Map<number, string>();

function strokeOf(isDark: boolean, length: number): string {
  const key = isDark ? length : -length;
  const known = STROKES.get(key);
  if (known) return known;
  const stroke = `<td colspan=${length} width=${length * DOT} height=${DOT} bgcolor=${isDark ? "#000" : "#fff"}></td>`;
  STROKES.set(key, stroke);
  return stroke;
}

function linkTo(url: string): Html {
  return html`<a href="${url}">${url}</a>`;
}
