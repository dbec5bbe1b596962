import { z } from "zod";
import type { Day } from "#db/tables.ts";
import { choice, day, email, line, optional, paragraphs, phone } from "../fields.ts";
import { BEATS } from "../press/beat.ts";

/** What journalists write about themselves: a card or a letter, neither asked for, and no picture of either. */
export const ProfileForm = z
  .object({
    name: line(120),
    phone: optional(phone),
    language: choice(["vi", "en"]),
    outlet: optional(line(120)),
    beats: z.array(choice(BEATS)).max(BEATS.length),
    areas: optional(paragraphs(2_000)),
    pressCardNo: optional(line(60)),
    pressCardUntilDay: optional(day),
    introLetterNo: optional(line(60)),
    introLetterUntilDay: optional(day),
    introLetterFor: optional(line(300)),
  })
  .superRefine(({ pressCardNo, pressCardUntilDay, introLetterNo, ...letter }, context) => {
    const problem = (path: string) =>
      context.addIssue({ code: "custom", path: [path], message: "until-without-number" });
    if (pressCardUntilDay && !pressCardNo) problem("pressCardNo");
    if ((letter.introLetterUntilDay || letter.introLetterFor) && !introLetterNo)
      problem("introLetterNo");
  });
export type Profile = z.output<typeof ProfileForm>;

export const AddressForm = z.object({ email });

/** What the foreign press shows: a resident card, or a press permit; its number and end, never a picture. */
export const ForeignForm = z.object({
  kind: choice(["resident", "visiting"]),
  paperNo: line(60),
  paperUntilDay: optional(day),
});
export type ForeignPaper = z.output<typeof ForeignForm>;

/** What the province's committee answered about a foreign correspondent. */
export const ApprovalForm = z
  .object({
    approval: choice(["given", "refused"]),
    approvalNo: optional(line(60)),
    approvalDay: day,
  })
  .superRefine(({ approval, approvalNo }, context) => {
    if (approval === "given" && !approvalNo)
      context.addIssue({ code: "custom", path: ["approvalNo"], message: "required" });
  });
export type Approval = z.output<typeof ApprovalForm>;

export const SignInForm = z.object({ email });

/** What is on record, as the form's first values. */
export interface ProfileKept {
  name: string;
  phone: string | null;
  language: "vi" | "en";
  outletName: string | null;
  beats: string[];
  areas: string[];
  pressCardNo: string | null;
  pressCardUntilDay: Day | null;
  introLetterNo: string | null;
  introLetterUntilDay: Day | null;
  introLetterFor: string | null;
}

/** A journalist's record as the boxes of their form: what is not known is an empty box, an area is a line. */
export function formOfProfile(kept: ProfileKept): Record<keyof Profile, unknown> {
  const { outletName, areas, beats, ...rest } = kept;
  const blank = Object.fromEntries(
    Object.entries(rest).map(([name, value]) => [name, value ?? ""]),
  ) as Record<keyof typeof rest, unknown>;
  return { ...blank, beats, outlet: outletName ?? "", areas: areas.join("\n") };
}
