import type { Messages } from "../messages.ts";
import { numberIn } from "../numbers.ts";

export const mailTrouble: Messages["mailTrouble"] = {
  address: {
    badge: "Address takes no mail",
    title: "Letters do not reach this address",
    since: (on) => `Since ${on}: the mail server says that there is no such address.`,
    telephone: "Please telephone and ask for the right one:",
    noTelephone: "No telephone number is known: please ask the journalist’s outlet.",
    mend: "Then correct the address below. If it is right after all (the mailbox was opened again), press this.",
    trust: "The address is right",
    trusted: (name) => `The address of ${name} is taken to be right.`,
  },
  policy: {
    title: "Mail servers turn our letters down",
    count: (n) =>
      `In the last seven days ${n === 1 ? "1 letter was" : `${numberIn("en", n)} letters were`} refused for how it was sent, not for whom. Please have the operator look at signatures and mail settings (SPF, DKIM, DMARC).`,
    see: "See what was refused",
  },
};
