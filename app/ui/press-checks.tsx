import type { Beat } from "#app/domain/press/beat.ts";
import { useMessages } from "#app/i18n/use-messages.ts";
import { paths } from "#app/paths.ts";
import { CheckList } from "./check-list.tsx";
import { LinkTo } from "./link.tsx";

interface Props {
  lists: { id: string; name: string; people: number }[];
  beats: { beat: Beat; people: number }[];
  choice: { listIds: string[]; beats: Beat[] } | undefined;
}

/** The lists and beats of a province's press, to be ticked. */
export function PressChecks({ lists, beats, choice }: Props) {
  const { invitations, press } = useMessages();
  const says = invitations.pages.choose;
  return (
    <>
      {lists.length > 0 ? (
        <CheckList
          legend={says.lists}
          name="list"
          options={lists.map(({ id, name, people }) => ({ value: id, label: name, people }))}
          checked={choice?.listIds ?? []}
        />
      ) : (
        <p>
          {says.noLists} <LinkTo to={paths.desk.pressLists()}>{says.makeList}</LinkTo>
        </p>
      )}
      {beats.length > 0 && (
        <CheckList
          legend={says.beats}
          name="beat"
          options={beats.map(({ beat, people }) => ({
            value: beat,
            label: press.beats[beat],
            people,
          }))}
          checked={choice?.beats ?? []}
          columns
        />
      )}
    </>
  );
}
