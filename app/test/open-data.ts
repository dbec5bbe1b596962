import { type EndpointName, endpoints } from "#app/domain/open-data/endpoints.ts";
import { db, visit } from "./app.ts";
import { committee } from "./people.ts";
import { aroundLongXuyen } from "./places.ts";
import { assigned, decided, delegated, written } from "./register.ts";

/** The cast with ids that stay, so that what it answers can stand in the document as examples. */
export async function keptBooks() {
  await aroundLongXuyen(db);
  const longXuyen = await committee(db);
  await renamed("assignment", await assigned(db, longXuyen), "an-head");
  const bảo = { name: "Trần Quốc Bảo", capacity: "regular", decisionNo: "87/QĐ-UBND" } as const;
  await renamed("assignment", await assigned(db, longXuyen, decided(bảo)), "bao-regular");
  await renamed("delegation", await delegated(db, longXuyen, written()), "an-cuc");
  const lan = decided({ name: "Đặng Thị Ngọc Lan", position: "Chủ tịch UBND tỉnh" });
  await renamed("assignment", await assigned(db, await committee(db, "91"), lan), "lan-head");
}

async function renamed(table: "assignment" | "delegation", { id }: { id: string }, to: string) {
  await db.updateTable(table).set({ id: to }).where("id", "=", id).execute();
}

/** What an address answers. */
export const ask = async (path: string, headers?: Record<string, string>) => {
  const response = await visit(path, { headers });
  const text = await response.text();
  return {
    status: response.status,
    headers: response.headers,
    body: text ? JSON.parse(text) : null,
  };
};

/** The addresses of open data, and those that answer with data. */
export const names = Object.keys(endpoints) as EndpointName[];
export const answering = names.filter((name) => endpoints[name].answer);
