import { notFound } from "#app/http/responses.ts";

export function loader() {
  notFound();
}

export default function Page() {
  return null;
}
