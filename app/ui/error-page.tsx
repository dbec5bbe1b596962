import { isRouteErrorResponse, useRouteError } from "@remix-run/react";
import { useMessages } from "#app/i18n/use-messages.ts";
import { paths } from "#app/paths.ts";
import { ButtonLink } from "./button.tsx";

/** What happened, what was kept, what to do: one page for every refusal and every fault. */
export function ErrorPage() {
  const words = useMessages().common.errors;
  const error = useRouteError();
  const status = isRouteErrorResponse(error) ? error.status : 500;
  const { title, text } = words[status as keyof typeof words & number] ?? words[500];
  const detail = isRouteErrorResponse(error) && !isFrameworks(error) ? error.data : "";
  return (
    <main id="content" className="mx-auto max-w-2xl px-4 py-16">
      <p className="text-soft">{status}</p>
      <h1 className="mb-3 text-3xl">{title}</h1>
      <p className="mb-6">{typeof detail === "string" && detail ? detail : text}</p>
      <ButtonLink to={paths.home()}>{words.home}</ButtonLink>
    </main>
  );
}

/** What the framework says of a request that it turns down is for its programmers. */
function isFrameworks(error: object): boolean {
  return "internal" in error && error.internal === true;
}
