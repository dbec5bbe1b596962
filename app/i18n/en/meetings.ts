import type { Messages } from "../messages.ts";

export const meetings: Messages["meetings"] = {};
