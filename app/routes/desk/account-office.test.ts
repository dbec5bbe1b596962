import { expect, it } from "vitest";
import { closeAgency } from "#app/domain/closings/closing.server.ts";
import { listStranded } from "#app/domain/closings/officers.server.ts";
import { paths } from "#app/paths.ts";
import { db, textOf, visit } from "#app/test/app.ts";
import { called, department } from "#app/test/departments.ts";
import { committee, officerOf } from "#app/test/people.ts";
import { byLan } from "#app/test/register.ts";

it("gives an officer whose agency is no more another one, by the province's hand alone", async () => {
  const [health, finance] = [await department(db), await department(db, called("Sở Tài chính"))];
  const lan = await officerOf(db, health);
  const minh = await officerOf(db, finance, "Minh");
  const hoa = await officerOf(db, await committee(db, "91"), "Hoa");
  const closing = { successorIds: [], day: "2026-09-01", basis: "NQ 9" };
  await closeAgency(db, { reach: "province" }, health, closing, byLan);
  const page = paths.desk.accountOffice(lan);

  const home = await textOf(await visit(paths.desk.home(), { as: hoa }));
  expect(home).toContain("Tài khoản của cơ quan đã thôi hoạt động");
  expect((await visit(page, { as: minh })).status).toBe(404);
  expect((await visit(page, { as: hoa, form: {} })).status).toBe(400);
  const wrong = await visit(page, { as: hoa, form: { agencyId: health.id } });
  expect([wrong.status, await textOf(wrong)]).toEqual([
    409,
    expect.stringContaining("Cơ quan này đã thôi hoạt động. Xin chọn cơ quan khác."),
  ]);
  expect((await visit(page, { as: hoa, form: { agencyId: finance.id } })).status).toBe(302);
  expect(await listStranded(db, hoa, "2026-09-01")).toEqual([]);
});
