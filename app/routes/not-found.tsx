import { notFound } from "#app/http/responses.ts";
import { ErrorPage } from "#app/ui/error-page.tsx";

export function loader() {
  notFound();
}

export function action() {
  notFound();
}

export default function NotFound() {
  return null;
}

export { ErrorPage as ErrorBoundary };
