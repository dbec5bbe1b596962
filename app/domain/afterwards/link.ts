import { z } from "zod";
import type { Row } from "#db/tables.ts";
import { day, line, optional, webAddress } from "../fields.ts";

export type MeetingLink = Row<"meetingLink">;

/** An address that people follow: http or https, with nobody's password in it. Nothing is ever fetched from it. */
const address = webAddress.refine((text) => {
  const url = URL.parse(text);
  return url !== null && !url.username && !url.password;
}, "not-a-url");

/** Where a meeting can be watched, as it is typed. */
export const VideoForm = z.object({ url: address, title: optional(line(200)) });

/** An article that came of a meeting, as it is typed. */
export const ArticleForm = z.object({
  outlet: line(160),
  title: line(300),
  url: address,
  day,
});
