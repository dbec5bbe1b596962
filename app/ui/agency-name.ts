import type { MeetingOfAgency } from "#app/domain/meetings/meetings.server.ts";
import { useLanguage } from "#app/i18n/use-messages.ts";

type Named = Pick<
  MeetingOfAgency,
  "agencyName" | "agencyNameEn" | "provinceType" | "provinceName" | "provinceNameEn"
>;

/** Names an agency with its province: many communes share their names. */
export function useAgencyName() {
  const language = useLanguage();
  return (meeting: Named) => {
    const { agencyName, agencyNameEn, provinceType, provinceName, provinceNameEn } = meeting;
    const [name, province] =
      language === "en"
        ? [agencyNameEn, provinceNameEn]
        : [agencyName, provinceName && `${provinceType} ${provinceName}`];
    return province ? `${name}, ${province}` : name;
  };
}
