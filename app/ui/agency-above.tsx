import { paths } from "#app/paths.ts";
import { useNames } from "./area-name.ts";
import { LinkTo } from "./link.tsx";

/** Above a page about a part of an agency's profile: the way back to it. */
export function AgencyAbove({ agency }: { agency: { id: string; name: string; nameEn: string } }) {
  const { name } = useNames();
  return <LinkTo to={paths.desk.agencyProfile(agency)}>{name(agency)}</LinkTo>;
}
