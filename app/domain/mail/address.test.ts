import { expect, test } from "vitest";
import { isMailAddress, readMailbox } from "./address.ts";

test.each(["ha@bao.test", "o'brien+tin@bao-dien-tu.vn", "HA.NGUYEN@BAO.VN", "a@localhost"])(
  "takes %s for an address",
  (text) => expect(isMailAddress(text)).toBe(true),
);

test.each([
  "",
  "ha",
  "@bao.test",
  "ha@",
  "ha@bao@test",
  "ha@bao.test\r\nBcc: x@y.test",
  "ha@bao.test, ba@bao.test",
  "Hà <ha@bao.test>",
  "hà@bao.test",
  "ha @bao.test",
  `${"a".repeat(65)}@bao.test`,
  `ha@${"b".repeat(300)}`,
])("does not take %j for one", (text) => expect(isMailAddress(text)).toBe(false));

test("reads a name and an address, or an address alone", () => {
  expect(readMailbox("Phát Ngôn <baochi@ward.test>")).toEqual({
    name: "Phát Ngôn",
    address: "baochi@ward.test",
  });
  expect(readMailbox('"UBND, phường" <baochi@ward.test>')?.name).toBe("UBND, phường");
  expect(readMailbox("baochi@ward.test")).toEqual({ name: "", address: "baochi@ward.test" });
  expect(readMailbox("Phát Ngôn <baochi>")).toBeUndefined();
});
