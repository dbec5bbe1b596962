import { Link, useLocation } from "@remix-run/react";
import { type AnchorHTMLAttributes, createContext, type ReactNode, useContext } from "react";
import { useLocalised } from "#app/i18n/use-messages.ts";

/** Whether the page is plain HTML without the framework's script: its links are plain then, and cost less. */
export const PlainPage = createContext(false);

type Rest = Omit<AnchorHTMLAttributes<HTMLAnchorElement>, "href">;

/**
 * A link to one of our own pages (an address from `paths`), in the language being read. One of hundreds is among
 * `many`: what lies behind it is asked for when it is followed, not beforehand.
 */
export function LinkTo({
  to,
  many = false,
  children,
  ...rest
}: Rest & { to: string; many?: boolean; children?: ReactNode }) {
  const href = useLocalised()(to);
  if (!useContext(PlainPage))
    return (
      <Link to={href} discover={many ? "none" : "render"} {...rest}>
        {children}
      </Link>
    );
  return (
    <a href={href} {...rest}>
      {children}
    </a>
  );
}

const ITEM =
  "inline-flex items-center gap-2 rounded-md px-2.5 py-2 no-underline hover:bg-wash sm:px-3";
const CURRENT = `${ITEM} bg-wash font-semibold text-accent`;
const OTHER = `${ITEM} text-ink`;

/** A link of a menu; the page one is on is marked: this one, or one below it unless it is `end`. */
export function MenuLink({
  to,
  end,
  current,
  children,
}: {
  to: string;
  end?: boolean;
  current?: boolean; // where the menu knows better
  children: ReactNode;
}) {
  const href = useLocalised()(to);
  const { pathname } = useLocation();
  const isHere = pathname === href || (!end && pathname.startsWith(`${href}/`));
  const isCurrent = current ?? isHere;
  return (
    <LinkTo
      to={to}
      className={isCurrent ? CURRENT : OTHER}
      aria-current={pathname === href ? "page" : isCurrent ? "true" : undefined}
    >
      {children}
    </LinkTo>
  );
}
