import type { ReactNode } from "react";
import { useMessages } from "#app/i18n/use-messages.ts";
import { paths } from "#app/paths.ts";
import { ButtonLink, SendButton } from "./button.tsx";
import { LinkTo } from "./link.tsx";
import { PageTitle } from "./page-title.tsx";

/** The page on which something is done with a query: which one it is, what is done, and the form. */
export function QueryStep({
  query,
  title,
  lead,
  children,
}: {
  query: { id: string; number: string; title: string };
  title: string;
  lead?: ReactNode;
  children: ReactNode;
}) {
  const words = useMessages().queries;
  return (
    <>
      <PageTitle
        above={
          <>
            <LinkTo to={paths.desk.query(query)}>{words.one(query.number)}</LinkTo> · {query.title}
          </>
        }
        lead={lead}
      >
        {title}
      </PageTitle>
      {children}
    </>
  );
}

/** The buttons under the form of such a page. */
export function StepButtons({ query, submit }: { query: { id: string }; submit: string }) {
  const { common } = useMessages();
  return (
    <div className="flex flex-wrap gap-2">
      <SendButton>{submit}</SendButton>
      <ButtonLink to={paths.desk.query(query)}>{common.cancel}</ButtonLink>
    </div>
  );
}
