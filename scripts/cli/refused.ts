/** A command could not do what was asked, for a reason told in a sentence. */
export class Refused extends Error {}
