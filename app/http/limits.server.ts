import { isIPv6 } from "node:net";
import { RateLimiterMemory } from "rate-limiter-flexible";

/** How often a stranger may try: points for each address, in seconds. */
const limiters = {
  signIn: new RateLimiterMemory({ points: 10, duration: 15 * 60 }),
  publicWrite: new RateLimiterMemory({ points: 60, duration: 60 }),
  contactReport: new RateLimiterMemory({ points: 5, duration: 15 * 60 }),
  contactReportOfAgency: new RateLimiterMemory({ points: 30, duration: 24 * 60 * 60 }), // by agency, not address
  portalLink: new RateLimiterMemory({ points: 10, duration: 15 * 60 }),
  portalLinkOf: new RateLimiterMemory({ points: 3, duration: 15 * 60 }), // by e-mail address
  ask: new RateLimiterMemory({ points: 10, duration: 60 * 60 }),
  askOfAddress: new RateLimiterMemory({ points: 5, duration: 24 * 60 * 60 }), // by the e-mail address written to
  askOfAgency: new RateLimiterMemory({ points: 200, duration: 24 * 60 * 60 }), // by agency, not address
  lookup: new RateLimiterMemory({ points: 20_000, duration: 60 }),
};

/** Counts one try; false when there were too many, and nothing should be done. */
export async function mayTry(what: keyof typeof limiters, who: string): Promise<boolean> {
  try {
    await limiters[what].consume(networkOf(who));
    return true;
  } catch (refusal) {
    if (refusal instanceof Error) throw refusal;
    return false;
  }
}

/** Gives a try back that turned out to be right: an office behind one address does not lock itself out. */
export async function wasRight(what: keyof typeof limiters, who: string): Promise<void> {
  await limiters[what].reward(networkOf(who));
}

/**
 * Whom an address belongs to: whoever has one of IPv6 has the 2^64 beside it too (RFC 6177). Anything else counts as
 * it is.
 */
export function networkOf(who: string): string {
  const [address = ""] = who.split("%"); // without the interface that it is reached by
  if (!isIPv6(address)) return who;
  // As the web writes an address: short, with the last four octets of IPv4 as two groups.
  const [, short = ""] = /^\[(.*)\]$/.exec(new URL(`http://[${address}]`).hostname) ?? [];
  const [before = [], after] = short.split("::").map((part) => part.split(":").filter(Boolean));
  const missing = after ? 8 - before.length - after.length : 0;
  const groups = [...before, ...Array<string>(missing).fill("0"), ...(after ?? [])];
  const isIPv4 = groups.slice(0, 5).every((group) => group === "0") && groups[5] === "ffff";
  return isIPv4 ? groups.join(":") : `${groups.slice(0, 4).join(":")}::/64`;
}
