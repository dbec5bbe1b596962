interface Counts {
  added: number;
  changed: number;
  known: number;
  unsubscribed: number;
  newOutlets: number;
  unconsented: number;
  suppressed: number;
}

export const press = {
  beats: {
    politics: "Chính trị, chính quyền",
    economy: "Kinh tế",
    society: "Xã hội",
    health: "Y tế",
    education: "Giáo dục",
    environment: "Môi trường",
    traffic: "Giao thông, an toàn",
    agriculture: "Nông nghiệp",
    culture: "Văn hóa, du lịch",
    law: "Pháp luật",
    international: "Quốc tế",
    other: "Khác",
  },
  outletTypes: {
    print: "Báo in",
    magazine: "Tạp chí",
    online: "Báo điện tử",
    radio: "Phát thanh",
    television: "Truyền hình",
    agency: "Thông tấn",
    mixed: "Đa loại hình",
  },
  languages: { vi: "Tiếng Việt", en: "Tiếng Anh" },
  credentials: {
    card: "Thẻ nhà báo",
    letter: "Giấy giới thiệu",
    expired: "Thẻ, giấy đã hết hạn",
    none: "Chưa ghi thẻ, giấy",
  },
  unsubscribed: "Đã ngừng nhận thư mời",
  consentByLink: "Tự đăng ký lại qua liên kết trong thư mời",
  importedConsent: "Đơn vị nhập danh sách xác nhận nhà báo đã đồng ý",

  province: {
    label: "Tỉnh, thành phố",
    whole: "Cả nước",
    choose: "Chọn",
    lead: "Sổ nhà báo được lập theo từng tỉnh, thành phố. Xin chọn nơi cần làm việc.",
  },

  fields: {
    name: "Họ và tên",
    email: "Thư điện tử",
    phone: "Điện thoại",
    phoneHint: "Chỉ dùng trong bàn báo chí, không bao giờ công khai.",
    language: "Ngôn ngữ nhận thư",
    outlet: "Cơ quan báo chí",
    noOutlet: "Chưa ghi",
    beats: "Lĩnh vực theo dõi",
    papers: "Thẻ nhà báo hoặc giấy giới thiệu",
    papersHint:
      "Chỉ cần một trong hai: người đã có thẻ nhà báo không phải xuất trình thêm giấy giới thiệu. Có thể để trống và ghi sau.",
    pressCardNo: "Số thẻ nhà báo",
    pressCardUntil: "Thẻ có giá trị đến ngày",
    introLetterNo: "Số giấy giới thiệu",
    introLetterUntil: "Giấy có giá trị đến ngày",
    consent: "Sự đồng ý",
    consentHint:
      "Chỉ ghi vào sổ người đã đồng ý nhận thư mời (Luật Bảo vệ dữ liệu cá nhân số 91/2025/QH15).",
    consentDay: "Đồng ý ngày",
    consentBasis: "Hình thức đồng ý",
    consentBasisHint: "Ví dụ: phiếu đăng ký, thư điện tử ngày 02/8/2026.",
    lists: "Danh sách",
  },

  problems: {
    "email-listed": "Địa chỉ thư điện tử này đã có trong sổ của tỉnh, thành phố.",
    "unknown-outlet": "Cơ quan báo chí này không có trong sổ của tỉnh, thành phố.",
    "outlet-listed": "Đã có cơ quan báo chí mang tên này.",
    "list-name-taken": "Đã có danh sách mang tên này.",
    "until-without-number": "Đã ghi thời hạn thì xin ghi cả số.",
    "consent-to-come": "Ngày đồng ý không thể ở tương lai.",
    "nobody-chosen": "Chưa chọn ai.",
    "email-twice": (line: number) => `Trùng địa chỉ thư điện tử với dòng ${line}.`,
    "not-a-language": "Xin ghi vi (tiếng Việt) hoặc en (tiếng Anh).",
    "not-a-beat":
      "Có lĩnh vực chưa nhận ra được. Các lĩnh vực: Chính trị, Kinh tế, Xã hội, Y tế, Giáo dục, Môi trường, Giao thông, Nông nghiệp, Văn hóa, Pháp luật, Quốc tế, Khác; cách nhau bằng dấu chấm phẩy.",
    "not-a-list-name": "Tên danh sách chỉ có một dòng, tối đa 120 ký tự.",
  },

  journalists: {
    title: "Nhà báo",
    lead: "Những nhà báo, phóng viên đã đồng ý nhận thư mời họp báo.",
    add: "Thêm nhà báo",
    import: "Nhập từ tệp",
    lists: "Danh sách mời",
    outlets: "Cơ quan báo chí",
    caption: "Nhà báo trong sổ",
    search: "Tìm theo tên, thư điện tử, điện thoại, cơ quan",
    anyBeat: "Mọi lĩnh vực",
    anyOutlet: "Mọi cơ quan",
    anyList: "Mọi danh sách",
    anyLanguage: "Mọi ngôn ngữ",
    papers: "Thẻ, giấy",
    beats: "Lĩnh vực",
    language: "Ngôn ngữ",
    found: (n: number) => `${n.toLocaleString("vi-VN")} nhà báo`,
    noneYet: "Sổ chưa ghi nhà báo nào",
    noneYetLead:
      "Thêm từng người, hoặc nhập cả danh sách từ tệp Excel, CSV; ai cũng phải đã đồng ý.",
    noneFound: "Không có nhà báo nào khớp với điều kiện lọc",
    clear: "Bỏ lọc",
  },

  journalist: {
    newTitle: "Thêm nhà báo",
    newLead: "Ghi vào sổ một nhà báo đã đồng ý nhận thư mời.",
    listed: (name: string) => `Đã ghi ${name} vào sổ.`,
    changed: (name: string) => `Đã lưu thay đổi về ${name}.`,
    since: "Vào sổ ngày",
    onLists: "Có tên trong",
    onNoList: "Chưa có tên trong danh sách nào",
    unsubscribedOn: (day: string) =>
      `Nhà báo đã tự ngừng nhận thư mời ngày ${day}. Chỉ người đó mới đăng ký lại được, bằng liên kết trong thư đã nhận.`,
  },

  import: {
    title: "Nhập nhà báo từ tệp",
    lead: "Chọn tệp CSV hoặc dán bảng sao chép từ Excel. Kiểm tra trước, đúng hết mới ghi vào sổ.",
    columns: "Các cột nhận được",
    columnNames: {
      name: "Họ và tên",
      email: "Thư điện tử",
      outlet: "Cơ quan báo chí",
      language: "Ngôn ngữ nhận thư: vi hoặc en",
      press_card_no: "Số thẻ nhà báo",
      press_card_until: "Thẻ có giá trị đến ngày",
      intro_letter_no: "Số giấy giới thiệu",
      intro_letter_until: "Giấy có giá trị đến ngày",
      phone: "Điện thoại",
      beats: "Lĩnh vực theo dõi, cách nhau bằng dấu chấm phẩy",
      consent_date: "Đồng ý ngày",
      consent_basis: "Hình thức đồng ý",
      consent_source: "Nơi lưu bằng chứng đồng ý",
    },
    list: "Ghi vào danh sách",
    listHint: "Chọn một danh sách đã có hoặc đặt tên mới; để trống nếu không cần.",
    consentBasis: "Những người trong tệp đã đồng ý bằng cách nào",
    consentBasisHint:
      "Dùng cho các dòng không ghi ngày và hình thức đồng ý; cán bộ nhập tệp chịu trách nhiệm về điều này. Để trống thì những người đó được ghi vào sổ nhưng chưa được mời.",
    confirm: (rows: number) => `Ghi ${rows.toLocaleString("vi-VN")} dòng vào sổ`,
    ready: "Tệp không có lỗi. Chưa có gì được ghi vào sổ.",
    counts: ({
      added,
      changed,
      known,
      unsubscribed,
      newOutlets,
      unconsented,
      suppressed,
    }: Counts) =>
      [
        `${added} người mới`,
        changed && `${changed} người đã có, được cập nhật`,
        known && `${known} người đã có, không đổi`,
        newOutlets && `${newOutlets} cơ quan báo chí mới`,
        unsubscribed && `${unsubscribed} người đã ngừng nhận thư mời (vẫn giữ như vậy)`,
        unconsented && `${unconsented} người chưa có sự đồng ý (ghi vào sổ nhưng không được mời)`,
        suppressed && `${suppressed} người có địa chỉ không nhận thư (vẫn giữ như vậy)`,
      ]
        .filter(Boolean)
        .join("; "),
    done: (counts: string) => `Đã nhập xong: ${counts}.`,
    wouldDo: (counts: string) => `Sẽ ghi: ${counts}.`,
  },

  lists: {
    title: "Danh sách mời",
    lead: "Mỗi danh sách là một nhóm nhà báo thường được mời cùng nhau, theo lĩnh vực hoặc địa bàn.",
    caption: "Các danh sách mời",
    name: "Tên danh sách",
    members: "Số người",
    reachable: "Nhận thư mời",
    create: "Lập danh sách",
    created: (name: string) => `Đã lập danh sách “${name}”.`,
    noneYet: "Chưa có danh sách nào",
  },

  list: {
    choose: "Chọn",
    membersOf: (name: string) => `Những người trong danh sách “${name}”`,
    chooseOne: (name: string) => `Chọn ${name}`,
    addMembers: "Thêm người",
    rename: "Đổi tên",
    renamed: "Đã đổi tên danh sách.",
    remove: "Bỏ những người đã chọn khỏi danh sách",
    removed: (n: number) => `Đã bỏ ${n.toLocaleString("vi-VN")} người khỏi danh sách.`,
    empty: "Danh sách chưa có ai",
    addTitle: (name: string) => `Thêm người vào “${name}”`,
    addLead: "Lọc, chọn từng người hoặc thêm tất cả những người tìm được.",
    addChosen: "Thêm những người đã chọn",
    addEveryone: (n: number) => `Thêm cả ${n.toLocaleString("vi-VN")} người tìm được`,
    added: (n: number) => `Đã thêm ${n.toLocaleString("vi-VN")} người.`,
    isOnIt: "Đã có trong danh sách",
    caption: "Nhà báo có thể thêm",
  },

  outlets: {
    title: "Cơ quan báo chí",
    lead: "Các cơ quan báo chí có nhà báo, phóng viên trong sổ.",
    caption: "Các cơ quan báo chí",
    name: "Tên cơ quan báo chí",
    type: "Loại hình",
    journalists: "Số nhà báo",
    add: "Thêm cơ quan báo chí",
    edit: (name: string) => `Sửa ${name}`,
    listed: (name: string) => `Đã ghi ${name} vào sổ.`,
    changed: (name: string) => `Đã lưu ${name}.`,
    noneYet: "Sổ chưa ghi cơ quan báo chí nào",
  },

  subscription: {
    title: "Ngừng nhận thư mời họp báo",
    stoppedTitle: "Đã ngừng gửi thư mời",
    backTitle: "Đã đăng ký nhận lại thư mời",
    who: "Người nhận",
    from: "Nơi gửi",
    what: "Loại thư",
    office: (province: string) => `Bàn báo chí ${province}`,
    letters: (province: string) =>
      `Thư mời họp báo, giao ban, họp mặt báo chí của các cơ quan hành chính tại ${province}`,
    stillSent:
      "Nếu đã nhận lời dự một cuộc họp, ông/bà vẫn nhận thông báo khi cuộc họp đó đổi giờ, đổi địa điểm. Cuộc họp đã mời mà bị hoãn hoặc hủy thì ai được mời cũng nhận thông báo.",
    stop: "Ngừng nhận thư mời",
    stopped: "Từ nay không gửi thư mời mới đến địa chỉ này.",
    again: "Nhận lại thư mời",
    back: "Thư mời các cuộc họp sau này sẽ lại được gửi đến địa chỉ này.",
    unknownTitle: "Liên kết không đúng",
    unknown:
      "Liên kết này không đúng hoặc bị cắt bớt khi sao chép. Xin mở lại từ thư đã nhận, hoặc trả lời thư đó để được giúp.",
    tooMany: "Quá nhiều yêu cầu từ cùng một nơi. Xin chờ một phút rồi thử lại.",
  },
};
