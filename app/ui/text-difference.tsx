import type { Stretch } from "#app/domain/statements/text-difference.ts";
import { useMessages } from "#app/i18n/use-messages.ts";
import type { Language } from "#db/tables.ts";

/** Two texts in one: struck through what went, underlined what came; said aloud too, not by colour alone. */
export function TextDifference({
  stretches,
  language,
}: {
  stretches: Stretch[];
  language?: Language;
}) {
  const words = useMessages().errata;
  return (
    <p lang={language} className="max-w-[70ch] whitespace-pre-line wrap-anywhere">
      {shortened(stretches).map(({ kind, text }, i) => {
        const key = String(i);
        if (kind === "same") return <span key={key}>{text}</span>;
        const Tag = kind === "gone" ? "del" : "ins";
        return (
          <Tag
            key={key}
            className={
              kind === "gone"
                ? "bg-late-wash text-late decoration-2"
                : "bg-done-wash text-done decoration-2"
            }
          >
            <span className="sr-only"> {kind === "gone" ? words.gone : words.came} </span>
            {text.replaceAll("\n", "↵\n")}
          </Tag>
        );
      })}
    </p>
  );
}

const AROUND = 160;

/** What stayed is shown around what changed; of a long stretch the middle is left out. */
function shortened(stretches: Stretch[]): Stretch[] {
  return stretches.map((one, i) => {
    const signs = one.kind === "same" ? Array.from(one.text) : [];
    const isFirst = i === 0;
    const isLast = i === stretches.length - 1;
    const most = isFirst || isLast ? AROUND : AROUND * 2;
    if (signs.length <= most + 20) return one;
    const head = isFirst ? "" : signs.slice(0, AROUND).join("");
    const tail = isLast ? "" : signs.slice(-AROUND).join("");
    return { kind: "same", text: `${head} […] ${tail}` };
  });
}
