import type { LinksFunction, LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import {
  Links,
  Meta,
  Outlet,
  Scripts,
  ScrollRestoration,
  useLocation,
  useMatches,
  useRouteLoaderData,
} from "@remix-run/react";
import { type ReactNode, useContext } from "react";
import { config } from "./config.server.ts";
import { db } from "./db.server.ts";
import { hasDemo } from "./domain/demo/demo.server.ts";
import { displayOf } from "./http/display.server.ts";
import { languageOf, messagesIn, otherLanguage } from "./i18n/messages.ts";
import { useLanguage } from "./i18n/use-messages.ts";
import { ErrorPage } from "./ui/error-page.tsx";
import latin from "./ui/fonts/be-vietnam-pro-latin-400.woff2?url";
import vietnamese from "./ui/fonts/be-vietnam-pro-vietnamese-400.woff2?url";
import { Nonce } from "./ui/nonce.ts";
import styles from "./ui/styles.css?url";

const font = (href: string) =>
  ({ rel: "preload", href, as: "font", type: "font/woff2", crossOrigin: "anonymous" }) as const;

export const links: LinksFunction = () => [
  { rel: "stylesheet", href: styles },
  font(latin),
  font(vietnamese),
  { rel: "icon", href: "/favicon.svg", type: "image/svg+xml" },
];

export const meta: MetaFunction = ({ location }) => {
  const words = messagesIn(languageOf(location.pathname)).common;
  return [{ title: words.product }, { name: "description", content: words.tagline }];
};

export async function loader({ request }: LoaderFunctionArgs) {
  const origin = config.ORIGIN;
  return { origin, display: await displayOf(request), demo: await hasDemo(db) };
}

/** The display and the demo mark change by a form post, after which everything is asked again anyway. */
export const shouldRevalidate = () => false;

export function Layout({ children }: { children: ReactNode }) {
  const nonce = useContext(Nonce);
  const language = useLanguage();
  const { pathname } = useLocation();
  const other = otherLanguage(pathname);
  const hydrated = useMatches().some(
    ({ handle }) => (handle as { hydrated?: boolean } | undefined)?.hydrated,
  );
  const root = useRouteLoaderData<typeof loader>("root");
  return (
    <html
      lang={language}
      data-face={hydrated ? "desk" : "site"}
      data-size={root?.display.size}
      data-contrast={root?.display.contrast}
    >
      <head>
        <meta charSet="utf-8" />
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        <meta name="color-scheme" content="light dark" />
        <Meta />
        <link rel="alternate" hrefLang={language} href={`${root?.origin ?? ""}${pathname}`} />
        <link
          rel="alternate"
          hrefLang={other.language}
          href={`${root?.origin ?? ""}${other.path}`}
        />
        <Links />
      </head>
      <body>
        {children}
        {hydrated ? (
          <>
            <ScrollRestoration nonce={nonce} />
            <Scripts nonce={nonce} />
          </>
        ) : (
          <script type="module" src="/site.js" />
        )}
      </body>
    </html>
  );
}

export default function Root() {
  return <Outlet />;
}

export function ErrorBoundary() {
  return <ErrorPage />;
}
