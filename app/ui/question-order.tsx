import type { Order } from "#app/domain/questions/question-order.ts";
import { useMessages } from "#app/i18n/use-messages.ts";

/** By which rule questions are called, and what anybody needs to check that it was so. */
export function OrderFacts({ order, drawn }: { order: Order; drawn?: number[] }) {
  const words = useMessages().questions;
  const { rule, commitment, seed } = order;
  return (
    <div className="grid gap-1">
      <p>
        <strong>
          {words.order.is}: {words.rules[rule]}.
        </strong>{" "}
        {words.ruleHints[rule]} {words.order.equal}
      </p>
      {commitment && !seed && (
        <p className="text-sm text-soft wrap-anywhere">{words.order.sealed(commitment)}</p>
      )}
      {commitment && seed && (
        <details className="text-sm">
          <summary className="min-h-9 text-soft">{words.order.drawn}</summary>
          <dl className="grid gap-1 wrap-anywhere">
            <div>
              <dt className="inline font-semibold">{words.order.drawn}: </dt>
              <dd className="inline">
                {drawn && drawn.length > 0 ? drawn.join(", ") : words.order.none}
              </dd>
            </div>
            <div>
              <dt className="inline font-semibold">{words.order.seed}: </dt>
              <dd className="inline font-mono">{seed}</dd>
            </div>
            <div>
              <dt className="inline font-semibold">{words.order.seal}: </dt>
              <dd className="inline font-mono">{commitment}</dd>
            </div>
          </dl>
          <p className="mt-1 text-soft">{words.order.check}</p>
        </details>
      )}
    </div>
  );
}
