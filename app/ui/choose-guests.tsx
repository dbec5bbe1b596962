import { Form, useSubmit } from "@remix-run/react";
import { Eye, Search } from "lucide-react";
import type { Choice } from "#app/domain/invitations/choice.server.ts";
import type { Beat } from "#app/domain/press/beat.ts";
import { useLocalised, useMessages } from "#app/i18n/use-messages.ts";
import { paths } from "#app/paths.ts";
import { AreaChoice, type ChosenArea } from "./area-choice.tsx";
import { Button } from "./button.tsx";
import { type Check, CheckList } from "./check-list.tsx";
import { Notice } from "./notice.tsx";
import { PlainSelect } from "./plain-field.tsx";
import { PressChecks } from "./press-checks.tsx";

interface Person {
  id: string;
  name: string;
  outletName: string | null;
}

interface Props {
  meeting: { id: string };
  choice: Choice;
  lists: { id: string; name: string; people: number }[];
  beats: { beat: Beat; people: number }[];
  outlets: { id: string; name: string; people: number }[];
  areas: ChosenArea[];
  quota: number | null;
  over: number;
  trimmed: number;
  picked: Person[];
  q: string;
  found: (Person & {
    invited: boolean;
    unsubscribed: boolean;
    awaitsConsent: boolean;
    suppressed: boolean;
  })[];
  /** As many are picked one by one as can be. */
  full: boolean;
  guests: number;
  already: number;
}

/** Whom to invite: by lists, beats, outlets, areas, one by one. The address carries the choice. */
export function ChooseGuests({ meeting, choice, q, guests, already, ...from }: Props) {
  const words = useMessages();
  const { over, quota, trimmed } = from;
  const narrowed = words.answers.choose;
  const says = words.invitations.pages.choose;
  const to = useLocalised();
  const submit = useSubmit();
  return (
    <Form
      method="get"
      className="grid gap-5"
      onChange={({ target, currentTarget }) => {
        const isTicked = target instanceof HTMLInputElement && target.type === "checkbox";
        if (isTicked || target instanceof HTMLSelectElement)
          submit(currentTarget, { replace: true, preventScrollReset: true });
      }}
    >
      <div className="grid gap-x-8 gap-y-5 lg:grid-cols-2">
        <div className="grid content-start gap-5">
          <PressChecks lists={from.lists} beats={from.beats} choice={choice} />
          {from.outlets.length > 0 && (
            <details open={choice.outletIds.length > 0}>
              <summary className="min-h-11 cursor-pointer py-2 font-semibold">
                {narrowed.outlets}
              </summary>
              <CheckList
                legend={narrowed.outlets}
                name="outlet"
                options={from.outlets.map(({ id, name, people }) => ({
                  value: id,
                  label: name,
                  people,
                }))}
                checked={choice.outletIds}
              />
            </details>
          )}
          <PlainSelect
            name="language"
            label={narrowed.languages}
            hint={narrowed.narrow}
            blank={narrowed.anyLanguage}
            options={(["vi", "en"] as const).map((value) => ({
              value,
              label: words.press.languages[value],
            }))}
            value={choice.language}
          />
          <AreaChoice areas={from.areas} choice={choice} />
          <PlainSelect
            name="most"
            label={narrowed.quota}
            blank={narrowed.quotaBlank}
            options={[...new Set([1, 2, 3, 5, quota ?? 1, choice.most ?? 1])]
              .sort((a, b) => a - b)
              .map((most) => ({ value: String(most), label: narrowed.quotaPeople(most) }))}
            value={choice.most ? String(choice.most) : ""}
          />
        </div>
        <div className="grid content-start gap-3">
          <div className="flex items-end gap-2">
            <label className="min-w-0 grow">
              <span className="mb-1 block font-semibold">{says.people}</span>
              <input
                key={q}
                type="search"
                name="q"
                defaultValue={q}
                maxLength={200}
                placeholder={says.peopleHint}
                className="min-h-11 w-full rounded-md border border-edge bg-sheet px-3 py-2 placeholder:text-soft"
              />
            </label>
            <Button tone="plain">
              <Search aria-hidden="true" className="size-4" />
              {words.common.search}
            </Button>
          </div>
          {from.picked.length > 0 && (
            <CheckList
              legend={says.picked}
              name="person"
              options={from.picked.map(checkOf)}
              checked={choice.journalistIds}
            />
          )}
          {from.full && <p className="text-due">{says.full}</p>}
          <Found {...from} q={q} choice={choice} />
        </div>
      </div>
      <div className="flex flex-wrap items-center gap-4 border-t border-line pt-4">
        <Button formAction={to(paths.desk.invitationPreview(meeting))}>
          <Eye aria-hidden="true" className="size-4" />
          {says.preview}
        </Button>
        <p role="status">
          {guests > 0 && <strong>{says.chosen(guests)}</strong>}{" "}
          {already > 0 && says.already(already)} {trimmed > 0 && narrowed.trimmed(trimmed)}
        </p>
      </div>
      {over > 0 && quota && (
        <Notice tone="warning" title={narrowed.over(over)}>
          <p className="mb-2">{narrowed.overLead}</p>
          <Button tone="plain" name="most" value={quota}>
            {narrowed.trimTo(quota)}
          </Button>
        </Notice>
      )}
    </Form>
  );
}

function Found({ found, picked, choice, q }: Pick<Props, "found" | "picked" | "choice" | "q">) {
  const { answers, invitations } = useMessages();
  const says = invitations.pages.choose;
  const reasons = {
    ...{ invited: says.isInvited, unsubscribed: says.isUnsubscribed },
    ...{ awaitsConsent: answers.choose.awaitsConsent, suppressed: answers.choose.isSuppressed },
  };
  if (!q) return null;
  const fresh = found.filter(({ id }) => !picked.some((one) => one.id === id));
  const open = fresh.filter((one) => whyClosed(one) === undefined);
  const closed = fresh.filter((one) => whyClosed(one) !== undefined);
  if (fresh.length === 0) return <p className="text-soft">{says.nobodyFound(q)}</p>;
  return (
    <>
      {open.length > 0 && (
        <CheckList
          legend={says.found}
          name="person"
          options={open.map(checkOf)}
          checked={choice.journalistIds}
        />
      )}
      {closed.length > 0 && (
        <ul className="text-soft">
          {closed.map((one) => (
            <li key={one.id}>
              {one.name} · {reasons[whyClosed(one) ?? "invited"]}
            </li>
          ))}
        </ul>
      )}
    </>
  );
}

/** Why somebody found cannot be chosen; what they said themselves comes first. */
function whyClosed(one: Props["found"][number]) {
  return (["invited", "unsubscribed", "suppressed", "awaitsConsent"] as const).find(
    (why) => one[why],
  );
}

function checkOf({ id, name, outletName }: Person): Check {
  return { value: id, label: name, note: outletName ?? undefined };
}
