export const site = {
  nav: {
    label: "Trang chính",
    lookup: "Tra cứu",
    meetings: "Lịch họp báo",
    statements: "Thông cáo",
    portal: "Phòng báo chí",
    desk: "Bàn báo chí",
  },
  footer: { openData: "Dữ liệu mở", errata: "Sổ đính chính", receipts: "Khóa ký biên nhận" },

  search: {
    label: "Tên địa phương, sở ngành, người phát ngôn hoặc số điện thoại",
    hint: "Tên cũ hay mới, có dấu hay không, viết tắt đều được. Nếu trùng tên, xin thêm huyện hoặc tỉnh.",
    submit: "Tra cứu",
    suggestions: "Gợi ý",
    count: (n: string) => `${n} gợi ý, dùng phím mũi tên để chọn`,
    none: "Không có gợi ý",
  },

  home: {
    title: "Ai phát ngôn cho cơ quan bạn cần hỏi?",
    lead: "Gõ tên địa phương hoặc sở, ngành: có ngay người được phát ngôn, số điện thoại, và theo quyết định nào.",
    examples: "Ví dụ",
    example: {
      former: "mỹ bình long xuyên",
      short: "P. Vỹ Dạ, Huế",
      province: "An Giang",
    },
    results: (n: number) => `${n} kết quả phù hợp`,
    asOf: (when: string) => `Trả lời cho thời điểm ${when}.`,
    dropOn: "Bỏ ngày, hỏi về lúc này",
    others: "Các kết quả khác",
    more: "Xem trang của đơn vị",
    nothing: (query: string) => `Không tìm thấy kết quả nào cho “${query}”`,
    tryThis: [
      "Bớt chữ: chỉ gõ tên riêng, ví dụ “long xuyên” thay cho cả địa chỉ.",
      "Thử tên cũ (trước 01/07/2025) hoặc tên huyện, thị xã, thành phố cũ.",
      "Với sở, ngành hoặc người phát ngôn: gõ tên như trong danh sách công khai, thêm tên tỉnh nếu cần, ví dụ “sở y tế an giang”.",
      "Nếu gõ không dấu mà không ra, thử gõ có dấu; hoặc gõ mã đơn vị năm chữ số.",
    ],
  },

  api: {
    problems: {
      "missing-query": "Xin cho biết tên cần tìm (tham số q).",
      "query-too-long": "Câu hỏi dài quá: tối đa 200 ký tự. Xin chỉ gõ tên đơn vị, huyện và tỉnh.",
      "bad-query": "Câu hỏi có ký tự điều khiển không đọc được. Xin gõ lại.",
      "bad-encoding": "Câu hỏi không được mã hóa đúng (UTF-8, ký hiệu phần trăm). Xin gõ lại.",
      "bad-known":
        "Thời điểm của danh sách (known) không đọc được: viết 2026-03-01 hoặc 2026-03-01T08:30:00+07:00.",
      "bad-matter": "Vụ việc (matter) dài quá 200 ký tự hoặc có ký tự không dùng được.",
      "bad-on":
        "Không có ngày này. Xin viết như 2026-03-01, 01/03/2026 hoặc 2026-03-01T08:30:00+07:00.",
      "bad-limit": "Số kết quả (limit) phải là số nguyên từ 1 đến 50.",
      "bad-era": "Danh mục (era) là 2025 (hiện nay) hoặc 2004 (trước 01/07/2025).",
      "not-found": "Không tìm thấy đơn vị, cơ quan hoặc mục nào mang mã này.",
      "not-taken": "Địa chỉ này chỉ để đọc (GET).",
      "too-many": "Quá nhiều yêu cầu. Xin chờ một phút rồi thử lại.",
    },
  },

  about: {
    title: "Về trang này",
    lead: "Tra cứu người phát ngôn của chính quyền địa phương, xem lịch họp báo, và lấy dữ liệu về dùng.",
    what: {
      title: "Trang này làm gì",
      text: [
        "Báo chí và người dân cần biết ai được phát ngôn chính thức cho một phường, xã, đặc khu hay tỉnh, vào hôm nay hay một ngày đã qua, và theo quyết định nào. Trang này trả lời câu hỏi đó.",
        "Có ba loại người phát ngôn: người đứng đầu cơ quan; người được giao phát ngôn thường xuyên bằng quyết định; người được người đứng đầu ủy quyền bằng văn bản cho một việc cụ thể, trong một thời hạn.",
        "Các cơ quan tự ghi vào sổ của mình. Sổ không bị viết đè: một nhiệm kỳ kết thúc thì được ghi là kết thúc, nên câu trả lời cho một ngày đã qua không đổi.",
      ],
    },
    api: {
      title: "Dữ liệu mở",
      text: "Mọi câu trả lời đều có ở dạng JSON, không cần đăng ký, đọc được từ bất kỳ trang web nào (CORS). Xin không hỏi quá 300 lần mỗi giây từ một địa chỉ.",
      lookup: "Tìm một đơn vị và người phát ngôn:",
      area: "Một đơn vị theo mã:",
      more: "Mọi địa chỉ, tham số và ví dụ",
      embed: "Nhúng thẻ người phát ngôn vào trang của bạn",
    },
    sources: {
      title: "Nguồn dữ liệu địa giới",
      text: (provinces: number, communes: number) =>
        `${provinces} tỉnh, thành phố và ${communes.toLocaleString("vi-VN")} phường, xã, đặc khu hiện nay; các đơn vị trước 01/07/2025 và nơi chúng được nhập vào; các đổi loại đơn vị năm 2026. Tình trạng đến 25/09/2026. Lấy từ các nghị quyết của Ủy ban Thường vụ Quốc hội và danh mục của cơ quan thống kê, qua những kho dữ liệu sau, tất cả theo giấy phép MIT:`,
      uses: {
        dvhcvn: "34 nghị quyết sắp xếp năm 2025, mã và tên đơn vị hiện nay",
        zindont: "bảng chuyển đổi cũ – mới, tên gọi khác, các đổi loại năm 2026",
        tranngocminhhieu: "danh mục trước khi sắp xếp: mã, tên, huyện, tỉnh cũ",
        thanglequoc: "đối chiếu đơn vị hiện nay; tên tiếng Anh của tỉnh",
      },
      gaps: "Còn thiếu: khoảng 290 tên phường, xã đã bỏ từ 2024–2025 và các đợt sắp xếp trước đó. Tên tiếng Anh của phường, xã chỉ là tên không dấu, không phải tên chính thức.",
    },
    privacy: {
      title: "Riêng tư",
      text: [
        "Trang này không theo dõi người đọc: không cookie quảng cáo, không đếm lượt của bên thứ ba. Chỉ có một cookie nhớ cỡ chữ và tương phản bạn chọn.",
        "Về người phát ngôn, trang chỉ công bố những gì quy định yêu cầu: họ tên, chức vụ, điện thoại và thư điện tử công vụ, cùng căn cứ.",
        "Không có danh sách đen nhà báo, không chấm điểm, không xếp loại ai.",
      ],
    },
  },
};
