import type { Choice } from "#app/domain/invitations/choice.server.ts";
import { useLanguage, useMessages } from "#app/i18n/use-messages.ts";
import { PlainSelect } from "./plain-field.tsx";

export interface ChosenArea {
  id: string;
  type: string;
  name: string;
  nameEn: string;
  people: number;
}

/** Areas as options: the type tells a ward from the commune of the same name. */
export function useAreaOptions() {
  const isEnglish = useLanguage() === "en";
  const { place } = useMessages().pressAreas;
  return (all: ChosenArea[]) =>
    all.map(({ id, type, name, nameEn, people }) => ({
      value: id,
      label: place(isEnglish ? nameEn : `${type} ${name}`, people),
    }));
}

/** From where those are who are invited; nothing to choose where nobody has named an area. */
export function AreaChoice({ areas, choice }: { areas: ChosenArea[]; choice: Choice }) {
  const words = useMessages().pressAreas;
  const optionsOf = useAreaOptions();
  if (areas.length === 0) return <p className="text-sm text-soft">{words.none}</p>;
  return (
    <div className="grid gap-1">
      <PlainSelect
        name="area"
        label={words.area}
        hint={words.narrow}
        blank={words.any}
        options={optionsOf(areas)}
        value={choice.areaId}
      />
      <label className="inline-flex min-h-11 items-center gap-2">
        <input
          key={String(choice.wide)}
          type="checkbox"
          name="wide"
          defaultChecked={choice.wide === true}
          className="size-5"
        />
        {words.wide}
      </label>
    </div>
  );
}
