import { Circle, CircleAlert, CircleCheck, CircleDashed, Clock } from "lucide-react";
import type { ReactNode } from "react";

const TONES = {
  calm: { colours: "bg-calm-wash text-calm border-calm", Icon: Circle },
  due: { colours: "bg-due-wash text-due border-due", Icon: Clock },
  late: { colours: "bg-late-wash text-late border-late", Icon: CircleAlert },
  done: { colours: "bg-done-wash text-done border-done", Icon: CircleCheck },
  plain: { colours: "bg-wash text-soft border-edge", Icon: CircleDashed },
};

export type BadgeTone = keyof typeof TONES;

/** A state in a word, with a shape and a colour beside it, never colour alone. */
export function Badge({ tone = "plain", children }: { tone?: BadgeTone; children: ReactNode }) {
  const { colours, Icon } = TONES[tone];
  return (
    <span
      className={`inline-flex items-center gap-1.5 rounded-sm sm:whitespace-nowrap border px-2 py-0.5 text-sm ${colours}`}
    >
      <Icon aria-hidden="true" className="size-3.5 shrink-0" />
      <span className="first-letter:uppercase">{children}</span>
    </span>
  );
}
