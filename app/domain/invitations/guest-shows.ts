import { pageOf } from "../paging/page.ts";
import type { InvitationListed } from "./invitations.server.ts";
import { brings } from "./reply-form.ts";

/** Which of those invited are looked at. */
export const SHOWS = [
  ...(["all", "trouble", "waiting", "asked-again", "coming", "listed"] as const),
  ...(["tentative", "declined"] as const),
] as const;
export type Show = (typeof SHOWS)[number];

const SHOWN: Record<Show, (guest: InvitationListed) => boolean> = {
  all: () => true,
  trouble: ({ mail }) => mail?.progress === "refused" || mail?.progress === "put-back",
  waiting: ({ reply, repliedAt }) => reply === null && repliedAt === null,
  "asked-again": ({ reply, repliedAt }) => reply === null && repliedAt !== null,
  coming: ({ reply, waitingSince }) => brings(reply) && waitingSince === null,
  listed: ({ waitingSince }) => waitingSince !== null,
  tentative: ({ reply }) => reply === "tentative",
  declined: ({ reply }) => reply === "declined",
};

const PAGE = 50;

/** One page of those who belong to a show, and how many belong to each. */
export function pageOfGuests(all: InvitationListed[], show: Show, asked: number) {
  const sizes = SHOWS.map((one) => all.filter(SHOWN[one]).length);
  const { shown: guests, page, pages } = pageOf(all.filter(SHOWN[show]), asked, PAGE);
  return { sizes, guests, page, pages };
}
