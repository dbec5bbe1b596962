import {
  type ActionFunctionArgs,
  data,
  type HeadersFunction,
  type LoaderFunctionArgs,
  type MetaFunction,
} from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { now } from "#app/clock.ts";
import { db } from "#app/db.server.ts";
import { findSubscription, resubscribe } from "#app/domain/press/subscriptions.server.ts";
import { mayTry } from "#app/http/limits.server.ts";
import { languageOf, messagesIn } from "#app/i18n/messages.ts";
import { Subscription } from "#app/ui/subscription.tsx";

export async function loader({ params }: LoaderFunctionArgs) {
  const subscription = await findSubscription(db, params.token ?? "");
  return data({ subscription }, { status: subscription ? 200 : 404 });
}

export async function action({ params, request, context }: ActionFunctionArgs) {
  if (request.method !== "POST") return data({ refused: true }, { status: 405 });
  if (!(await mayTry("publicWrite", context.address)))
    return data({ refused: true }, { status: 429 });
  const back = await resubscribe(db, params.token ?? "", now());
  return data({ refused: false }, { status: back.ok ? 200 : 404 });
}

export const headers: HeadersFunction = () => ({
  "Cache-Control": "private, no-store",
  "X-Robots-Tag": "noindex",
});

export const meta: MetaFunction = ({ location }) => {
  const words = messagesIn(languageOf(location.pathname));
  return [{ title: `${words.press.subscription.again} · ${words.common.product}` }];
};

export default function Resubscription() {
  const { subscription } = useLoaderData<typeof loader>();
  const answer = useActionData<typeof action>();
  const cameBack = answer?.refused === false;
  return <Subscription subscription={subscription} refused={answer?.refused} cameBack={cameBack} />;
}
