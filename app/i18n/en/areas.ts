import type { Messages } from "../messages.ts";

export const areas: Messages["areas"] = {};
