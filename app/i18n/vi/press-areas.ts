/** Where journalists report from. */
export const pressAreas = {
  area: "Địa bàn theo dõi",
  place: (name: string, people: number) => `${name} (${people} người)`,
  any: "Mọi địa bàn",
  narrow:
    "Chỉ mời trong số những người đã chọn; nếu chưa chọn gì khác thì mời mọi người theo dõi địa bàn này",
  wide: "Kể cả người theo dõi cả tỉnh",
  none: "Chưa nhà báo nào ghi địa bàn theo dõi: mọi người được coi là theo dõi cả tỉnh.",
  linesHint: "Mỗi dòng một xã, phường, đặc khu của tỉnh. Bỏ trống nếu theo dõi cả tỉnh.",
  unknown: (areas: string) => `Không rõ địa bàn nào: ${areas}. Xin gõ tên như “Phường Long Xuyên”.`,
};
