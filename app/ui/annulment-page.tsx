import type { ReactNode } from "react";
import { AnnulmentForm } from "#app/domain/spokespersons/assignment-form.ts";
import { useMessages } from "#app/i18n/use-messages.ts";
import { paths } from "#app/paths.ts";
import { useNames } from "./area-name.ts";
import { Button } from "./button.tsx";
import { HouseForm, TextField, useHouseForm } from "./form.tsx";
import { LinkTo } from "./link.tsx";
import { Notice } from "./notice.tsx";
import { PageTitle } from "./page-title.tsx";

interface Entry {
  name: string;
  agencyId: string;
  agencyName: string;
  agencyNameEn: string;
  annulledAt: string | null;
  annulReason: string | null;
}

/** Takes an entry out of force that should never have been made; the entry itself is shown above the form. */
export function AnnulmentPage({
  entry,
  lastResult,
  children,
}: {
  entry: Entry;
  lastResult: unknown;
  children: ReactNode;
}) {
  const { annulment: words, states } = useMessages().register;
  const { name } = useNames();
  const [form, fields] = useHouseForm(AnnulmentForm, { id: "annulment", lastResult });
  return (
    <>
      <PageTitle
        above={
          <LinkTo to={paths.desk.agency({ id: entry.agencyId })}>
            {name({ name: entry.agencyName, nameEn: entry.agencyNameEn })}
          </LinkTo>
        }
        lead={words.lead(entry.name)}
      >
        {words.title}
      </PageTitle>
      {children}
      {entry.annulledAt ? (
        <Notice title={states.annulled}>{entry.annulReason}</Notice>
      ) : (
        <HouseForm form={form}>
          <TextField field={fields.reason} label={words.reason} />
          <div>
            <Button tone="danger">{words.submit}</Button>
          </div>
        </HouseForm>
      )}
    </>
  );
}
