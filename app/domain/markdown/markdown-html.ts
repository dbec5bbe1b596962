import { type Html, html } from "../mail/html.ts";
import type { Block, Inline } from "./markdown.ts";

/** A formatted text as HTML for feeds: what was typed is text in it, and links lead where they say. */
export function markdownHtml(blocks: Block[]): string {
  return blocks.map((block) => blockHtml(block).source).join("");
}

function blockHtml(block: Block): Html {
  if (block.kind === "paragraph") return html`<p>${block.children.map(inlineHtml)}</p>`;
  if (block.kind === "quote")
    return html`<blockquote>${block.children.map(blockHtml)}</blockquote>`;
  if (block.kind === "list") {
    const items = block.items.map((item) => html`<li>${item.map(itemHtml)}</li>`);
    return block.start === null
      ? html`<ul>${items}</ul>`
      : html`<ol start="${block.start}">${items}</ol>`;
  }
  const text = block.children.map(inlineHtml);
  if (block.level === 1) return html`<h2>${text}</h2>`;
  return block.level === 2 ? html`<h3>${text}</h3>` : html`<h4>${text}</h4>`;
}

/** An item of one line is no paragraph. */
function itemHtml(block: Block): Html {
  return block.kind === "paragraph" ? html`${block.children.map(inlineHtml)}` : blockHtml(block);
}

function inlineHtml(piece: Inline): Html {
  if (piece.kind === "text") return html`${piece.text}`;
  if (piece.kind === "break") return html`<br>`;
  if (piece.kind === "link")
    return html`<a href="${piece.href}" rel="nofollow noopener noreferrer">${piece.text}</a>`;
  const inner = piece.children.map(inlineHtml);
  return piece.kind === "strong" ? html`<strong>${inner}</strong>` : html`<em>${inner}</em>`;
}
