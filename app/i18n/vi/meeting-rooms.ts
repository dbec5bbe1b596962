import { shortTime } from "../dates.ts";

const AUDIENCES: Record<string, string> = {
  invited: "nhà báo được mời",
  everybody: "mọi người",
};

const LINKS: Record<string, string> = { video: "video", article: "bài báo" };

interface Titled {
  title: string;
}

interface Opening extends Titled {
  audience: string;
  opensAt: string | null;
}

const opening = ({ audience, opensAt }: Opening) =>
  `dành cho ${AUDIENCES[audience] ?? audience}${opensAt ? `, mở lúc ${shortTime(opensAt)}` : ""}`;

/** What the log says of a meeting's rooms. */
export const meetingRoomActs = {
  "agenda.added": ({ title }: Titled) => `Thêm vào chương trình: “${title}”.`,
  "agenda.changed": ({ title }: Titled) => `Sửa mục chương trình “${title}”.`,
  "agenda.moved": ({ title, place }: Titled & { place: number }) =>
    `Chuyển mục chương trình “${title}” đến vị trí ${place}.`,
  "agenda.removed": ({ title }: Titled) => `Bỏ khỏi chương trình: “${title}”.`,
  "meeting.speaker-added": ({ name, position }: { name: string; position: string }) =>
    `Thêm người phát ngôn: ${name}, ${position}.`,
  "meeting.speaker-removed": ({ name }: { name: string }) => `Bỏ người phát ngôn ${name}.`,
  "meeting.file-added": (file: Opening) => `Thêm tài liệu “${file.title}”, ${opening(file)}.`,
  "meeting.file-changed": (file: Opening) =>
    `Sửa thông tin tài liệu “${file.title}”: ${opening(file)}.`,
  "meeting.file-replaced": ({ title, version }: Titled & { version: number }) =>
    `Thay tài liệu “${title}” bằng bản ${version}.`,
  "meeting.file-withdrawn": ({ title, reason }: Titled & { reason: string }) =>
    `Thu hồi tài liệu “${title}”. Lý do: ${reason}.`,
  "meeting.embargo-moved": ({ title, from, to }: Titled & { from: string; to: string }) =>
    `Giờ mở tài liệu “${title}” dời theo cuộc họp, từ ${shortTime(from)} sang ${shortTime(to)}.`,
  "meeting.minutes-written": ({ version }: { version: number }) => `Ghi biên bản, bản ${version}.`,
  "meeting.minutes-published": ({ version }: { version: number }) =>
    `Công bố biên bản, bản ${version}.`,
  "meeting.link-added": ({ kind, title, url }: Titled & { kind: string; url: string }) =>
    `Thêm liên kết ${LINKS[kind] ?? kind} “${title}” (${url}).`,
  "meeting.link-removed": ({ kind, title, url }: Titled & { kind: string; url: string }) =>
    `Gỡ liên kết ${LINKS[kind] ?? kind} “${title}” (${url}).`,
};

