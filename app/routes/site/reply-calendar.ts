import { notFound } from "#app/http/responses.ts";

export function loader() {
  notFound();
}
