import type { Messages } from "../messages.ts";

export const press: Messages["press"] = {
  beats: {
    politics: "Politics and government",
    economy: "Economy",
    society: "Society",
    health: "Health",
    education: "Education",
    environment: "Environment",
    traffic: "Traffic and safety",
    agriculture: "Agriculture",
    culture: "Culture and tourism",
    law: "Law",
    international: "International",
    other: "Other",
  },
};
