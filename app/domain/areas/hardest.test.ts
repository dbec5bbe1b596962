import { beforeAll, describe, expect, it } from "vitest";
import { nationalAtlas, wording } from "#app/test/atlas.ts";
import type { Atlas } from "./atlas.ts";

/** The names that are hardest to tell apart, as typed, and what is meant: the first answer. */
const HARDEST: Record<string, string> = {
  "one name in several provinces": `
      Tân An Tuyên Quang → Xã Tân An, Tuyên Quang
      xa tan an dong nai → Xã Tân An, Đồng Nai
      thai nguyen tan thanh → Xã Tân Thành, Thái Nguyên
      Tân Thành Hồ Chí Minh → Phường Tân Thành, Hồ Chí Minh
      phuong tan tien bac ninh → Phường Tân Tiến, Bắc Ninh
      ca mau tan tien → Xã Tân Tiến, Cà Mau
      Bình Minh Đồng Nai → Xã Bình Minh, Đồng Nai
      xa tan hoa dong thap → Xã Tân Hòa, Đồng Tháp
      dong nai tan hung → Xã Tân Hưng, Đồng Nai
      Tân Phú Đồng Nai → Phường Tân Phú, Đồng Nai
      xa binh an ninh binh → Xã Bình An, Ninh Bình
      thanh hoa xuan hoa → Xã Xuân Hòa, Thanh Hóa
      Hòa Bình Hồ Chí Minh → Phường Hòa Bình, Hồ Chí Minh
      xa thong nhat quang ninh → Xã Thống Nhất, Quảng Ninh
      dong thap an binh → Phường An Bình, Đồng Tháp
      Đông Thành Tây Ninh → Xã Đông Thành, Tây Ninh
      xa binh phu dong thap → Xã Bình Phú, Đồng Tháp
      an giang an phu → Xã An Phú, An Giang
      Châu Thành Cần Thơ → Xã Châu Thành, Cần Thơ
      xa tran phu thai nguyen → Xã Trần Phú, Thái Nguyên
      ninh binh trung son → Phường Trung Sơn, Ninh Bình
      Tân Long Cần Thơ → Xã Tân Long, Cần Thơ
      xa luong son thanh hoa → Xã Lương Sơn, Thanh Hóa
      hung yen dai dong → Xã Đại Đồng, Hưng Yên
      An Khánh Hồ Chí Minh → Phường An Khánh, Hồ Chí Minh
      phuong dong hai khanh hoa → Phường Đông Hải, Khánh Hòa
      dong thap long hung → Xã Long Hưng, Đồng Tháp
      Quảng Phú Lâm Đồng → Xã Quảng Phú, Lâm Đồng
      phuong phuoc long ho chi minh → Phường Phước Long, Hồ Chí Minh
      dong thap long binh → Xã Long Bình, Đồng Tháp`,
  "one former name in many districts": `
      P. 1, TP. Đông Hà → Phường 1, Thành phố Đông Hà, Quảng Trị
      phuong 1 quan 4 ho chi minh → Phường 1, Quận 4, Hồ Chí Minh
      vinh chau phuong 1 → Phường 1, Thị xã Vĩnh Châu, Sóc Trăng
      X. Tân Thành, H. Hướng Hóa → Xã Tân Thành, Huyện Hướng Hóa, Quảng Trị
      xa tan thanh ca mau ca mau → Xã Tân Thành, Thành phố Cà Mau, Cà Mau
      quan 6 phuong 2 → Phường 2, Quận 6, Hồ Chí Minh
      X. Tân Lập, H. Lạc Sơn → Xã Tân Lập, Huyện Lạc Sơn, Hòa Bình
      xa tan lap tan bien tay ninh → Xã Tân Lập, Huyện Tân Biên, Tây Ninh
      q5 p5 → Phường 5, Quận 5, Hồ Chí Minh
      P. 3, TP. Vũng Tàu → Phường 3, Thành phố Vũng Tàu, Bà Rịa - Vũng Tàu
      phuong 3 bac lieu bac lieu → Phường 3, Thành phố Bạc Liêu, Bạc Liêu
      tra vinh phuong 4 → Phường 4, Thành phố Trà Vinh, Trà Vinh
      X. Hòa Bình, H. Hưng Hà → Xã Hòa Bình, Huyện Hưng Hà, Thái Bình
      xa tan binh tan bien tay ninh → Xã Tân Bình, Huyện Tân Biên, Tây Ninh
      tan binh phuong 7 → Phường 7, Quận Tân Bình, Hồ Chí Minh
      P. 8, Q. Tân Bình → Phường 8, Quận Tân Bình, Hồ Chí Minh
      xa quang trung tan yen bac giang → Xã Quang Trung, Huyện Tân Yên, Bắc Giang
      buon don xa tan hoa → Xã Tân Hòa, Huyện Buôn Đôn, Đắk Lắk
      P. 9, Q. 3 → Phường 9, Quận 3, Hồ Chí Minh
      xa tan hung dong phu binh phuoc → Xã Tân Hưng, Huyện Đồng Phú, Bình Phước
      hung ha xa minh tan → Xã Minh Tân, Huyện Hưng Hà, Thái Bình
      X. Tân Tiến, H. Bù Đốp → Xã Tân Tiến, Huyện Bù Đốp, Bình Phước
      xa thanh son dinh quan dong nai → Xã Thanh Sơn, Huyện Định Quán, Đồng Nai
      dong da phuong quang trung → Phường Quang Trung, Quận Đống Đa, Hà Nội
      X. Phú Sơn, H. Quan Hóa → Xã Phú Sơn, Huyện Quan Hóa, Thanh Hóa
      phuong 6 my tho tien giang → Phường 6, Thành phố Mỹ Tho, Tiền Giang
      chiem hoa xa hoa phu → Xã Hòa Phú, Huyện Chiêm Hóa, Tuyên Quang
      X. Bình Sơn, H. Anh Sơn → Xã Bình Sơn, Huyện Anh Sơn, Nghệ An
      xa vinh hoa ninh giang hai duong → Xã Vĩnh Hòa, Huyện Ninh Giang, Hải Dương
      q10 p10 → Phường 10, Quận 10, Hồ Chí Minh`,
  "two of one district told apart by tones alone": `
      Phường Sa Pa, Thị xã Sa Pa → Phường Sa Pa, Thị xã Sa Pa, Lào Cai
      Phường Sa Pả, Thị xã Sa Pa → Phường Sa Pả, Thị xã Sa Pa, Lào Cai
      Xã Minh Quán, Huyện Trấn Yên → Xã Minh Quán, Huyện Trấn Yên, Yên Bái
      Xã Minh Quân, Huyện Trấn Yên → Xã Minh Quân, Huyện Trấn Yên, Yên Bái
      Xã Trực Hưng, Huyện Trực Ninh → Xã Trực Hưng, Huyện Trực Ninh, Nam Định
      Xã Trực Hùng, Huyện Trực Ninh → Xã Trực Hùng, Huyện Trực Ninh, Nam Định
      Xã Vĩnh Hưng, Huyện Vĩnh Lộc → Xã Vĩnh Hưng, Huyện Vĩnh Lộc, Thanh Hóa
      Xã Vĩnh Hùng, Huyện Vĩnh Lộc → Xã Vĩnh Hùng, Huyện Vĩnh Lộc, Thanh Hóa
      Xã Hoằng Phú, Huyện Hoằng Hóa → Xã Hoằng Phú, Huyện Hoằng Hóa, Thanh Hóa
      Xã Hoằng Phụ, Huyện Hoằng Hóa → Xã Hoằng Phụ, Huyện Hoằng Hóa, Thanh Hóa
      Xã Hoằng Quỳ, Huyện Hoằng Hóa → Xã Hoằng Quỳ, Huyện Hoằng Hóa, Thanh Hóa
      Xã Hoằng Quý, Huyện Hoằng Hóa → Xã Hoằng Quý, Huyện Hoằng Hóa, Thanh Hóa
      Xã Hoằng Đồng, Huyện Hoằng Hóa → Xã Hoằng Đồng, Huyện Hoằng Hóa, Thanh Hóa
      Xã Hoằng Đông, Huyện Hoằng Hóa → Xã Hoằng Đông, Huyện Hoằng Hóa, Thanh Hóa
      Xã Hoằng Thành, Huyện Hoằng Hóa → Xã Hoằng Thành, Huyện Hoằng Hóa, Thanh Hóa
      Xã Hoằng Thanh, Huyện Hoằng Hóa → Xã Hoằng Thanh, Huyện Hoằng Hóa, Thanh Hóa
      Xã Hoa Lộc, Huyện Hậu Lộc → Xã Hoa Lộc, Huyện Hậu Lộc, Thanh Hóa
      Xã Hòa Lộc, Huyện Hậu Lộc → Xã Hòa Lộc, Huyện Hậu Lộc, Thanh Hóa
      Xã Nga Thanh, Huyện Nga Sơn → Xã Nga Thanh, Huyện Nga Sơn, Thanh Hóa
      Xã Nga Thành, Huyện Nga Sơn → Xã Nga Thành, Huyện Nga Sơn, Thanh Hóa
      Xã Châu Bính, Huyện Quỳ Châu → Xã Châu Bính, Huyện Quỳ Châu, Nghệ An
      Xã Châu Bình, Huyện Quỳ Châu → Xã Châu Bình, Huyện Quỳ Châu, Nghệ An
      Xã Nậm Cắn, Huyện Kỳ Sơn → Xã Nậm Cắn, Huyện Kỳ Sơn, Nghệ An
      Xã Nậm Càn, Huyện Kỳ Sơn → Xã Nậm Càn, Huyện Kỳ Sơn, Nghệ An
      Xã Đồng Thành, Huyện Yên Thành → Xã Đồng Thành, Huyện Yên Thành, Nghệ An
      Xã Đông Thành, Huyện Yên Thành → Xã Đông Thành, Huyện Yên Thành, Nghệ An
      Xã Nghi Văn, Huyện Nghi Lộc → Xã Nghi Văn, Huyện Nghi Lộc, Nghệ An
      Xã Nghi Vạn, Huyện Nghi Lộc → Xã Nghi Vạn, Huyện Nghi Lộc, Nghệ An
      Phường Hương Vân, Thị xã Hương Trà → Phường Hương Vân, Thị xã Hương Trà, Huế
      Phường Hương Văn, Thị xã Hương Trà → Phường Hương Văn, Thị xã Hương Trà, Huế
      Xã Tam Đàn, Huyện Phú Ninh → Xã Tam Đàn, Huyện Phú Ninh, Quảng Nam
      Xã Tam Dân, Huyện Phú Ninh → Xã Tam Dân, Huyện Phú Ninh, Quảng Nam
      Xã Trà Dơn, Huyện Nam Trà My → Xã Trà Dơn, Huyện Nam Trà My, Quảng Nam
      Xã Trà Don, Huyện Nam Trà My → Xã Trà Don, Huyện Nam Trà My, Quảng Nam
      Xã Bình Thạnh, Huyện Bình Sơn → Xã Bình Thạnh, Huyện Bình Sơn, Quảng Ngãi
      Xã Bình Thanh, Huyện Bình Sơn → Xã Bình Thanh, Huyện Bình Sơn, Quảng Ngãi
      Xã Ia Băng, Huyện Chư Prông → Xã Ia Băng, Huyện Chư Prông, Gia Lai
      Xã Ia Bang, Huyện Chư Prông → Xã Ia Bang, Huyện Chư Prông, Gia Lai
      Xã Lộc Thạnh, Huyện Lộc Ninh → Xã Lộc Thạnh, Huyện Lộc Ninh, Bình Phước
      Xã Lộc Thành, Huyện Lộc Ninh → Xã Lộc Thành, Huyện Lộc Ninh, Bình Phước
      Xã Đông Thạnh, Thị xã Bình Minh → Xã Đông Thạnh, Thị xã Bình Minh, Vĩnh Long
      Xã Đông Thành, Thị xã Bình Minh → Xã Đông Thành, Thị xã Bình Minh, Vĩnh Long
      Xã Phú Thạnh, Huyện Phú Tân → Xã Phú Thạnh, Huyện Phú Tân, An Giang
      Xã Phú Thành, Huyện Phú Tân → Xã Phú Thành, Huyện Phú Tân, An Giang`,
  "two of one province told apart by tones alone": `
      Văn Lang Thái Nguyên → Xã Văn Lang, Thái Nguyên
      Văn Lăng Thái Nguyên → Xã Văn Lăng, Thái Nguyên
      Cẩm Giang Hải Phòng → Xã Cẩm Giang, Hải Phòng
      Cẩm Giàng Hải Phòng → Xã Cẩm Giàng, Hải Phòng
      Sơn Hà Quảng Ngãi → Xã Sơn Hà, Quảng Ngãi
      Sơn Hạ Quảng Ngãi → Xã Sơn Hạ, Quảng Ngãi
      Ba Tơ Quảng Ngãi → Xã Ba Tơ, Quảng Ngãi
      Ba Tô Quảng Ngãi → Xã Ba Tô, Quảng Ngãi
      Lộc Thạnh Đồng Nai → Xã Lộc Thạnh, Đồng Nai
      Lộc Thành Đồng Nai → Xã Lộc Thành, Đồng Nai
      Tân Thành Tây Ninh → Xã Tân Thành, Tây Ninh
      Tân Thạnh Tây Ninh → Xã Tân Thạnh, Tây Ninh
      Thanh An Hồ Chí Minh → Xã Thanh An, Hồ Chí Minh
      Thạnh An Hồ Chí Minh → Xã Thạnh An, Hồ Chí Minh
      Tân Thành Đồng Tháp → Xã Tân Thành, Đồng Tháp
      Tân Thạnh Đồng Tháp → Xã Tân Thạnh, Đồng Tháp`,
  "a unit that was divided": `
      phuong dien bien ba dinh → Phường Điện Biên, Quận Ba Đình, Hà Nội
      Kim Mã Ba Đình → Phường Kim Mã, Quận Ba Đình, Hà Nội
      phuong xuan la tay ho → Phường Xuân La, Quận Tây Hồ, Hà Nội
      Thạch Bàn Long Biên → Phường Thạch Bàn, Quận Long Biên, Hà Nội
      phuong mai dich cau giay → Phường Mai Dịch, Quận Cầu Giấy, Hà Nội
      Nam Đồng Đống Đa → Phường Nam Đồng, Quận Đống Đa, Hà Nội
      phuong le dai hanh hai ba trung → Phường Lê Đại Hành, Quận Hai Bà Trưng, Hà Nội
      Đại Kim Hoàng Mai → Phường Đại Kim, Quận Hoàng Mai, Hà Nội
      phuong thinh liet hoang mai → Phường Thịnh Liệt, Quận Hoàng Mai, Hà Nội
      Hoàng Liệt Hoàng Mai → Phường Hoàng Liệt, Quận Hoàng Mai, Hà Nội
      thi tran dong anh dong anh → Thị trấn Đông Anh, Huyện Đông Anh, Hà Nội
      Bát Tràng Gia Lâm → Xã Bát Tràng, Huyện Gia Lâm, Hà Nội
      phuong xuan tao bac tu liem → Phường Xuân Tảo, Quận Bắc Từ Liêm, Hà Nội
      Mễ Trì Nam Từ Liêm → Phường Mễ Trì, Quận Nam Từ Liêm, Hà Nội
      xa tan trieu thanh tri → Xã Tân Triều, Huyện Thanh Trì, Hà Nội
      Đại Thịnh Mê Linh → Xã Đại Thịnh, Huyện Mê Linh, Hà Nội
      phuong kien hung ha dong → Phường Kiến Hưng, Quận Hà Đông, Hà Nội
      Hồng Hà Đan Phượng → Xã Hồng Hà, Huyện Đan Phượng, Hà Nội
      xa thach hoa thach that → Xã Thạch Hòa, Huyện Thạch Thất, Hà Nội
      Cộng Hòa Nam Sách → Xã Cộng Hòa, Huyện Nam Sách, Hải Dương
      phuong tan tien an duong → Phường Tân Tiến, Quận An Dương, Hải Phòng
      Cam Tân Cam Lâm → Xã Cam Tân, Huyện Cam Lâm, Khánh Hòa
      phuong son ky tan phu → Phường Sơn Kỳ, Quận Tân Phú, Hồ Chí Minh
      Tân Tạo Bình Tân → Phường Tân Tạo, Quận Bình Tân, Hồ Chí Minh
      xa nguyen phich u minh → Xã Nguyễn Phích, Huyện U Minh, Cà Mau`,
  "a number for a name": `
      P1 TPĐông Hà → Phường 1, Thành phố Đông Hà, Quảng Trị
      phường 02 Quảng Trị → Phường 2, Thị xã Quảng Trị, Quảng Trị
      p.7 tp. tuy hoa → Phường 7, Thành phố Tuy Hòa, Phú Yên
      da lat phuong 6 → Phường 6, Thành phố Đà Lạt, Lâm Đồng
      P2 TPBảo Lộc → Phường 2, Thành phố Bảo Lộc, Lâm Đồng
      phường 03 Vũng Tàu → Phường 3, Thành phố Vũng Tàu, Bà Rịa - Vũng Tàu
      p.11 tp. vung tau → Phường 11, Thành phố Vũng Tàu, Bà Rịa - Vũng Tàu
      go vap phuong 12 → Phường 12, Quận Gò Vấp, Hồ Chí Minh
      P3 QGò Vấp → Phường 3, Quận Gò Vấp, Hồ Chí Minh
      phường 05 Bình Thạnh → Phường 5, Quận Bình Thạnh, Hồ Chí Minh
      p.19 q. binh thanh → Phường 19, Quận Bình Thạnh, Hồ Chí Minh
      tan binh phuong 1 → Phường 1, Quận Tân Bình, Hồ Chí Minh
      P8 QTân Bình → Phường 8, Quận Tân Bình, Hồ Chí Minh
      phường 09 Phú Nhuận → Phường 9, Quận Phú Nhuận, Hồ Chí Minh
      p.15 q. phu nhuan → Phường 15, Quận Phú Nhuận, Hồ Chí Minh
      quan 3 phuong 5 → Phường 5, Quận 3, Hồ Chí Minh
      P14 Q10 → Phường 14, Quận 10, Hồ Chí Minh
      phường 04 quận 10 → Phường 4, Quận 10, Hồ Chí Minh
      p.8 q. 11 → Phường 8, Quận 11, Hồ Chí Minh
      quan 4 phuong 9 → Phường 9, Quận 4, Hồ Chí Minh
      P15 Q4 → Phường 15, Quận 4, Hồ Chí Minh
      phường 01 quận 5 → Phường 1, Quận 5, Hồ Chí Minh
      p.13 q. 6 → Phường 13, Quận 6, Hồ Chí Minh
      quan 6 phuong 7 → Phường 7, Quận 6, Hồ Chí Minh
      P16 Q8 → Phường 16, Quận 8, Hồ Chí Minh
      phường 07 Tân An → Phường 7, Thành phố Tân An, Long An
      p.1 tp. my tho → Phường 1, Thành phố Mỹ Tho, Tiền Giang
      go cong phuong 5 → Phường 5, Thành phố Gò Công, Tiền Giang
      P8 TPBến Tre → Phường 8, Thành phố Bến Tre, Bến Tre
      phường 07 Trà Vinh → Phường 7, Thành phố Trà Vinh, Trà Vinh
      p.1 tp. vinh long → Phường 1, Thành phố Vĩnh Long, Vĩnh Long
      cao lanh phuong 3 → Phường 3, Thành phố Cao Lãnh, Đồng Tháp
      P7 TPSóc Trăng → Phường 7, Thành phố Sóc Trăng, Sóc Trăng
      phường 10 Sóc Trăng → Phường 10, Thành phố Sóc Trăng, Sóc Trăng
      p.2 tp. bac lieu → Phường 2, Thành phố Bạc Liêu, Bạc Liêu
      ca mau phuong 9 → Phường 9, Thành phố Cà Mau, Cà Mau`,
  "a type for a name": `
      Phường Phúc Xá, Ba Đình → Phường Phúc Xá, Quận Ba Đình, Hà Nội
      tam xa dong anh → Xã Tàm Xá, Huyện Đông Anh, Hà Nội
      Xã Phương Độ, Hà Giang → Xã Phương Độ, Thành phố Hà Giang, Hà Giang
      my phuong ba be → Xã Mỹ Phương, Huyện Ba Bể, Bắc Kạn
      Xã Quý Quân, Yên Sơn → Xã Quý Quân, Huyện Yên Sơn, Tuyên Quang
      toa tinh tuan giao → Xã Tỏa Tình, Huyện Tuần Giáo, Điện Biên
      Phường Phương Lâm, Hòa Bình → Phường Phương Lâm, Thành phố Hòa Bình, Hòa Bình
      phuong giao vo nhai → Xã Phương Giao, Huyện Võ Nhai, Thái Nguyên
      Xã Khuất Xá, Lộc Bình → Xã Khuất Xá, Huyện Lộc Bình, Lạng Sơn
      dien xa tien yen → Xã Điền Xá, Huyện Tiên Yên, Quảng Ninh
      Xã Phượng Lâu, Việt Trì → Xã Phượng Lâu, Thành phố Việt Trì, Phú Thọ
      hien quan tam nong → Xã Hiền Quan, Huyện Tam Nông, Phú Thọ
      Xã Văn Quán, Lập Thạch → Xã Văn Quán, Huyện Lập Thạch, Vĩnh Phúc
      phuong mao que vo → Phường Phượng Mao, Thị xã Quế Võ, Bắc Ninh
      Xã Song Phượng, Đan Phượng → Xã Song Phượng, Huyện Đan Phượng, Hà Nội
      tien phuong chuong my → Xã Tiên Phương, Huyện Chương Mỹ, Hà Nội
      Xã Thượng Quận, Kinh Môn → Xã Thượng Quận, Thị xã Kinh Môn, Hải Dương
      phuong nam hung yen → Xã Phương Nam, Thành phố Hưng Yên, Hưng Yên
      Xã Thái Phương, Hưng Hà → Xã Thái Phương, Huyện Hưng Hà, Thái Bình
      van xa kim bang → Xã Văn Xá, Thị xã Kim Bảng, Hà Nam
      Xã Phương Định, Trực Ninh → Xã Phương Định, Huyện Trực Ninh, Nam Định
      phuong nghi nhu thanh → Xã Phượng Nghi, Huyện Như Thanh, Thanh Hóa
      Xã Nghi Phương, Nghi Lộc → Xã Nghi Phương, Huyện Nghi Lộc, Nghệ An
      ben quan vinh linh → Thị trấn Bến Quan, Huyện Vĩnh Linh, Quảng Trị
      Xã Tịnh Hiệp, Sơn Tịnh → Xã Tịnh Hiệp, Huyện Sơn Tịnh, Quảng Ngãi
      tinh chau quang ngai → Xã Tịnh Châu, Thành phố Quảng Ngãi, Quảng Ngãi
      Xã Tịnh Minh, Sơn Tịnh → Xã Tịnh Minh, Huyện Sơn Tịnh, Quảng Ngãi
      phuong sai nha trang → Phường Phương Sài, Thành phố Nha Trang, Khánh Hòa
      Xã Xà Bang, Châu Đức → Xã Xà Bang, Huyện Châu Đức, Bà Rịa - Vũng Tàu
      tinh thoi cao lanh → Xã Tịnh Thới, Thành phố Cao Lãnh, Đồng Tháp`,
  "a unit, its district and its province of one name": `
      Phường Lào Cai, Thành phố Lào Cai → Phường Lào Cai, Thành phố Lào Cai, Lào Cai
      Xã Hòa Bình, Thành phố Hòa Bình → Xã Hòa Bình, Thành phố Hòa Bình, Hòa Bình`,
  "a unit and its district of one name": `
      phuong long bien quan long bien → Phường Long Biên, Quận Long Biên, Hà Nội
      thi tran bac ha huyen bac ha → Thị trấn Bắc Hà, Huyện Bắc Hà, Lào Cai
      thi tran yen chau huyen yen chau → Thị trấn Yên Châu, Huyện Yên Châu, Sơn La
      xa chi lang huyen chi lang → Xã Chi Lăng, Huyện Chi Lăng, Lạng Sơn
      thi tran thanh son huyen thanh son → Thị trấn Thanh Sơn, Huyện Thanh Sơn, Phú Thọ
      thi tran thanh mien huyen thanh mien → Thị trấn Thanh Miện, Huyện Thanh Miện, Hải Dương
      thi tran ngoc lac huyen ngoc lac → Thị trấn Ngọc Lặc, Huyện Ngọc Lặc, Thanh Hóa
      thi tran huong khe huyen huong khe → Thị trấn Hương Khê, Huyện Hương Khê, Hà Tĩnh
      thi tran phu hoa huyen phu hoa → Thị trấn Phú Hòa, Huyện Phú Hòa, Phú Yên
      xa phu rieng huyen phu rieng → Xã Phú Riềng, Huyện Phú Riềng, Bình Phước
      phuong 4 quan 4 → Phường 4, Quận 4, Hồ Chí Minh
      thi tran cho lach huyen cho lach → Thị trấn Chợ Lách, Huyện Chợ Lách, Bến Tre
      phuong tinh bien thi xa tinh bien → Phường Tịnh Biên, Thị xã Tịnh Biên, An Giang
      thi tran ke sach huyen ke sach → Thị trấn Kế Sách, Huyện Kế Sách, Sóc Trăng`,
  "apostrophes and dashes": `
      Văn Miếu - Quốc Tử Giám, Hà Nội → Phường Văn Miếu - Quốc Tử Giám, Hà Nội
      ea hleo dak lak → Xã Ea H'Leo, Đắk Lắk
      Ea M’Droh, Đắk Lắk → Xã Ea M'Droh, Đắk Lắk
      lam vien da lat lam dong → Phường Lâm Viên - Đà Lạt, Lâm Đồng
      Cam Ly - Đà Lạt, Lâm Đồng → Phường Cam Ly - Đà Lạt, Lâm Đồng
      blao lam dong → Phường B'Lao, Lâm Đồng
      Văn Miếu - Quốc Tử Giám, Quận Đống Đa → Phường Văn Miếu - Quốc Tử Giám, Quận Đống Đa, Hà Nội
      chom tay giang → Xã Ch'ơm, Huyện Tây Giang, Quảng Nam
      Ea H’leo, Huyện Ea H'leo → Xã Ea H'leo, Huyện Ea H'leo, Đắk Lắk
      ea mdroh cu m'gar → Xã Ea M'Droh, Huyện Cư M'gar, Đắk Lắk
      Ea M’nang, Huyện Cư M'gar → Xã Ea M'nang, Huyện Cư M'gar, Đắk Lắk
      ea hmlay m'drak → Xã Ea H'Mlay, Huyện M'Đrắk, Đắk Lắk
      Đắk R’Moan, Thành phố Gia Nghĩa → Xã Đắk R'Moan, Thành phố Gia Nghĩa, Đắk Nông
      ea tling cu jut → Thị trấn Ea T'ling, Huyện Cư Jút, Đắk Nông
      Cư K’nia, Huyện Cư Jút → Xã Cư K'nia, Huyện Cư Jút, Đắk Nông
      nam ndir krong no → Xã Nâm N'Đir, Huyện Krông Nô, Đắk Nông
      Nâm N’Jang, Huyện Đắk Song → Xã Nâm N'Jang, Huyện Đắk Song, Đắk Nông
      blao bao loc → Phường B'Lao, Thành phố Bảo Lộc, Lâm Đồng
      Đạ K’ Nàng, Huyện Đam Rông → Xã Đạ K' Nàng, Huyện Đam Rông, Lâm Đồng
      n thon ha duc trong → Xã N' Thôn Hạ, Huyện Đức Trọng, Lâm Đồng`,
  "a name that ends in a former district's": `
      lien son lak dak lak → Xã Liên Sơn Lắk, Đắk Lắk
      lam vien - da lat lam dong → Phường Lâm Viên - Đà Lạt, Lâm Đồng
      xuan huong - da lat lam dong → Phường Xuân Hương - Đà Lạt, Lâm Đồng
      cam ly - da lat lam dong → Phường Cam Ly - Đà Lạt, Lâm Đồng
      xuan truong - da lat lam dong → Phường Xuân Trường - Đà Lạt, Lâm Đồng
      2 bao loc lam dong → Phường 2 Bảo Lộc, Lâm Đồng
      1 bao loc lam dong → Phường 1 Bảo Lộc, Lâm Đồng
      3 bao loc lam dong → Phường 3 Bảo Lộc, Lâm Đồng
      lang biang - da lat lam dong → Phường Lang Biang - Đà Lạt, Lâm Đồng
      nam ban lam ha lam dong → Xã Nam Ban Lâm Hà, Lâm Đồng
      dinh van lam ha lam dong → Xã Đinh Văn Lâm Hà, Lâm Đồng
      nam ha lam ha lam dong → Xã Nam Hà Lâm Hà, Lâm Đồng
      phu son lam ha lam dong → Xã Phú Sơn Lâm Hà, Lâm Đồng
      phuc tho lam ha lam dong → Xã Phúc Thọ Lâm Hà, Lâm Đồng
      tan ha lam ha lam dong → Xã Tân Hà Lâm Hà, Lâm Đồng`,
};

let atlas: Atlas;
beforeAll(async () => {
  atlas = await nationalAtlas();
});

describe.each(Object.keys(HARDEST))("%s", (hard) => {
  it.each(pairs(hard))("«%s» means %s", (typed, meant) => {
    const [first] = atlas.search(typed, 1);

    expect(first && wording(first.area)).toBe(meant);
  });
});

function pairs(hard: string): [string, string][] {
  const lines = (HARDEST[hard] ?? "").trim().split("\n");
  return lines.map((line) => line.trim().split(" → ") as [string, string]);
}
