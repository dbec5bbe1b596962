export const openData = {
  problems: {
    "bad-level": "Cấp (level) là province, district hoặc commune.",
    "bad-province": "Không có tỉnh, thành phố nào mang mã này (province).",
    "bad-kind":
      "Loại cơ quan (kind) là peoples_committee, department, inspectorate, sub_department hoặc vertical.",
    "bad-agency": "Không có cơ quan nào mang mã này (agency).",
    "bad-capacity": "Tư cách (capacity) là head, regular hoặc authorised.",
    "bad-page-limit": "Số mục mỗi trang (limit) phải là số nguyên từ 1 đến 500.",
    "bad-after": "Chỗ bắt đầu (after) không đọc được. Xin theo địa chỉ next của trang trước.",
    "bad-since":
      "Chỗ bắt đầu (since) không đọc được: một ngày, một thời điểm, hoặc cursor của lần trước.",
    "no-such-address": "Không có địa chỉ này. Danh sách địa chỉ ở /api/v1/openapi.json.",
  },

  endpoints: {
    lookup: {
      title: "Tra cứu theo tên",
      text: "Các đơn vị mà một tên (mới, cũ, có dấu hay không) có thể chỉ, hợp nhất đứng trước, mỗi đơn vị kèm những người được phát ngôn. Không ai biết tên ấy thì danh sách trống, không phải lỗi.",
    },
    areas: {
      title: "Danh mục đơn vị hành chính",
      text: "Các đơn vị theo thứ tự mã: hiện nay, hoặc trước 01/07/2025 khi era=2004.",
    },
    area: {
      title: "Một đơn vị theo mã",
      text: "Đơn vị và những người được phát ngôn. Không ghi era thì đơn vị hiện nay được ưu tiên.",
    },
    agencies: {
      title: "Danh bạ cơ quan",
      text: "Ủy ban nhân dân, sở, ban, ngành theo thứ tự mã cơ quan, kể cả cơ quan đã giải thể.",
    },
    agency: {
      title: "Một cơ quan",
      text: "Cơ quan với tên cũ, cơ quan kế thừa, kênh chính thức và những người được phát ngôn.",
    },
    speakers: {
      title: "Những người được phát ngôn",
      text: "Mọi người được phát ngôn vào một lúc, của cả nước, một tỉnh hay một cơ quan.",
    },
    speaker: {
      title: "Một mục trong sổ",
      text: "Một lần giao nhiệm vụ hoặc ủy quyền với mọi điều đã công bố: thời hạn, căn cứ, tình trạng. Mục chưa công bố hoặc ghi nhầm đã hủy thì không có (404).",
    },
    changes: {
      title: "Những gì đã đổi",
      text: "Mọi thay đổi trên danh sách công khai từ một lúc nào đó, cũ trước mới sau, mỗi thay đổi kể đúng một lần. Giữ cursor của lần trước làm since của lần sau để chỉ đọc phần mới.",
    },
    document: {
      title: "Mô tả cho máy",
      text: "Toàn bộ các địa chỉ này theo chuẩn OpenAPI 3.1.",
    },
  },

  parameters: {
    q: "Tên hoặc mã cần tìm, tối đa 200 ký tự.",
    on: "Một ngày (2026-03-01) hoặc một thời điểm (2026-03-01T08:30:00+07:00); để trống là lúc này.",
    known:
      "Theo danh sách công khai vào một thời điểm khác: khi ấy danh sách nói gì, trước mọi sửa đổi về sau.",
    since: "Từ sau một ngày, một thời điểm, hoặc cursor của lần trước; để trống là từ đầu.",
    matter: "Vấn đề muốn hỏi, viết tự do: người được ủy quyền về đúng việc đó đứng đầu.",
    limit: "Số kết quả, từ 1 đến 50; mặc định 10.",
    pageLimit: "Số mục mỗi trang, từ 1 đến 500; mặc định 100.",
    after: "Chỗ bắt đầu của trang: lấy từ địa chỉ next của trang trước.",
    era: "Danh mục: 2025 (hiện nay) hoặc 2004 (trước 01/07/2025); hai danh mục có thể trùng số.",
    level: "Chỉ một cấp: province, district (chỉ có trước 01/07/2025) hoặc commune.",
    province: "Chỉ một tỉnh, thành phố: mã của tỉnh.",
    kind: "Chỉ một loại cơ quan.",
    agency: "Chỉ một cơ quan: mã của cơ quan.",
    capacity: "Chỉ một tư cách: đứng đầu, thường xuyên hoặc được ủy quyền.",
    lang: "vi hoặc en: ngôn ngữ của các câu giải thích; để trống thì theo Accept-Language.",
    code: "Mã đơn vị hành chính.",
    id: "Mã của cơ quan hoặc của mục trong sổ.",
  },

  page: {
    title: "Dữ liệu mở",
    lead: "Mọi câu trả lời của trang này cũng có ở dạng JSON: không cần đăng ký, không cần khóa, đọc được từ bất kỳ trang web nào.",
    start: "Bắt đầu",
    startText: "Hỏi ai phát ngôn cho một phường, bằng dòng lệnh:",
    script: "Hoặc từ một trang web:",
    endpoints: "Các địa chỉ",
    parameters: "Tham số",
    tryIt: "Xem thử",
    document: "Mô tả OpenAPI 3.1",
    documentText:
      "Mọi trường, mọi tham số, ví dụ lấy từ câu trả lời thật. Dùng để sinh mã hoặc nạp vào công cụ thử:",
    pages: "Danh sách dài",
    pagesText:
      "Danh sách được chia trang. Theo địa chỉ trong trường next (cũng ở tiêu đề Link) cho đến khi nó là null:",
    fresh: "Luôn mới, ít tốn",
    freshText: [
      "Mỗi câu trả lời mang một ETag. Gửi lại nó trong If-None-Match: nếu chưa có gì đổi, bạn nhận 304 và không tải lại. Câu trả lời không bao giờ được coi là còn mới khi chưa hỏi lại, vì người phát ngôn có thể vừa đổi.",
      "Xin không hỏi quá 300 lần mỗi giây từ một địa chỉ; quá thì nhận 429 kèm Retry-After.",
    ],
    errors: "Khi câu hỏi sai",
    errorsText:
      "Trạng thái 400, 404, 405 hoặc 429, với một mã cho máy và một câu cho người, bằng ngôn ngữ đã hỏi:",
    promise: "Lời hứa về phiên bản",
    promiseText: [
      "Trong /api/v1, các trường hiện có giữ nguyên tên và ý nghĩa; chỉ có thể thêm trường, địa chỉ và mã lỗi mới. Chương trình của bạn nên bỏ qua trường lạ.",
      "Thay đổi phá vỡ điều đó sẽ ở /api/v2; khi ấy /api/v1 còn chạy ít nhất 12 tháng.",
    ],
    licence: "Giấy phép",
    licenceText:
      "Được dùng lại tự do, kể cả cho mục đích thương mại, khi nêu nguồn “Phát Ngôn” và ngày lấy (Creative Commons Ghi công 4.0, CC BY 4.0). Số điện thoại và thư điện tử ở đây là của công vụ: chỉ dùng để hỏi thông tin.",
    never:
      "Không bao giờ có ở đây: dữ liệu về nhà báo, bản nháp, mục chưa công bố, tên cán bộ nhập liệu.",
    widget: "Nhúng vào cổng thông tin",
    widgetText:
      "Không cần lập trình: một dòng mã đặt thẻ người phát ngôn của phường, xã vào trang của bạn và tự cập nhật.",
    widgetLink: "Tạo mã nhúng",
  },

  embed: {
    title: "Nhúng thẻ người phát ngôn",
    lead: "Đặt vào cổng thông tin của cơ quan bạn một thẻ luôn đúng: ai phát ngôn, số điện thoại, thư điện tử. Người phát ngôn đổi thì thẻ đổi theo.",
    find: "1. Tìm đơn vị, cơ quan",
    findLabel: "Tên phường, xã, đặc khu, tỉnh, hoặc tên sở, ngành",
    nothing: (query: string) => `Không tìm thấy đơn vị, cơ quan nào tên “${query}”.`,
    found: "Chọn một",
    formerly: (name: string) => `trước đây: ${name}`,
    chosen: (name: string) => `Đã chọn: ${name}`,
    other: "Chọn đơn vị, cơ quan khác",
    options: "2. Chọn cách hiện",
    language: "Ngôn ngữ",
    languages: { vi: "Tiếng Việt", en: "English" },
    theme: "Màu",
    themes: { auto: "Theo máy người đọc", light: "Nền sáng", dark: "Nền tối" },
    as: "Cách nhúng",
    ways: { script: "Mã script (nên dùng)", iframe: "Khung iframe" },
    update: "Cập nhật",
    preview: "Xem trước",
    previewTitle: (name: string) => `Xem trước thẻ của ${name}`,
    code: "3. Chép mã này vào trang của bạn",
    codeWhat: "mã nhúng",
    scriptNote:
      "Đặt dòng này đúng chỗ muốn hiện thẻ. Nặng dưới 10 kB, không cookie, không theo dõi người đọc, không chạm vào kiểu chữ của trang bạn.",
    iframeNote:
      "Dùng khi hệ thống của bạn không cho đặt script. Khung không tự cao theo nội dung: chỉnh height nếu cần.",
    policy: "Nếu trang của bạn có Content-Security-Policy",
    policyText: "Cho phép đúng một nguồn, theo cách nhúng đã chọn:",
    policyStyle:
      "Thẻ tự mang kiểu chữ bằng adoptedStyleSheets, nên không cần nới style-src; trình duyệt cũ không có tính năng này thì hiện thẻ không màu.",
    frameTitle: (name: string) => `Người phát ngôn ${name}`,
  },

  card: {
    heading: (name: string) => `Người phát ngôn ${name}`,
    phone: "Điện thoại",
    email: "Thư điện tử",
    about: "Về việc",
    instead: (agency: string) => `Trong khi đó, xin hỏi ${agency}:`,
    others: "Cũng được phát ngôn",
    last: {
      confirmation: (day: string) => `Xác nhận ngày ${day}`,
      publication: (day: string) => `Công bố ngày ${day}`,
    },
    since: (day: string) => `Từ ngày ${day}`,
    remarks: {
      unconfirmed: "chưa xác nhận quý này",
      bounced: "thư xác nhận không tới được",
    },
    nobody: "Chưa có người phát ngôn trong sổ.",
    now: (names: string) => `Đơn vị này nay là ${names}.`,
    unknown: (code: string) => `Không có đơn vị nào mang mã ${code}.`,
    more: "Xem trang đầy đủ",
    loading: "Đang tải người phát ngôn…",
    failed: "Chưa tải được người phát ngôn.",
    offline: "Máy đang không có mạng.",
    again: "Thử lại",
  },
};
