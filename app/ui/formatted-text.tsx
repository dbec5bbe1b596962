import { type Block, type Inline, readMarkdown } from "#app/domain/markdown/markdown.ts";
import type { Language } from "#db/tables.ts";

/** A formatted text as people read it; its headings begin at the level that the page leaves them. */
export function FormattedText({
  source,
  level,
  language,
}: {
  source: string;
  level: 2 | 3;
  language?: Language;
}) {
  return (
    <div lang={language} className="wrap-anywhere">
      <Blocks blocks={readMarkdown(source)} level={level} />
    </div>
  );
}

// The pieces of a text that is read anew at every rendering have no names of their own but their places.
function Blocks({ blocks, level }: { blocks: Block[]; level: 2 | 3 }) {
  return blocks.map((block, i) => {
    const key = String(i);
    if (block.kind === "paragraph")
      return (
        <p key={key} className="mb-4 last:mb-0">
          <Pieces pieces={block.children} />
        </p>
      );
    if (block.kind === "quote")
      return (
        <blockquote key={key} className="mb-4 border-s-4 border-edge ps-4 last:mb-0">
          <Blocks blocks={block.children} level={level} />
        </blockquote>
      );
    if (block.kind === "list") return <List key={key} list={block} level={level} />;
    const Heading = `h${Math.min(6, level + block.level - 1)}` as "h2" | "h3" | "h4" | "h5";
    return (
      <Heading key={key} className={`mb-2 ${block.level === 1 ? "text-xl" : "text-lg"}`}>
        <Pieces pieces={block.children} />
      </Heading>
    );
  });
}

function List({ list, level }: { list: Extract<Block, { kind: "list" }>; level: 2 | 3 }) {
  const items = list.items.map((item, i) => (
    <li key={String(i)}>
      {item.map((block, place) =>
        block.kind === "paragraph" ? (
          <Pieces key={String(place)} pieces={block.children} />
        ) : (
          <Blocks key={String(place)} blocks={[block]} level={level} />
        ),
      )}
    </li>
  ));
  return list.start === null ? (
    <ul className="mb-4 grid list-disc gap-1 ps-6 last:mb-0">{items}</ul>
  ) : (
    <ol start={list.start} className="mb-4 grid list-decimal gap-1 ps-7 last:mb-0">
      {items}
    </ol>
  );
}

function Pieces({ pieces }: { pieces: Inline[] }) {
  return pieces.map((piece, i) => {
    const key = String(i);
    if (piece.kind === "text") return piece.text;
    if (piece.kind === "break") return <br key={key} />;
    if (piece.kind === "link")
      return (
        <a key={key} href={piece.href} rel="nofollow noopener noreferrer">
          {piece.text}
        </a>
      );
    const Tag = piece.kind;
    return (
      <Tag key={key}>
        <Pieces pieces={piece.children} />
      </Tag>
    );
  });
}
