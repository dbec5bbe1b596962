import type { SMTPServer, SMTPServerOptions, SMTPServerSession } from "smtp-server";

/** How far beyond its limit a server hears a message out, so that an honest sender learns at its end that it is too large. */
const HEARD_OUT = 4;

/** How long whoever was hung up on can still read why. */
const LAST_WORDS_MS = 2_000;

type OnData = NonNullable<SMTPServerOptions["onData"]>;

/**
 * Has each message taken as it came, and answers for it when `take` is done with it. What is too large is turned
 * down without being kept (552); a sender that then goes on and on is not read any more, and hung up on.
 */
export function onMessage(
  server: () => SMTPServer,
  take: (raw: Buffer, session: SMTPServerSession) => Promise<unknown>,
): OnData {
  return (stream, session, answer) => {
    octetsOf(stream, HEARD_OUT * Number(server().options.size))
      .then((raw) => (raw === "endless" ? raw : take(raw, session)))
      .then(
        (raw) => {
          if (raw !== "endless") return answer(null);
          answer(smtpError(552, "5.3.4 The message is too large"));
          hangUp(server(), session);
        },
        (error) => answer(error.responseCode ? error : smtpError(451, "4.3.0 Not stored")),
      );
  };
}

/** The octets of a message, `endless` from a sender that goes on for longer than it is heard out. */
async function octetsOf(
  stream: Parameters<OnData>[0],
  heardOut: number,
): Promise<Buffer | "endless"> {
  const chunks: Buffer[] = [];
  for await (const chunk of stream) {
    if (!stream.sizeExceeded) chunks.push(chunk);
    else chunks.length = 0;
    if (stream.byteLength > heardOut) return "endless";
  }
  if (stream.sizeExceeded) throw smtpError(552, "5.3.4 The message is too large");
  return Buffer.concat(chunks);
}

/** Ends a conversation: what was answered still goes out, and nothing that comes is read. */
function hangUp({ connections }: SMTPServer, { id }: SMTPServerSession) {
  for (const { session, _socket: socket } of connections) {
    if (session.id !== id) continue;
    socket.unpipe().pause().end();
    setTimeout(() => socket.destroy(), LAST_WORDS_MS).unref();
  }
}

/** A no as a mail server says it: its code, and why. */
export function smtpError(responseCode: number, message: string) {
  return Object.assign(new Error(message), { responseCode });
}
