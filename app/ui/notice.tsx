import { CircleAlert, CircleCheck, Info } from "lucide-react";
import type { ReactNode } from "react";

const TONES = {
  info: { colours: "border-calm bg-calm-wash text-calm", Icon: Info },
  success: { colours: "border-done bg-done-wash text-done", Icon: CircleCheck },
  problem: { colours: "border-late bg-late-wash text-late", Icon: CircleAlert },
  warning: { colours: "border-due bg-due-wash text-due", Icon: CircleAlert },
};

/** A sentence that must not be missed; problems are announced at once. */
export function Notice({
  tone = "info",
  title,
  children,
}: {
  tone?: keyof typeof TONES;
  title?: string;
  children?: ReactNode;
}) {
  const { colours, Icon } = TONES[tone];
  return (
    <div
      role={tone === "problem" ? "alert" : "status"}
      className={`mb-5 flex gap-3 rounded-md border-s-4 p-4 ${colours}`}
    >
      <Icon aria-hidden="true" className="mt-0.5 size-5 shrink-0" />
      <div className="min-w-0 text-ink">
        {title && <p className="font-semibold">{title}</p>}
        {children}
      </div>
    </div>
  );
}
