import { Form } from "@remix-run/react";
import type { ReactNode } from "react";
import { useLocalised } from "#app/i18n/use-messages.ts";
import { SendButton } from "./button.tsx";

/** Takes one line of a list away, by an address of its own. */
export function RemoveButton({
  to,
  what,
  beside,
  children,
}: {
  to: string;
  what: string;
  beside?: ReactNode; // what is asked along with it
  children: ReactNode;
}) {
  return (
    <Form
      method="post"
      action={useLocalised()(to)}
      className="flex flex-wrap items-center gap-x-4 gap-y-1"
    >
      {beside}
      <SendButton tone="danger">
        {children}
        <span className="sr-only">: {what}</span>
      </SendButton>
    </Form>
  );
}
