import type { Messages } from "../messages.ts";

export const pressAreas: Messages["pressAreas"] = {
  area: "Area of reporting",
  place: (name, people) => `${name} (${people})`,
  any: "Any area",
  narrow: "Narrows what is chosen; where nothing else is, everybody who reports from there",
  wide: "Also who reports from all of the province",
  none: "No journalist has named an area: all count as reporting from all of the province.",
  linesHint:
    "One commune, ward or special zone of the province a line. Empty for all of the province.",
  unknown: (areas) =>
    `No such area, or several: ${areas}. Please type names such as “Phường Long Xuyên”.`,
};
