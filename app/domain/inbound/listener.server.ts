import type { AddressInfo } from "node:net";
import type { SMTPServer as Server } from "smtp-server";
import type { Db, Moment } from "#db/tables.ts";
import { onMessage, smtpError } from "../mail/message-octets.server.ts";
import { answersAddress } from "../mail/sender.server.ts";
import { readSubaddress } from "../mail/subaddress.ts";
import { MAX_OCTETS } from "./limits.ts";
import { isAgencyMailbox } from "./questions.server.ts";
import { takeIn } from "./taking-in.server.ts";

/**
 * Listens for mail that a mail server of the office brings over LMTP. Addresses that are nobody's are turned down
 * when they are named, so that the mail server knows at once; a mail is answered for when it is stored.
 */
export async function startListener(
  db: Db,
  { host, port, clock }: { host: string; port: number; clock: () => Moment },
): Promise<{ port: number; stop(): Promise<void> }> {
  const { SMTPServer } = await import("smtp-server");
  const server: Server = new SMTPServer({
    lmtp: true,
    banner: "Phat Ngon",
    disabledCommands: ["AUTH", "STARTTLS"],
    disableReverseLookup: true,
    size: MAX_OCTETS,
    maxClients: 20,
    socketTimeout: 60_000,
    closeTimeout: 1_000,
    onRcptTo: ({ address }, _, answer) => {
      isOurs(db, address).then(
        (ours) => answer(ours ? null : smtpError(550, "5.1.1 No such address")),
        () => answer(smtpError(451, "4.3.0 Try again later")),
      );
    },
    onData: onMessage(
      () => server,
      async (raw, { envelope }) => {
        const from = envelope.mailFrom ? envelope.mailFrom.address : "";
        const to = envelope.rcptTo.map(({ address }) => address);
        for (const address of to) await takeIn(db, { raw, from, to: [address], at: clock() });
      },
    ),
  });
  await new Promise<void>((listening, failed) => {
    server.once("error", failed);
    server.listen(port, host, listening);
  });
  server.removeAllListeners("error");
  // A client that breaks off is no affair of ours.
  server.on("error", () => {});
  return {
    port: (server.server.address() as AddressInfo).port,
    stop: () => new Promise<void>((closed) => server.close(() => closed())),
  };
}

/** Whether mail to an address is taken: the office's own, an agency's, or one that was made for a letter. */
async function isOurs(db: Db, address: string): Promise<boolean> {
  if (await isAgencyMailbox(db, address)) return true;
  const base = answersAddress();
  if (!base) return false;
  if (address.toLowerCase() === base.toLowerCase()) return true;
  const read = readSubaddress(base, address);
  if (!read) return false;
  const known = {
    answer: () => db.selectFrom("invitation").select("id").where("token", "=", read.token),
    bounce: () => db.selectFrom("mail").select("id").where("returnToken", "=", read.token),
    unsubscription: () => db.selectFrom("journalist").select("id").where("token", "=", read.token),
  };
  return (await known[read.kind]().executeTakeFirst()) !== undefined;
}
