import type { Messages } from "../messages.ts";

export const site: Messages["site"] = {
  nav: { label: "Main", lookup: "Look up", meetings: "Press meetings", desk: "Press desk" },
  footer: { openData: "Open data", api: "Lookup API", sources: "Map data sources" },
};
