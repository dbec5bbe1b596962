interface Unknown {
  name: string;
  value: string;
  allowed: readonly string[];
}

/** What is said of a filter or an order that a list does not know. */
export const listQuestions = {
  refused: ({ name, value, allowed }: Unknown) =>
    `Không có giá trị “${value}” cho tham số ${name}. Xin chọn: ${allowed.join(", ")}.`,
  ignored: ({ name, value, allowed }: Unknown) =>
    `Không có giá trị “${value}” cho tham số ${name} (chỉ có: ${allowed.join(", ")}); trang này hiện như khi không chọn.`,
};
