import type { Due } from "#app/domain/policies/due.ts";
import { shortTime } from "#app/i18n/dates.ts";
import { useMessages } from "#app/i18n/use-messages.ts";

/** Invitations are held back until a reason is given why they go before the notice is in time. */
export function Despite({ due, suggested }: { due: Due; suggested?: boolean }) {
  const { notices, policies } = useMessages();
  const words = notices.hold;
  return (
    <div className="w-full rounded-md border-s-4 border-due bg-due-wash p-4">
      <p className="font-semibold">{words.title}</p>
      <p id="despite-hint" className="mb-3 max-w-[70ch]">
        {words.says(policies.measure(due.rule), shortTime(due.at))}
      </p>
      <label className="block max-w-3xl">
        <span className="mb-1 block font-semibold">{words.reason}</span>
        <textarea
          name="despite"
          required
          maxLength={500}
          rows={2}
          aria-describedby="despite-hint"
          defaultValue={suggested ? words.suggested : undefined}
          className="w-full rounded-md border border-edge bg-sheet px-3 py-2 text-ink"
        />
      </label>
    </div>
  );
}
