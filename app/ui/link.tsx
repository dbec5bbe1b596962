import { Link, NavLink } from "@remix-run/react";
import type { ComponentProps, ReactNode } from "react";
import { useLocalised } from "#app/i18n/use-messages.ts";

/** A link to one of our own pages (an address from `paths`), in the language being read. */
export function LinkTo({ to, ...rest }: { to: string } & Omit<ComponentProps<typeof Link>, "to">) {
  return <Link to={useLocalised()(to)} {...rest} />;
}

/** A link of a menu; the page one is on is marked. */
export function MenuLink({
  to,
  end,
  children,
}: {
  to: string;
  end?: boolean;
  children: ReactNode;
}) {
  return (
    <NavLink
      to={useLocalised()(to)}
      end={end}
      className={({ isActive }) =>
        `inline-flex items-center gap-2 rounded-md px-3 py-2 no-underline hover:bg-wash ${
          isActive ? "bg-wash font-semibold text-accent" : "text-ink"
        }`
      }
    >
      {children}
    </NavLink>
  );
}
