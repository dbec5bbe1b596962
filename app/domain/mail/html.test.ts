import { expect, it } from "vitest";
import { html } from "./html.ts";

it("escapes whatever is not HTML already, in text and in attributes", () => {
  const typed = `<script>"'&`;

  expect(html`<p title="${typed}">${typed}</p>`.source).toBe(
    '<p title="&#60;script&#62;&#34;&#39;&#38;">&#60;script&#62;&#34;&#39;&#38;</p>',
  );
});

it("takes HTML within HTML, lists of it, and leaves out what is absent", () => {
  const items = ["một", "<hai>"].map((one) => html`<li>${one}</li>`);

  expect(html`<ul>${items}</ul>${false}${null}${undefined}${0}`.source).toBe(
    "<ul><li>một</li><li>&#60;hai&#62;</li></ul>0",
  );
});

it("does not take an object that looks like HTML for it", () => {
  const forged = { source: "<b>" } as never;

  expect(html`${forged}`.source).not.toContain("<b>");
});
