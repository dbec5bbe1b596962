import type { Messages } from "../messages.ts";

export const spokespersons: Messages["spokespersons"] = {};
