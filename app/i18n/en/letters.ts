import { longTime } from "../dates.ts";
import type { vi } from "../vi.ts";

export const letters: (typeof vi)["letters"] = {
  facts: {
    guests: "For",
    map: "Map",
    access: "Access",
    kit: "Press kit",
    registration: "Registration",
    contact: "Contact",
  },
  guests: "journalists of the press agencies invited",
  registration: (startsAt, zone) =>
    `before ${longTime(startsAt, "en", zone)}, at the link in this letter`,
  kit: {
    open: (files) => `${files} ${files === 1 ? "file" : "files"} at the link to answer`,
    later: (opensAt, zone) =>
      `files open at ${longTime(opensAt, "en", zone)}, at the link to answer`,
  },
  contact: {
    phone: (phone) => `telephone ${phone}`,
    email: (email) => `e-mail ${email}`,
  },
  pressEmail: {
    title: "The agency's mailbox",
    lead: "Letters of invitation give this mailbox as the contact, and a journalist who presses Reply in a mail program writes to it. It should be an official mailbox that people read every day. Where the mail server hands it on to this system, what journalists ask there becomes a press query of the agency.",
    field: "Official e-mail",
    hint: "Left empty, replies go to the mailbox that the system sends from.",
    none: (sender) => `None yet: replies go to ${sender}, which the system sends from.`,
    edit: "Change the mailbox",
    submit: "Save the mailbox",
    saved: (email) => `Replies to letters now go to ${email}.`,
    removed: "Replies to letters now go to the mailbox that the system sends from.",
  },
};
