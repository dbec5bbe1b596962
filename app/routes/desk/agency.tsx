import type { LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { Building2, ExternalLink, FileSignature, UserPlus } from "lucide-react";
import { now } from "#app/clock.ts";
import { db } from "#app/db.server.ts";
import { findAgencyFor } from "#app/domain/agencies/agencies.server.ts";
import { publicPage } from "#app/domain/agencies/agency.ts";
import { listDrafts } from "#app/domain/spokespersons/drafts.server.ts";
import { historyOf } from "#app/domain/spokespersons/history.server.ts";
import { findProvinceOf } from "#app/domain/spokespersons/registry.server.ts";
import { speakersOf } from "#app/domain/spokespersons/speakers.server.ts";
import { stateOf } from "#app/domain/spokespersons/term.ts";
import { requireOfficer } from "#app/http/guards.server.ts";
import { notFound } from "#app/http/responses.ts";
import { shortDay } from "#app/i18n/dates.ts";
import { languageOf, messagesIn } from "#app/i18n/messages.ts";
import { useLanguage, useMessages } from "#app/i18n/use-messages.ts";
import { paths } from "#app/paths.ts";
import { ButtonLink } from "#app/ui/button.tsx";
import { Card } from "#app/ui/card.tsx";
import { Empty } from "#app/ui/empty.tsx";
import { LinkTo } from "#app/ui/link.tsx";
import { PageTitle } from "#app/ui/page-title.tsx";
import { SpeakerCard } from "#app/ui/speaker-card.tsx";
import { TermActions, TermTable } from "#app/ui/term-table.tsx";
import { Timeline } from "#app/ui/timeline.tsx";

export async function loader({ params, request }: LoaderFunctionArgs) {
  const officer = await requireOfficer(request);
  const agency = (await findAgencyFor(db, officer, params.agency ?? "")) ?? notFound();
  const at = now();
  const [province, speakers, history, drafts] = await Promise.all([
    findProvinceOf(db, agency),
    speakersOf(db, agency, at),
    historyOf(db, agency.id),
    listDrafts(db, officer, agency),
  ]);
  return {
    agency,
    province,
    speakers,
    history,
    drafts,
    at,
    hasRegistry: officer.reach !== "agency",
  };
}

export const meta: MetaFunction<typeof loader> = ({ data, location }) => {
  const language = languageOf(location.pathname);
  const name = language === "en" ? data?.agency.nameEn : data?.agency.name;
  return [{ title: `${name} · ${messagesIn(language).common.product}` }];
};

export default function Agency() {
  const { agency, province, speakers, history, drafts, at, hasRegistry } =
    useLoaderData<typeof loader>();
  const { spokespersons, register, agencies } = useMessages();
  const { agency: words } = spokespersons;
  const english = useLanguage() === "en";
  const hasHead = history.some(({ capacity, annulledAt }) => capacity === "head" && !annulledAt);
  const icon = { "aria-hidden": true, className: "size-4" } as const;
  return (
    <>
      <PageTitle
        above={
          <>
            {hasRegistry && <LinkTo to={paths.desk.spokespersons()}>{words.above}</LinkTo>}
            {hasRegistry && province && " · "}
            {province && (english ? province.nameEn : province.name)}
          </>
        }
        actions={
          <>
            <ButtonLink to={paths.desk.assignmentNew(agency)} tone="primary">
              <UserPlus {...icon} />
              {words.assign}
            </ButtonLink>
            {hasHead && (
              <ButtonLink to={paths.desk.delegationNew(agency)}>
                <FileSignature {...icon} />
                {words.delegate}
              </ButtonLink>
            )}
            <ButtonLink to={paths.desk.agencyProfile(agency)} tone="quiet">
              <Building2 {...icon} />
              {agencies.profile.link}
            </ButtonLink>
            <ButtonLink to={publicPage(agency)} tone="quiet">
              <ExternalLink {...icon} />
              {words.publicPage}
            </ButtonLink>
          </>
        }
      >
        {english ? agency.nameEn : agency.name}
      </PageTitle>

      <section aria-labelledby="now" className="mb-8">
        <h2 id="now" className="mb-1 text-xl">
          {words.now}
        </h2>
        {speakers.length === 0 ? (
          <Empty title={words.nobody}>
            <p>{words.nobodyLead}</p>
          </Empty>
        ) : (
          <>
            <p className="mb-3 text-soft">{words.onlyThese}</p>
            <div className="grid gap-4 md:grid-cols-2">
              {speakers.map((speaker) => (
                <SpeakerCard
                  key={speaker.id}
                  speaker={speaker}
                  actions={<TermActions term={history.find(({ id }) => id === speaker.id)} />}
                />
              ))}
            </div>
          </>
        )}
        {!hasHead && <p className="mt-3 text-soft">{words.delegateNeedsHead}</p>}
      </section>

      <Unpublished terms={history.filter((term) => stateOf(term, at) === "unpublished")} />
      <Drafts drafts={drafts} />

      {history.length > 0 && (
        <section aria-labelledby="timeline" className="mb-8">
          <h2 id="timeline" className="mb-1 text-xl">
            {register.timeline.title}
          </h2>
          <p className="mb-3 text-soft">{register.timeline.lead}</p>
          <Timeline terms={history} at={at} />
        </section>
      )}

      <section aria-labelledby="history">
        <h2 id="history" className="mb-1 text-xl">
          {words.history}
        </h2>
        <p className="mb-3 text-soft">{words.historyLead}</p>
        {history.length > 0 && <TermTable terms={history} at={at} />}
      </section>
    </>
  );
}

type Shown = ReturnType<typeof useLoaderData<typeof loader>>;

/** Entered, but not on the public page yet: each with its decision, and the way to publish it. */
function Unpublished({ terms }: { terms: Shown["history"] }) {
  const { unpublished: words } = useMessages().register;
  if (terms.length === 0) return null;
  return (
    <Card title={words.title}>
      <p className="mb-3 text-soft">{words.lead}</p>
      <ul className="grid gap-3">
        {terms.map((term) => (
          <li key={term.id} className="flex flex-wrap items-center justify-between gap-2">
            <span>
              <span className="font-semibold">{term.name}</span>, {term.position}
              <span className="block text-soft">{words.since(shortDay(term.basis.date))}</span>
            </span>
            <ButtonLink to={paths.desk.publication(term)} tone="primary">
              {words.publish}
              <span className="sr-only">: {term.name}</span>
            </ButtonLink>
          </li>
        ))}
      </ul>
    </Card>
  );
}

function Drafts({ drafts }: { drafts: Shown["drafts"] }) {
  const { drafts: words } = useMessages().register;
  if (drafts.length === 0) return null;
  return (
    <Card title={words.section}>
      <ul className="grid gap-3">
        {drafts.map((draft) => (
          <li key={draft.id}>
            <LinkTo to={paths.desk.delegationDraft(draft)}>
              {draft.name ?? words.someone}: {draft.matter ?? words.noMatter}
            </LinkTo>
            {draft.askedBy && (
              <span className="block text-soft">
                {words.askedBy(draft.askedBy, draft.askReason ?? "")}
              </span>
            )}
          </li>
        ))}
      </ul>
    </Card>
  );
}
