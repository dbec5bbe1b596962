import type { ReactNode } from "react";
import type { InboundFound } from "#app/domain/inbound/tray.server.ts";
import { useMessages } from "#app/i18n/use-messages.ts";
import { paths } from "#app/paths.ts";
import { LinkTo } from "./link.tsx";
import { PageTitle } from "./page-title.tsx";
import { TimeText } from "./time.tsx";

export type ShownInbound = Omit<InboundFound, "raw">;

/** The title of a page about one mail that came in, with the way back. */
export function InboundHead({ mail, actions }: { mail: ShownInbound; actions?: ReactNode }) {
  const words = useMessages().inbound;
  return (
    <PageTitle
      above={<LinkTo to={paths.desk.inbound()}>{words.title}</LinkTo>}
      lead={
        <>
          <span className="wrap-anywhere">{mail.from || words.noSender}</span> ·{" "}
          <TimeText at={mail.receivedAt} />
        </>
      }
      actions={actions}
    >
      <span className="wrap-anywhere">{mail.subject || words.noSubject}</span>
    </PageTitle>
  );
}
