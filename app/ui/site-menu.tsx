import { useMessages } from "#app/i18n/use-messages.ts";
import { paths } from "#app/paths.ts";
import { MenuLink } from "./link.tsx";

/** The parts of the public site. */
export function SiteMenu() {
  const { nav } = useMessages().site;
  return (
    <nav aria-label={nav.label} className="flex flex-wrap">
      <MenuLink to={paths.home()} end>
        {nav.lookup}
      </MenuLink>
      <MenuLink to={paths.meetings()}>{nav.meetings}</MenuLink>
      <MenuLink to={paths.statements()}>{nav.statements}</MenuLink>
      <MenuLink to={paths.portal.home()}>{nav.portal}</MenuLink>
      <MenuLink to={paths.desk.home()}>{nav.desk}</MenuLink>
    </nav>
  );
}
