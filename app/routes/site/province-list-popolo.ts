import type { LoaderFunctionArgs } from "@remix-run/node";
import { dayOf } from "#app/clock.ts";
import { db } from "#app/db.server.ts";
import { placesOf } from "#app/domain/areas/areas.server.ts";
import { popolo } from "#app/domain/publishing/popolo.ts";
import { listFile } from "#app/http/list-file.server.ts";

/** The list of a province as Popolo data. */
export function loader({ params, request }: LoaderFunctionArgs) {
  return listFile(request, params.code, {
    extension: "popolo.json",
    type: "application/json; charset=utf-8",
    write: async (list, reader) => {
      const atlas = await placesOf(db);
      const codes = new Set(list.entries.map(({ agency }) => agency.areaCode));
      codes.delete(list.province.code);
      const areas = [...codes].flatMap((code) => atlas.entry(`2025-${code}`, dayOf(list.at)) ?? []);
      return JSON.stringify(popolo({ ...list, areas }, { ...reader }), null, 2);
    },
  });
}
