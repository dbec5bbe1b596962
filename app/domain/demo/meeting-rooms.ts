/** What the invented meetings are made of and what is left of them; which of them, see `MEETINGS`. */
export const HELD = "meeting-0";
export const COMING = "meeting-3";

export const AGENDAS: Record<string, { title: string; speaker: string | null; minutes: number }[]> =
  {
    [COMING]: [
      { title: "Khai mạc, giới thiệu thành phần", speaker: null, minutes: 10 },
      { title: "Hiện trạng sạt lở và việc di dời các hộ dân", speaker: null, minutes: 25 },
      {
        title: "Biện pháp khắc phục, lần cập nhật tới",
        speaker: "Phòng Kinh tế, Hạ tầng (mẫu)",
        minutes: 15,
      },
      { title: "Nhà báo hỏi, cơ quan trả lời", speaker: null, minutes: 35 },
    ],
    [HELD]: [
      { title: "Khai mạc", speaker: null, minutes: 10 },
      { title: "Tình hình kinh tế - xã hội trong quý", speaker: "Sở Tài chính (mẫu)", minutes: 30 },
      { title: "Nhà báo hỏi, cơ quan trả lời", speaker: null, minutes: 50 },
    ],
  };

/** An embargo of "start" is over when the meeting begins. */
export const FILES = [
  {
    meeting: COMING,
    kind: "press_release" as const,
    title: "Thông cáo: sạt lở bờ sông đoạn qua khóm mẫu số 3",
    audience: "invited" as const,
    opens: "start" as const,
    name: "thong-cao-mau.pdf",
  },
  {
    meeting: COMING,
    kind: "document" as const,
    title: "Sơ đồ khu vực và chỗ đỗ xe",
    audience: "everybody" as const,
    opens: "at-once" as const,
    name: "so-do-mau.pdf",
  },
  {
    meeting: HELD,
    kind: "data" as const,
    title: "Số liệu kinh tế - xã hội quý (mẫu)",
    audience: "everybody" as const,
    opens: "at-once" as const,
    name: "so-lieu-mau.pdf",
  },
  {
    meeting: HELD,
    kind: "transcript" as const,
    title: "Toàn văn phần hỏi và đáp (mẫu)",
    audience: "everybody" as const,
    opens: "at-once" as const,
    name: "hoi-dap-mau.vtt",
  },
];

export const TRANSCRIPT = `WEBVTT

NOTE Lời mẫu: không ai trong này có thật.

00:00:04.000 --> 00:00:09.000
<v Người chủ trì>Xin mời các nhà báo đặt câu hỏi.

00:00:12.500 --> 00:00:20.000
<v Nhà báo>Xin cho biết tiến độ giải ngân đầu tư công trong quý vừa qua?

00:00:23.000 --> 00:00:34.000
<v Người phát ngôn>Đến hết quý, tỉnh mẫu đã giải ngân được hai phần ba kế hoạch.

00:00:34.500 --> 00:00:41.000
<v Người phát ngôn>Số liệu từng công trình có trong tài liệu kèm theo.
`;

export const MINUTES = `# Thành phần

Đại diện các sở, cơ quan báo chí trên địa bàn (mẫu).

# Nội dung

Cơ quan chủ trì thông tin về thu ngân sách, tiến độ công trình và việc làm trong quý.

- Thu ngân sách đạt dự toán.
- Hai công trình chậm tiến độ, lý do và mốc mới có trong tài liệu.
- Ba câu hỏi được trả lời tại chỗ.

Cuộc họp kết thúc đúng giờ.`;

export const LINKS = [
  {
    kind: "video" as const,
    url: "https://video.phatngon.example/hop-bao-quy",
    title: "Xem lại toàn bộ cuộc họp (mẫu)",
    outlet: null,
  },
  {
    kind: "article" as const,
    url: "https://bao-mau.example/kinh-te-quy",
    title: "Kinh tế quý này: hai công trình lỡ hẹn (mẫu)",
    outlet: "Báo điện tử Đồng Bằng (mẫu)",
  },
];
