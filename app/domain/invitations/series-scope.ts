/** How far a change of one meeting of a series goes beyond it. */
export const SCOPES = ["one", "following", "all"] as const;
export type Scope = (typeof SCOPES)[number];
