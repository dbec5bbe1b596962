import { COUNTS, type Figure, type Indicator } from "#app/domain/reports/annual.ts";
import { useMessages } from "#app/i18n/use-messages.ts";
import { useCounted } from "./counted.ts";

/** A figure as the form has it: 12, or 12/15, which is read out as "12 of 15". */
export function FigureText({ indicator, figure }: { indicator: Indicator; figure: Figure }) {
  const words = useMessages().reports;
  const number = useCounted();
  if (COUNTS.includes(indicator)) return <>{number(figure.count)}</>;
  return (
    <>
      <span aria-hidden="true">
        {number(figure.count)}/{number(figure.of)}
      </span>
      <span className="sr-only">{words.outOf(figure.count, figure.of)}</span>
    </>
  );
}
