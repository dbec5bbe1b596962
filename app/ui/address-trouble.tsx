import { Form } from "@remix-run/react";
import { dayOf } from "#app/clock.ts";
import { shortDay } from "#app/i18n/dates.ts";
import { useLocalised, useMessages } from "#app/i18n/use-messages.ts";
import { paths } from "#app/paths.ts";
import type { Moment } from "#db/tables.ts";
import { Badge } from "./badge.tsx";
import { SendButton } from "./button.tsx";
import { Notice } from "./notice.tsx";

/** That letters to somebody's address come back, in a word. */
export function AddressBadge({ bouncedAt }: { bouncedAt: Moment | null }) {
  const words = useMessages().mailTrouble.address;
  return bouncedAt ? <Badge tone="due">{words.badge}</Badge> : null;
}

interface Bounced {
  id: string;
  phone: string | null;
  bouncedAt: Moment | null;
  bounce: string | null;
}

/** That letters to somebody's address come back, whom to telephone, and what to do then. */
export function AddressTrouble({ journalist }: { journalist: Bounced }) {
  const { mail, mailTrouble } = useMessages();
  const words = mailTrouble.address;
  const to = useLocalised();
  const { phone, bouncedAt, bounce } = journalist;
  if (!bouncedAt) return null;
  return (
    <Notice tone="warning" title={words.title}>
      <p>{words.since(shortDay(dayOf(bouncedAt)))}</p>
      {bounce && <p className="text-soft break-words">{mail.serverSaid(bounce)}</p>}
      <p>
        {phone ? (
          <>
            {words.telephone} <a href={`tel:${phone.replace(/[^\d+]/g, "")}`}>{phone}</a>
          </>
        ) : (
          words.noTelephone
        )}
      </p>
      <p>{words.mend}</p>
      <Form method="post" action={to(paths.desk.journalistAddress(journalist))} className="mt-2">
        <SendButton tone="plain">{words.trust}</SendButton>
      </Form>
    </Notice>
  );
}
