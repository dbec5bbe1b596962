import type { Messages } from "../messages.ts";

export const invitations: Messages["invitations"] = {};
