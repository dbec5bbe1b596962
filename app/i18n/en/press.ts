import type { Messages } from "../messages.ts";

export const press: Messages["press"] = {};
