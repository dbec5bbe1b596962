import { z } from "zod";
import { choice, line } from "../fields.ts";

export const CHANNEL_KINDS = ["website", "facebook", "zalo", "youtube", "tiktok", "other"] as const;

export type ChannelKind = (typeof CHANNEL_KINDS)[number];

/** Whose addresses a kind of channel has. */
const HOSTS: Partial<Record<ChannelKind, string[]>> = {
  facebook: ["facebook.com", "fb.com"],
  zalo: ["zalo.me"],
  youtube: ["youtube.com", "youtu.be"],
  tiktok: ["tiktok.com"],
};

/** The host of an address that anybody can reach: a name with dots, no numbers, no port, nobody's password in it. */
function publicHost(url: string): string | undefined {
  if (!URL.canParse(url)) return undefined;
  const { protocol, hostname, port, username, password } = new URL(url);
  const isName = /^(?:[a-z\d](?:[a-z\d-]{0,61}[a-z\d])?\.)+[a-z][a-z\d-]{1,62}$/.test(hostname);
  const isLocal = /\.(local|localhost|internal|test|invalid|example|onion)$/.test(hostname);
  const isPlain = protocol === "https:" && !port && !username && !password;
  return isPlain && isName && !isLocal ? hostname : undefined;
}

function isOfKind(kind: ChannelKind, host: string): boolean {
  const hosts = HOSTS[kind];
  return !hosts || hosts.some((one) => host === one || host.endsWith(`.${one}`));
}

/** An official channel as it is typed. Nothing is ever fetched from it. */
export const ChannelForm = z
  .object({
    kind: choice(CHANNEL_KINDS),
    url: z
      .string({ error: "required" })
      .max(500, "too-long:500")
      .transform((text) => text.trim())
      .refine((text) => text !== "", "required")
      .refine((text) => !/[\s<>"\\]/.test(text) && publicHost(text) !== undefined, "not-https")
      .transform((text) => (URL.canParse(text) ? new URL(text).href : text)),
    name: line(200),
  })
  .refine(({ kind, url }) => isOfKind(kind, publicHost(url) ?? ""), {
    path: ["url"],
    message: "other-host",
  });
