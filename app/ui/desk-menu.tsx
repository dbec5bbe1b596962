import { useLocation } from "@remix-run/react";
import {
  CalendarDays,
  ChartColumn,
  type LucideIcon,
  MessageCircleQuestion,
  Mic,
  Newspaper,
  Scale,
  Send,
  Sun,
  Timer,
} from "lucide-react";
import { useEffect, useRef } from "react";
import { useMessages } from "#app/i18n/use-messages.ts";
import { paths } from "#app/paths.ts";
import { MenuLink } from "./link.tsx";

type Name = keyof ReturnType<typeof useMessages>["desk"]["nav"];

interface Section {
  name: Name;
  icon: LucideIcon;
  /** The first is where the section begins. */
  pages: [name: Name, to: string][];
  /** What else belongs to it, by the word after /desk/. */
  covers: string[];
}

const SECTIONS: Section[] = [
  { name: "home", icon: Sun, pages: [["home", paths.desk.home()]], covers: [] },
  {
    name: "meetings",
    icon: CalendarDays,
    pages: [
      ["meetingList", paths.desk.meetings()],
      ["calendar", paths.desk.calendar()],
      ["series", paths.desk.seriesList()],
      ["reminders", paths.desk.allReminders()],
      ["duties", paths.desk.duties()],
      ["promises", paths.desk.promises()],
    ],
    covers: [
      ...["agenda-items", "attendance", "invitations", "meeting-files", "meeting-links"],
      ...["meeting-spokespersons", "questions"],
    ],
  },
  {
    name: "incidents",
    icon: Timer,
    pages: [
      ["incidentList", paths.desk.incidents()],
      ["statements", paths.desk.statements()],
      ["scenarios", paths.desk.scenarios()],
      ["correctionCases", paths.desk.correctionCases()],
    ],
    covers: ["correction-evidence", "sign-offs", "statement-files"],
  },
  {
    name: "queries",
    icon: MessageCircleQuestion,
    pages: [
      ["queryList", paths.desk.queries()],
      ["lines", paths.desk.lines()],
    ],
    covers: ["query-tasks"],
  },
  {
    name: "spokespersons",
    icon: Mic,
    pages: [
      ["registry", paths.desk.spokespersons()],
      ["compliance", paths.desk.compliance()],
      ["confirmations", paths.desk.confirmations()],
      ["contactReports", paths.desk.contactReports()],
      ["formerAgencies", paths.desk.formerAgencies()],
      ["spokespersonImports", paths.desk.spokespersonImports()],
    ],
    covers: ["agencies", "assignments", "channels", "delegation-drafts", "delegations", "training"],
  },
  {
    name: "journalists",
    icon: Newspaper,
    pages: [
      ["journalistList", paths.desk.journalists()],
      ["pressLists", paths.desk.pressLists()],
      ["outlets", paths.desk.outlets()],
      ["accreditations", paths.desk.accreditations()],
      ["dataRequests", paths.desk.dataRequests()],
    ],
    covers: ["suppressed-addresses"],
  },
  {
    name: "reports",
    icon: ChartColumn,
    pages: [
      ["annualReport", paths.desk.annualReports()],
      ["appearances", paths.desk.appearances()],
      ["reportFigures", paths.desk.reports()],
    ],
    covers: [],
  },
  {
    name: "mail",
    icon: Send,
    pages: [
      ["outbox", paths.desk.outbox()],
      ["inbound", paths.desk.inbound()],
      ["mailbox", paths.desk.mailbox()],
    ],
    covers: [],
  },
  {
    name: "rules",
    icon: Scale,
    pages: [
      ["policies", paths.desk.policies()],
      ["holidays", paths.desk.holidays()],
      ["retention", paths.desk.retention()],
      ["audit", paths.desk.audit()],
    ],
    covers: [],
  },
];

/** The desk's sections, and below them the pages of the one that is open. */
export function DeskMenu({ without = [] }: { without?: Name[] }) {
  const { nav } = useMessages().desk;
  const path = useLocation().pathname.replace(/^\/en(?=\/)/, "");
  const section = SECTIONS.find((one) => isOf(one, path));
  const pages = (section?.pages ?? []).filter(([name]) => !without.includes(name));
  const page = pages
    .filter(([, to]) => isUnder(to, path))
    .toSorted(([, one], [, other]) => other.length - one.length)[0];
  const row = "flex overflow-x-auto whitespace-nowrap sm:flex-wrap";
  const sections = useInSight(section?.name);
  const below = useInSight(page?.[0]);
  return (
    <>
      <nav ref={sections} aria-label={nav.label} className={row}>
        {SECTIONS.map((one) => (
          <MenuLink key={one.name} to={one.pages[0]?.[1] ?? ""} current={one === section}>
            <one.icon aria-hidden="true" className="size-4" />
            {nav[one.name]}
          </MenuLink>
        ))}
      </nav>
      {section && pages.length > 1 && (
        <nav
          ref={below}
          aria-label={`${nav.label}: ${nav[section.name]}`}
          className={`${row} border-t border-line pt-1 text-sm`}
        >
          {pages.map(([name, to]) => (
            <MenuLink key={name} to={to} current={name === page?.[0]}>
              {nav[name]}
            </MenuLink>
          ))}
        </nav>
      )}
    </>
  );
}

/** On a phone a row of the menu is wider than the window: where one is stands in the middle of it. */
function useInSight(current: string | undefined) {
  const row = useRef<HTMLElement>(null);
  useEffect(() => {
    const here = current && row.current?.querySelector<HTMLElement>("[aria-current]");
    if (!here || !row.current) return;
    const { offsetLeft, clientWidth } = row.current;
    row.current.scrollLeft = here.offsetLeft - offsetLeft - (clientWidth - here.offsetWidth) / 2;
  }, [current]);
  return row;
}

function isOf({ pages, covers }: Section, path: string): boolean {
  const word = path.split("/")[2] ?? "";
  return covers.includes(word) || pages.some(([, to]) => (to.split("/")[2] ?? "") === word);
}

function isUnder(to: string, path: string): boolean {
  return path === to || path.startsWith(`${to}/`);
}
