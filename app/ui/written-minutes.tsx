import { blocksOf } from "#app/domain/afterwards/minutes.ts";

/** Minutes as they are read: headings, paragraphs and lists, of which none is ever HTML. */
export function WrittenMinutes({ text }: { text: string }) {
  return (
    <div className="grid max-w-[75ch] gap-3 wrap-anywhere">
      {blocksOf(text).map((block, i) => {
        const key = `${i}-${block.kind}`;
        if (block.kind === "heading")
          return (
            <h3 key={key} className="mt-2 text-lg font-semibold">
              {block.text}
            </h3>
          );
        if (block.kind === "list")
          return (
            <ul key={key} className="grid list-disc gap-1 ps-6">
              {block.items.map((item, at) => (
                // biome-ignore lint/suspicious/noArrayIndexKey: the same line may stand there twice, and none moves
                <li key={at}>{item}</li>
              ))}
            </ul>
          );
        return (
          <p key={key} className="whitespace-pre-line">
            {block.text}
          </p>
        );
      })}
    </div>
  );
}