export const meetingRooms = {
  card: "Chương trình, giấy tờ, tài liệu",
  agendaSum: (items: number, minutes: number) =>
    items === 0 ? "Chưa có mục nào" : `${items} mục, ${minutes} phút`,
  othersSum: (names: string[]) =>
    names.length === 0 ? "Không có ai khác" : `Thêm: ${names.join(", ")}`,
  filesSum: (files: number) => (files === 0 ? "Chưa có tài liệu nào" : `${files} tài liệu`),

  reasons: {
    "is-held": "Cuộc họp đã được tổ chức; chương trình giữ nguyên như lúc đó.",
    "is-cancelled": "Cuộc họp đã bị hủy.",
    "not-a-speaker": "Người này không được phát ngôn thay cơ quan vào giờ bắt đầu cuộc họp.",
    "speaks-already": "Người này đã có tên trong cuộc họp.",
    "embargo-past": "Giờ này đã qua. Để trống nếu muốn mở ngay.",
    "no-cues": "Tệp WebVTT này không có lời nào kèm mốc thời gian.",
    "same-file": "Tệp này giống hệt bản đang có. Chưa có gì thay đổi.",
    withdrawn: "Tài liệu này đã được thu hồi.",
    "not-held": "Cuộc họp chưa được ghi nhận là đã tổ chức.",
    "written-meanwhile": "Người khác vừa ghi biên bản này. Xem hai bản dưới đây rồi lưu lại.",
    "nothing-written": "Chưa có biên bản nào để công bố.",
    published: "Bản này đã được công bố.",
    "link-listed": "Liên kết này đã có trong cuộc họp.",
    "day-in-future": "Ngày này chưa đến.",
  },

  agenda: {
    title: "Chương trình",
    lead: "Các mục theo thứ tự; giờ của từng mục được tính từ giờ bắt đầu cuộc họp.",
    empty: "Chưa có mục nào",
    emptyHint: "Thêm mục đầu tiên ở dưới: ví dụ khai mạc, trình bày, hỏi và đáp.",
    chair: "Chủ trì",
    item: "Mục",
    itemHint: "Ví dụ: Báo cáo tình hình; Nhà báo hỏi, cơ quan trả lời.",
    speaker: "Người trình bày",
    minutes: "Số phút",
    minutesText: (minutes: number) => `${minutes} phút`,
    time: "Giờ",
    add: "Thêm một mục",
    submit: "Thêm mục",
    added: (title: string) => `Đã thêm “${title}” vào cuối chương trình.`,
    change: "Sửa",
    changeTitle: "Sửa một mục chương trình",
    changed: (title: string) => `Đã sửa “${title}”.`,
    remove: "Bỏ",
    removed: (title: string) => `Đã bỏ “${title}” khỏi chương trình.`,
    up: "Lên",
    down: "Xuống",
    moved: (title: string, place: number, of: number) =>
      `“${title}” nay ở vị trí ${place} trong ${of} mục.`,
    fits: (minutes: number, spare: number) =>
      spare === 0
        ? `Tổng cộng ${minutes} phút, vừa hết thời gian cuộc họp.`
        : `Tổng cộng ${minutes} phút; còn ${spare} phút của cuộc họp.`,
    over: (over: number) => `Chương trình dài hơn cuộc họp ${over} phút`,
    overHint: (minutes: number, lasts: number) =>
      `Các mục cần ${minutes} phút, cuộc họp có ${lasts} phút. Rút ngắn một mục hoặc lùi giờ kết thúc.`,
    after: "sau giờ kết thúc",
    postponed: "Cuộc họp đang hoãn: giờ dưới đây tính theo thời gian cũ.",
  },

  speakers: {
    title: "Người phát ngôn tại cuộc họp",
    lead: (when: string) =>
      `Chỉ những người được phát ngôn thay cơ quan vào lúc ${when} mới có trong danh sách chọn.`,
    first: "Người phát ngôn chính",
    noFirst: "Chưa chọn. Chọn trong phần sửa cuộc họp.",
    chooseFirst: "Sửa cuộc họp",
    others: "Cùng phát ngôn",
    none: "Chưa có ai khác cùng phát ngôn",
    person: "Người cùng phát ngôn",
    choose: "Chọn một người",
    submit: "Thêm người này",
    tell: (people: number) => `Gửi thư báo cho ${people} người được mời`,
    tellRemoved: "Gửi thư báo",
    added: (name: string, letters: number) =>
      `Đã thêm ${name}.${letters > 0 ? ` Đang gửi ${letters} thư báo.` : ""}`,
    remove: "Bỏ",
    removed: (name: string, letters: number) =>
      `Đã bỏ ${name}.${letters > 0 ? ` Đang gửi ${letters} thư báo.` : ""}`,
    may: (names: string[]) => `Có thể chọn: ${names.join("; ")}.`,
    nobodyElse:
      "Ngoài những người trên, vào giờ đó không còn ai được phát ngôn thay cơ quan. Muốn thêm, ghi nhận quyết định hoặc văn bản ủy quyền trước.",
    toAgency: "Người phát ngôn của cơ quan",
    asChosen: "Họ tên, chức vụ và tư cách giữ như lúc chọn.",
  },

  kinds: {
    press_release: "Thông cáo báo chí",
    document: "Tài liệu",
    data: "Số liệu",
    photo: "Ảnh",
    audio: "Âm thanh",
    video: "Video",
    transcript: "Bản ghi lời",
    minutes: "Biên bản",
    other: "Khác",
  },
  languages: {
    vi: "tiếng Việt",
    en: "tiếng Anh",
    km: "tiếng Khmer",
    hmn: "tiếng Mông",
    tai: "tiếng dân tộc Thái",
    cjm: "tiếng Chăm",
    zh: "tiếng Trung",
    lo: "tiếng Lào",
    fr: "tiếng Pháp",
    ru: "tiếng Nga",
    ja: "tiếng Nhật",
    ko: "tiếng Hàn",
    es: "tiếng Tây Ban Nha",
  } as Record<string, string>,
  audiences: {
    invited: "Chỉ nhà báo được mời",
    everybody: "Mọi người",
  },

  files: {
    title: "Tài liệu cho báo chí",
    lead: "Mỗi tài liệu mở cho ai và từ lúc nào là do bạn định. Trước giờ mở, không ai ngoài cơ quan đọc được.",
    empty: "Chưa có tài liệu nào",
    name: "Tài liệu",
    kind: "Loại",
    language: "Ngôn ngữ",
    audience: "Dành cho",
    embargo: "Mở từ lúc",
    embargoHint: (zone: string | null) =>
      `Để trống thì mở ngay khi cuộc họp được công bố. ${zone ? `Giờ theo múi giờ ${zone}` : "Giờ Việt Nam"}; khi dời cuộc họp, giờ này dời theo.`,
    titleField: "Tên tài liệu",
    titleHint: "Trước giờ mở, tên này không hiện ra ngoài cơ quan.",
    file: "Tệp",
    add: "Thêm tài liệu",
    submit: "Thêm tài liệu",
    added: (title: string) => `Đã thêm “${title}”.`,
    states: {
      open: "Đang mở",
      closed: "Chưa mở",
      withdrawn: "Đã thu hồi",
      off: "Không mở: cuộc họp đã hủy",
      draft: "Chưa mở: cuộc họp chưa công bố",
      postponed: "Chưa mở: cuộc họp đang hoãn",
    },
    at: (when: string) => `từ ${when}`,
    version: (n: number) => `bản ${n}`,
    open: "Sửa, thay bản mới",
    change: "Thông tin tài liệu",
    save: "Lưu thông tin",
    changed: (title: string) => `Đã lưu thông tin của “${title}”.`,
    versions: "Các bản",
    versionsHint: "Người ngoài cơ quan chỉ đọc được bản mới nhất; các bản cũ vẫn lưu ở đây.",
    newest: "đang dùng",
    addVersion: "Thay bằng bản mới",
    addVersionHint: "Bản mới thay ngay bản đang dùng, cho cùng những người đọc và từ cùng giờ mở.",
    replaced: (title: string, version: number) => `“${title}” nay là bản ${version}.`,
    withdraw: "Thu hồi",
    withdrawTitle: "Thu hồi tài liệu",
    withdrawHint:
      "Sau khi thu hồi, không ai ngoài cơ quan mở được tài liệu này nữa. Nhật ký vẫn ghi tài liệu, lý do và người thu hồi.",
    reason: "Lý do thu hồi",
    reasonHint: "Chỉ ghi trong nhật ký của cơ quan.",
    withdrawn: (title: string) => `Đã thu hồi “${title}”.`,
    withdrawnBecause: (when: string, reason: string) => `Thu hồi lúc ${when}. Lý do: ${reason}`,
  },

  kit: {
    title: "Tài liệu",
    guestTitle: "Tài liệu cho nhà báo được mời",
    awaited: (kind: string, language: string) => `${kind} (${language})`,
    opensAt: (when: string) => `mở lúc ${when}`,
    opensLater: "mở khi có thời gian mới",
    version: (n: number, when: string) => `bản ${n}, ${when}`,
  },

  afterwards: {
    title: "Sau cuộc họp",
    lead: "Những gì đã có và còn có thể bổ sung. Không mục nào bắt buộc.",
    all: "Đã có đủ: người đến dự, biên bản, video, bản ghi lời, tài liệu và bài báo.",
    done: "đã có",
    missing: "chưa có",
    steps: {
      attendance: "Người đến dự",
      minutes: "Biên bản",
      video: "Liên kết video",
      transcript: "Bản ghi lời",
      documents: "Tài liệu công bố",
      articles: "Bài báo sau cuộc họp",
    },
    go: {
      attendance: "Ghi người đến dự",
      minutes: "Ghi biên bản",
      video: "Thêm liên kết",
      transcript: "Thêm bản ghi lời",
      documents: "Thêm tài liệu",
      articles: "Thêm bài báo",
    },
    see: "Xem",
  },

  minutes: {
    title: "Biên bản",
    lead: "Ghi thẳng ở đây, hoặc thêm tệp biên bản vào tài liệu.",
    addFile: "Thêm tệp biên bản",
    text: "Nội dung biên bản",
    textHint:
      "Dòng trống để sang đoạn mới. Dòng bắt đầu bằng “# ” là tiêu đề, bằng “- ” là gạch đầu dòng.",
    save: "Lưu bản nháp",
    saved: (version: number) => `Đã lưu biên bản, bản ${version}. Công chúng chưa thấy.`,
    draft: (version: number) => `Bản ${version} chưa công bố`,
    public: (version: number, when: string) => `Bản ${version} đã công bố lúc ${when}`,
    publish: "Công bố biên bản",
    publishHint: "Sau khi công bố, biên bản hiện trên trang công khai của cuộc họp.",
    publishLater: "Có thể công bố sau khi ghi nhận cuộc họp đã được tổ chức.",
    done: "Đã công bố biên bản.",
    theirs: "Bản vừa được lưu",
    yours: "Bản của bạn nằm trong biểu mẫu dưới đây. Lưu lại sẽ thành bản mới.",
    none: "Chưa ghi biên bản",
    shown: "Người đọc sẽ thấy",
    publishedAt: (when: string) => `Công bố lúc ${when}`,
  },

  videos: {
    title: "Liên kết video",
    lead: "Nơi xem lại cuộc họp. Trang công khai chỉ dẫn liên kết, không nhúng và không tải gì từ trang đó.",
    empty: "Chưa có liên kết video nào",
    url: "Địa chỉ",
    urlHint: "Bắt đầu bằng https:// hoặc http://",
    name: "Tên hiển thị",
    nameHint: "Ví dụ: Toàn văn cuộc họp trên kênh của tỉnh.",
    submit: "Thêm liên kết",
    added: "Đã thêm liên kết video.",
    untitled: "Xem lại cuộc họp",
  },

  articles: {
    title: "Bài báo sau cuộc họp",
    lead: "Những bài báo viết từ cuộc họp này, do người của cơ quan tự ghi. Hệ thống không dò tìm và không chấm điểm bài nào.",
    empty: "Chưa ghi bài báo nào",
    outlet: "Cơ quan báo chí",
    name: "Tên bài",
    url: "Địa chỉ bài",
    day: "Ngày đăng",
    submit: "Thêm bài báo",
    added: (title: string) => `Đã thêm bài “${title}”.`,
    public: "Báo chí viết về cuộc họp",
  },

  links: {
    remove: "Gỡ",
    removed: (title: string) => `Đã gỡ “${title}”.`,
    what: "Liên kết",
  },

  transcript: {
    withVideo: "Video và bản ghi lời",
    title: "Bản ghi lời",
    read: (title: string) => `Đọc: ${title}`,
  },
};
