import type { DelegationRules } from "#app/domain/spokespersons/delegation-rules.server.ts";
import { useMessages } from "#app/i18n/use-messages.ts";
import { Notice } from "./notice.tsx";

/** What is asked of a delegation beside the law's conditions: how long at most, published by when. Nothing where no rule is in force. */
export function DelegationRulesNotice({ rules }: { rules: DelegationRules }) {
  const words = useMessages().delegations;
  const { longest, publication } = rules;
  if (!longest && !publication) return null;
  return (
    <Notice title={words.rules}>
      <ul className="my-1 list-disc ps-5">
        {longest && <li>{words.longest(longest, longest.isBinding)}</li>}
        {publication && (
          <li>
            {words.publication(publication.hours, publication.legalRef, publication.isBinding)}
          </li>
        )}
      </ul>
    </Notice>
  );
}
