/**
 * Gives the calendar library somewhere to write its styles. It would put them into a <style> element, which the
 * content security policy rightly stops; but it takes one that is there already. This one is of no
 * namespace, a style by its name only, and its `sheet` is a constructed one, which is no inline style. The rules go into a layer, so that the house's own stand
 * above them; the library's font, a few arrows in a data address that the policy stops too, is left out.
 * To be called before the library is imported.
 */
export function makeRoomForStyles(): void {
  if (document.querySelector("[data-fullcalendar]")) return;
  const sheet = new CSSStyleSheet();
  sheet.insertRule("@layer calendar {}");
  const layer = sheet.cssRules[0] as CSSLayerBlockRule;
  document.adoptedStyleSheets.push(sheet);

  const element = document.createElementNS(null, "style");
  element.setAttribute("data-fullcalendar", "");
  Object.defineProperty(element, "sheet", {
    value: {
      cssRules: layer.cssRules,
      insertRule(rule: string) {
        if (!rule.startsWith("@font-face")) layer.insertRule(rule, layer.cssRules.length);
      },
    },
  });
  document.head.append(element);
}
