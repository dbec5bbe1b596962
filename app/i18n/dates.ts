import { DateTime } from "luxon";
import { HOME_OFFSET, HOME_ZONE } from "#app/clock.ts";
import type { Day, Language, Moment } from "#db/tables.ts";

/** 25/11/2026, in either language: the day comes first in Viet Nam. */
export function shortDay(day: Day): string {
  return day.split("-").reverse().join("/");
}

/** Thứ Tư, 25/11/2026 · Wednesday, 25 November 2026 */
export function longDay(day: Day, language: Language): string {
  return weekdayAndDay(DateTime.fromISO(day), language);
}

/** 08:30 */
export function clockTime(moment: Moment, zone = HOME_ZONE): string {
  return at(moment, zone).toFormat("HH:mm");
}

/** 08:30 25/11/2026 */
export function shortTime(moment: Moment, zone = HOME_ZONE): string {
  return at(moment, zone).toFormat("HH:mm dd/MM/yyyy");
}

/** 08:30 Thứ Tư, 25/11/2026 · 08:30, Wednesday, 25 November 2026 */
export function longTime(moment: Moment, language: Language, zone = HOME_ZONE): string {
  const time = at(moment, zone);
  const glue = language === "vi" ? " " : ", ";
  return time.toFormat("HH:mm") + glue + weekdayAndDay(time, language);
}

/** 08:30–10:00 Thứ Tư, 25/11/2026; over midnight both days are named. The zone is named when it is not Viet Nam's. */
export function timeSpan(
  { startsAt, endsAt, zone }: { startsAt: Moment; endsAt: Moment; zone: string },
  language: Language,
): string {
  const [start, end] = [at(startsAt, zone), at(endsAt, zone)];
  const glue = language === "vi" ? " " : ", ";
  const span = start.hasSame(end, "day")
    ? `${start.toFormat("HH:mm")}–${end.toFormat("HH:mm")}${glue}${weekdayAndDay(start, language)}`
    : `${longTime(startsAt, language, zone)} – ${longTime(endsAt, language, zone)}`;
  return zone === HOME_ZONE ? span : `${span} (${zone})`;
}

/** 08 giờ 30, ngày 05 tháng 02 năm 2026: the administrative form (Decree 30/2020): zero before days under 10 and months 1 and 2. */
export function administrativeTime(moment: Moment, zone = HOME_ZONE): string {
  const time = at(moment, zone);
  return `${time.toFormat("HH")} giờ ${time.toFormat("mm")}, ${administrativeDay(time.toFormat("yyyy-MM-dd"))}`;
}

/**
 * từ 08 giờ 30 đến 10 giờ 00, ngày 25 tháng 11 năm 2026 (Thứ Tư): how a letter of invitation gives a
 * meeting's time; over midnight both days are named. The zone is named when it is not Viet Nam's.
 */
export function administrativeSpan({
  startsAt,
  endsAt,
  zone,
}: {
  startsAt: Moment;
  endsAt: Moment;
  zone: string;
}): string {
  const [start, end] = [at(startsAt, zone), at(endsAt, zone)];
  const from = start.hasSame(end, "day")
    ? start.toFormat("HH 'giờ' mm")
    : `${administrativeTime(startsAt, zone)} (${WEEKDAYS[start.weekday - 1]})`;
  const span = `từ ${from} đến ${administrativeTime(endsAt, zone)} (${WEEKDAYS[end.weekday - 1]})`;
  return zone === HOME_ZONE ? span : `${span}, múi giờ ${zone}`;
}

/** ngày 05 tháng 02 năm 2026 */
export function administrativeDay(day: Day): string {
  const [year = "", month = "", date = ""] = day.split("-");
  const shownMonth = Number(month) <= 2 ? month : String(Number(month));
  return `ngày ${date} tháng ${shownMonth} năm ${year}`;
}

const WEEKDAYS = ["Thứ Hai", "Thứ Ba", "Thứ Tư", "Thứ Năm", "Thứ Sáu", "Thứ Bảy", "Chủ Nhật"];

function weekdayAndDay(time: DateTime, language: Language): string {
  return language === "vi"
    ? `${WEEKDAYS[time.weekday - 1]}, ${time.toFormat("dd/MM/yyyy")}`
    : time.setLocale("en-GB").toFormat("cccc, d MMMM yyyy");
}

function at(moment: Moment, zone: string): DateTime {
  return DateTime.fromISO(moment, { zone: zone === HOME_ZONE ? HOME_OFFSET : zone });
}
