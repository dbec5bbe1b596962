import type { AddressInfo } from "node:net";
import { config } from "#app/config.server.ts";
import type { House } from "#app/house.server.ts";

/** What somebody needs who has just started the app: where it is, who may sign in, where mail goes. */
export function sayWelcome(listening: AddressInfo | string | null, { demoAccounts }: House) {
  const port = typeof listening === "object" ? listening?.port : undefined;
  const origin = config.PORT === 0 ? config.ORIGIN.replace(/:0$/, `:${port}`) : config.ORIGIN;
  console.log(`\nPhát Ngôn: ${origin}   (English: ${origin}/en)`);
  if (demoAccounts.length) {
    console.log(`\nDữ liệu mẫu / demo office. Đăng nhập / sign in at ${origin}/sign-in`);
    for (const { email, password, what } of demoAccounts)
      console.log(`  ${email.padEnd(28)} ${password}   ${what}`);
  }
  console.log(
    config.SMTP_URL
      ? `\nThư gửi qua / mail leaves through ${new URL(config.SMTP_URL).host}`
      : `\nThư gửi đi đọc ở Hòm thư thử / sent mail is read at ${origin}/desk/mailbox`,
  );
  console.log("Dừng / stop: Ctrl+C\n");
}
