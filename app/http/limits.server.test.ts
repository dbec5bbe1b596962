import { expect, it } from "vitest";
import { networkOf } from "./limits.server.ts";

it.each([
  ["2001:db8:1:2:3:4:5:6", "2001:db8:1:2::/64"],
  ["2001:0DB8:1:2::9", "2001:db8:1:2::/64"],
  ["2001:db8::9", "2001:db8:0:0::/64"],
  ["fe80::1%eth0", "fe80:0:0:0::/64"],
  ["::1", "0:0:0:0::/64"],
])("counts %s with the network that one office has", (address, network) => {
  expect(networkOf(address)).toBe(network);
});

it("tells IPv4 addresses apart, also where they are written as IPv6", () => {
  expect(networkOf("203.0.113.7")).toBe("203.0.113.7");
  expect(networkOf("::ffff:203.0.113.7")).not.toBe(networkOf("::ffff:203.0.113.8"));
});

it("leaves whatever is no address as it is", () => {
  expect(networkOf("pc-30307")).toBe("pc-30307");
  expect(networkOf("ha@bao.example")).toBe("ha@bao.example");
});
