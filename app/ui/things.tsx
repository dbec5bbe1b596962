import type { ReactNode } from "react";
import { Card } from "./card.tsx";

/** A card of things to look after; nothing at all where there is none. */
export function Things<Thing>({
  title,
  things,
  keyOf,
  children,
}: {
  title: string;
  things: Thing[];
  keyOf: (thing: Thing) => string;
  children: (thing: Thing) => ReactNode;
}) {
  if (things.length === 0) return null;
  return (
    <Card title={title}>
      <ul className="grid gap-3">
        {things.map((thing) => (
          <li key={keyOf(thing)}>{children(thing)}</li>
        ))}
      </ul>
    </Card>
  );
}
