import type { ActionFunctionArgs, LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { calledOff, callingOff } from "#app/http/calling-off.server.ts";
import { languageOf, messagesIn } from "#app/i18n/messages.ts";
import { useMessages } from "#app/i18n/use-messages.ts";
import { CallOff } from "#app/ui/call-off.tsx";

export const loader = (asked: LoaderFunctionArgs) => callingOff(asked, "postponed");

export const action = (asked: ActionFunctionArgs) => calledOff(asked, "postponed");

export const meta: MetaFunction = ({ location }) => {
  const words = messagesIn(languageOf(location.pathname));
  return [{ title: `${words.meetings.pages.postponement.title} · ${words.common.product}` }];
};

export default function Postponement() {
  const words = useMessages().meetings.pages.postponement;
  return <CallOff {...useLoaderData<typeof loader>()} words={words} lastResult={useActionData()} />;
}
