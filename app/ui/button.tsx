import { useNavigation } from "@remix-run/react";
import type { ComponentProps } from "react";
import { LinkTo } from "./link.tsx";

type Tone = "primary" | "plain" | "quiet" | "danger";

const SHAPE =
  "inline-flex min-h-11 items-center justify-center gap-2 rounded-md border px-4 py-2 font-semibold no-underline disabled:cursor-not-allowed disabled:opacity-60 aria-disabled:cursor-not-allowed aria-disabled:opacity-60";

const TONES: Record<Tone, string> = {
  primary: "border-accent bg-accent text-on-accent hover:bg-accent-strong hover:text-on-accent",
  plain: "border-edge bg-sheet text-ink hover:bg-wash hover:text-ink",
  quiet: "border-transparent bg-transparent text-accent underline hover:bg-wash",
  danger: "border-late bg-sheet text-late hover:bg-late-wash hover:text-late",
};

export function Button({
  tone = "primary",
  type = "submit",
  className = "",
  ...rest
}: ComponentProps<"button"> & { tone?: Tone }) {
  return <button type={type} className={`${SHAPE} ${TONES[tone]} ${className}`} {...rest} />;
}

/** A button that sends something off: pressed twice it would, so it rests while the first is on its way. */
export function SendButton(props: ComponentProps<typeof Button>) {
  return <Button disabled={useNavigation().state === "submitting"} {...props} />;
}

/** A link that looks like what it is: the next step. */
export function ButtonLink({
  tone = "plain",
  className = "",
  ...rest
}: ComponentProps<typeof LinkTo> & { tone?: Tone }) {
  return <LinkTo className={`${SHAPE} ${TONES[tone]} ${className}`} {...rest} />;
}

/** A link that leaves the site for a telephone or a letter (tel:, mailto:), or fetches data. */
export function ButtonAnchor({
  tone = "plain",
  className = "",
  ...rest
}: ComponentProps<"a"> & { href: string; tone?: Tone }) {
  return <a className={`${SHAPE} ${TONES[tone]} ${className}`} {...rest} />;
}
