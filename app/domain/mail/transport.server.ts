import { createTransport } from "nodemailer";
import type { Send } from "./delivery.server.ts";

/**
 * A mail server (smtp, smtps or lmtp), spoken to over a few connections that are kept open. Whether and when to try again
 * is decided in one place only (failure.ts), so nodemailer never does.
 */
export function smtpTransport(
  url: string,
  { connections = 5 } = {},
): { send: Send; close(): void } {
  const transport = createTransport({
    url: url.replace(/^lmtp:/, "smtp:"),
    lmtp: url.startsWith("lmtp:"),
    pool: true,
    maxConnections: connections,
    maxMessages: 100, // OpenSMTPD takes no more in one session
    maxRequeues: 0,
    connectionTimeout: 10_000,
    greetingTimeout: 10_000,
    socketTimeout: 60_000,
    disableFileAccess: true,
    disableUrlAccess: true,
  });
  return {
    send: async ({ id, from, to }, raw) => {
      // Whatever comes back comes without the papers that went with the letter, where a server knows how (DSN).
      const dsn = { id, return: "headers" } as const;
      const taken = await transport.sendMail({ envelope: { from, to }, dsn, raw });
      // By LMTP a server answers for each recipient, and nodemailer resolves whatever it answers.
      if (taken.rejected.length > 0)
        throw taken.rejectedErrors?.[0] ?? new Error(`rejected: ${taken.response}`);
      return taken;
    },
    close: () => transport.close(),
  };
}
