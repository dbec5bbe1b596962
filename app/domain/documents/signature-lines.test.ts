import { expect, it } from "vitest";
import { signatureLines } from "./signature-lines.ts";

it.each([
  ["Chủ tịch UBND phường", true, ["TM. Ủy ban nhân dân", "Chủ tịch"]],
  ["Phó Chủ tịch UBND phường", true, ["TM. Ủy ban nhân dân", "KT. Chủ tịch", "Phó Chủ tịch"]],
  ["Phó Chủ tịch", true, ["TM. Ủy ban nhân dân", "KT. Chủ tịch", "Phó Chủ tịch"]],
  ["Chánh Văn phòng UBND tỉnh", true, ["Chánh Văn phòng UBND tỉnh"]],
  ["Giám đốc Sở Y tế", false, ["Giám đốc"]],
  ["Phó Giám đốc Sở Y tế", false, ["KT. Giám đốc", "Phó Giám đốc"]],
  ["Phó Chánh Thanh tra", false, ["KT. Chánh Thanh tra", "Phó Chánh Thanh tra"]],
  ["Trưởng ban Quản lý", false, ["Trưởng ban"]],
  ["Giám đốcX", false, ["Giám đốcX"]],
  [undefined, false, ["Người đứng đầu cơ quan"]],
  [undefined, true, ["TM. Ủy ban nhân dân", "Người đứng đầu cơ quan"]],
])("%s signs (for a committee: %s) as %o", (position, isCommittee, lines) => {
  expect(signatureLines(position, isCommittee)).toEqual(lines);
});
