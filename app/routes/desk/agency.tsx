import type { LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { Building2, ExternalLink, FileSignature, History, UserPlus } from "lucide-react";
import { dayAfter, dayOf, now } from "#app/clock.ts";
import { db } from "#app/db.server.ts";
import { findBooksFor } from "#app/domain/agencies/agencies.server.ts";
import { isClosedBy, publicPage } from "#app/domain/agencies/agency.ts";
import { dueForMany } from "#app/domain/policies/due.server.ts";
import { listDrafts } from "#app/domain/spokespersons/drafts.server.ts";
import { formerUnitNote } from "#app/domain/spokespersons/former-books.server.ts";
import { historyOf } from "#app/domain/spokespersons/history.server.ts";
import { findProvinceOf } from "#app/domain/spokespersons/registry.server.ts";
import { speakersOf } from "#app/domain/spokespersons/speakers.server.ts";
import { publicationAsked, stateOf } from "#app/domain/spokespersons/term.ts";
import { requireOfficer } from "#app/http/guards.server.ts";
import { notFound } from "#app/http/responses.ts";
import { shortDay } from "#app/i18n/dates.ts";
import { languageOf, messagesIn } from "#app/i18n/messages.ts";
import { useLanguage, useMessages } from "#app/i18n/use-messages.ts";
import { paths } from "#app/paths.ts";
import { ButtonLink } from "#app/ui/button.tsx";
import { Card } from "#app/ui/card.tsx";
import { Countdown } from "#app/ui/countdown.tsx";
import { Empty } from "#app/ui/empty.tsx";
import { FormerUnitLaw } from "#app/ui/former-unit-law.tsx";
import { LinkTo } from "#app/ui/link.tsx";
import { PageTitle } from "#app/ui/page-title.tsx";
import { SpeakerCard } from "#app/ui/speaker-card.tsx";
import { TermActions, TermTable } from "#app/ui/term-table.tsx";
import { Timeline } from "#app/ui/timeline.tsx";

export async function loader({ params, request }: LoaderFunctionArgs) {
  const officer = await requireOfficer(request);
  const agency = (await findBooksFor(db, officer, params.agency ?? "")) ?? notFound();
  const at = now();
  const [province, speakers, history, drafts, former] = await Promise.all([
    findProvinceOf(db, agency),
    speakersOf(db, agency, at),
    historyOf(db, agency.id),
    listDrafts(db, officer, agency),
    formerUnitNote(db, agency),
  ]);
  const waiting = history.filter((term) => stateOf(term, at) === "unpublished");
  const dues = await dueForMany(
    db,
    "spokesperson.publish_after_decision",
    waiting.map((term) => ({
      start: publicationAsked(term),
      agencyId: agency.id,
      provinceId: agency.provinceId,
    })),
  );
  return {
    agency,
    province,
    speakers,
    history,
    // The law sets its hours for regular spokespersons alone.
    unpublished: waiting.map((term, i) => ({
      term,
      due: (term.capacity === "regular" && dues[i]) || null,
    })),
    drafts,
    at,
    former,
    hasRegistry: officer.reach !== "agency",
  };
}

export const meta: MetaFunction<typeof loader> = ({ data, location }) => {
  const language = languageOf(location.pathname);
  const name = language === "en" ? data?.agency.nameEn : data?.agency.name;
  return [{ title: `${name} · ${messagesIn(language).common.product}` }];
};

export default function Agency() {
  const shown = useLoaderData<typeof loader>();
  const { agency, province, history, unpublished, drafts, at, hasRegistry, former } = shown;
  const { spokespersons, register, agencies, formerUnits } = useMessages();
  const { agency: words } = spokespersons;
  const english = useLanguage() === "en";
  const hasHead = history.some(({ capacity, annulledAt }) => capacity === "head" && !annulledAt);
  // Nobody speaks for a former unit any more, but its books are open for what was.
  const isOpen = former || !isClosedBy(agency, dayOf(at));
  const icon = { "aria-hidden": true, className: "size-4" } as const;
  return (
    <>
      <PageTitle
        above={
          <>
            {former && <LinkTo to={paths.desk.formerAgencies()}>{formerUnits.desk.title}</LinkTo>}
            {!former && hasRegistry && (
              <LinkTo to={paths.desk.spokespersons()}>{words.above}</LinkTo>
            )}
            {(former || hasRegistry) && province && " · "}
            {province && (english ? province.nameEn : province.name)}
          </>
        }
        actions={
          <>
            {isOpen && (
              <ButtonLink to={paths.desk.assignmentNew(agency)} tone="primary">
                <UserPlus {...icon} />
                {words.assign}
              </ButtonLink>
            )}
            {hasHead && isOpen && (
              <ButtonLink to={paths.desk.delegationNew(agency)}>
                <FileSignature {...icon} />
                {words.delegate}
              </ButtonLink>
            )}
            {!former && (
              <ButtonLink to={paths.desk.agencyProfile(agency)} tone="quiet">
                <Building2 {...icon} />
                {agencies.profile.link}
              </ButtonLink>
            )}
            {!former && !hasRegistry && (
              <ButtonLink to={paths.desk.formerAgencies()} tone="quiet">
                <History {...icon} />
                {formerUnits.desk.link}
              </ButtonLink>
            )}
            <ButtonLink to={publicPage(agency)} tone="quiet">
              <ExternalLink {...icon} />
              {words.publicPage}
            </ButtonLink>
          </>
        }
      >
        {english ? agency.nameEn : agency.name}
      </PageTitle>

      {former ? <FormerUnitLaw {...former} /> : <Now {...shown} hasHead={hasHead} />}

      <Unpublished entries={unpublished} at={at} />
      <Drafts drafts={drafts} />

      {history.length > 0 && (
        <section aria-labelledby="timeline" className="mb-8">
          <h2 id="timeline" className="mb-1 text-xl">
            {register.timeline.title}
          </h2>
          <p className="mb-3 text-soft">{register.timeline.lead}</p>
          <Timeline
            terms={history}
            at={at}
            until={former ? (agency.untilDay ?? undefined) : undefined}
          />
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

/** Who may speak now, each with what can be done about the entry. */
function Now({ agency, speakers, history, at, hasHead }: Shown & { hasHead: boolean }) {
  const { spokespersons, agencies } = useMessages();
  const { agency: words } = spokespersons;
  const isClosed = isClosedBy(agency, dayOf(at));
  return (
    <section aria-labelledby="now" className="mb-8">
      <h2 id="now" className="mb-1 text-xl">
        {words.now}
      </h2>
      {isClosed ? (
        <Empty title={agencies.closed.since(shortDay(dayAfter(agency.untilDay ?? "")))}>
          <LinkTo to={paths.desk.agencyProfile(agency)}>{agencies.profile.link}</LinkTo>
        </Empty>
      ) : speakers.length === 0 ? (
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
      {!hasHead && !isClosed && <p className="mt-3 text-soft">{words.delegateNeedsHead}</p>}
    </section>
  );
}

/** Entered, but not on the public page yet: each with its decision, and the way to publish it. */
function Unpublished({ entries, at }: { entries: Shown["unpublished"]; at: string }) {
  const { unpublished: words } = useMessages().register;
  if (entries.length === 0) return null;
  return (
    <Card title={words.title}>
      <p className="mb-3 text-soft">{words.lead}</p>
      <ul className="grid gap-6">
        {entries.map(({ term, due }) => (
          <li key={term.id} className="grid gap-3">
            <span>
              <span className="font-semibold">{term.name}</span>, {term.position}
              <span className="block text-soft">{words.since(shortDay(term.basis.date))}</span>
            </span>
            {due && <Countdown due={due} now={at} />}
            <span>
              <ButtonLink to={paths.desk.publication(term)} tone="primary">
                {words.publish}
                <span className="sr-only">: {term.name}</span>
              </ButtonLink>
            </span>
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
