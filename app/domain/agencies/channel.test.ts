import { describe, expect, it } from "vitest";
import { ChannelForm } from "./channel.ts";

const read = (url: string, kind = "website") =>
  ChannelForm.safeParse({ kind, url, name: "Cổng thông tin" });

describe("an official channel", () => {
  it.each([
    ["website", "https://angiang.gov.vn"],
    ["website", "https://soyte.angiang.gov.vn/tin-tuc?trang=1"],
    ["facebook", "https://www.facebook.com/angiang.gov.vn"],
    ["zalo", "https://zalo.me/1234567890"],
    ["youtube", "https://youtu.be/abc"],
    ["tiktok", "https://www.tiktok.com/@angiang"],
    ["other", "https://t.me/angiang"],
  ])("may be a %s at %s", (kind, url) => {
    expect(read(url, kind).success).toBe(true);
  });

  it.each([
    "http://angiang.gov.vn",
    "javascript:alert(1)",
    "https://localhost/x",
    "https://10.0.0.1/",
    "https://[::1]/",
    "https://angiang",
    "https://angiang.gov.vn:8443/",
    "https://user:pass@angiang.gov.vn/",
    "https://máy.local/",
    "https://angiang.gov.vn/a b",
    'https://angiang.gov.vn/"><script>',
  ])("is never at %s", (url) => {
    expect(read(url).error?.issues.map(({ message }) => message)).toContain("not-https");
  });

  it.each([
    ["facebook", "https://facebook.com.evil.vn/x"],
    ["facebook", "https://notfacebook.com/x"],
    ["youtube", "https://tiktok.com/@x"],
  ])("called %s is not at %s", (kind, url) => {
    expect(read(url, kind).error?.issues).toMatchObject([{ path: ["url"], message: "other-host" }]);
  });
});
