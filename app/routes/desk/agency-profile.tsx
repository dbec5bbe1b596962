import type { LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { ExternalLink, Merge, PenLine } from "lucide-react";
import { dayAfter, startOf, today } from "#app/clock.ts";
import { db } from "#app/db.server.ts";
import { findAgency, findAgencyFor, listUnder } from "#app/domain/agencies/agencies.server.ts";
import { isClosedBy, publicPage } from "#app/domain/agencies/agency.ts";
import { channelsOf } from "#app/domain/agencies/channels.server.ts";
import { pressMailboxOf } from "#app/domain/agencies/press-mailbox.server.ts";
import { formerNamesOf } from "#app/domain/agencies/renaming.server.ts";
import { closingPaperOf, successionsOf } from "#app/domain/agencies/successions.server.ts";
import { senderAddress } from "#app/domain/mail/sender.server.ts";
import { dueFor } from "#app/domain/policies/due.server.ts";
import { REGULATION_ASKED_FROM, regulationStateOn } from "#app/domain/regulations/regulation.ts";
import { findRegulation } from "#app/domain/regulations/regulations.server.ts";
import { findProvinceOf } from "#app/domain/spokespersons/registry.server.ts";
import { trainingOf } from "#app/domain/training/training.server.ts";
import { requireOfficer } from "#app/http/guards.server.ts";
import { notFound } from "#app/http/responses.ts";
import { shortDay } from "#app/i18n/dates.ts";
import { languageOf, messagesIn } from "#app/i18n/messages.ts";
import { useMessages } from "#app/i18n/use-messages.ts";
import { paths } from "#app/paths.ts";
import { AgencyFormerNames, SuccessionList } from "#app/ui/agency-cards.tsx";
import { namesIn, useNames } from "#app/ui/area-name.ts";
import { ButtonLink } from "#app/ui/button.tsx";
import { Card, Facts } from "#app/ui/card.tsx";
import { ChannelList } from "#app/ui/channel-list.tsx";
import { DocumentLink } from "#app/ui/document-link.tsx";
import { LinkTo } from "#app/ui/link.tsx";
import { Notice } from "#app/ui/notice.tsx";
import { PageTitle } from "#app/ui/page-title.tsx";
import { RegulationStatus } from "#app/ui/regulation.tsx";

export async function loader({ params, request }: LoaderFunctionArgs) {
  const officer = await requireOfficer(request);
  const agency = (await findAgencyFor(db, officer, params.agency ?? "")) ?? notFound();
  const { id } = agency;
  const [
    province,
    under,
    subDepartments,
    former,
    successions,
    channels,
    regulation,
    training,
    due,
    paper,
    mailbox,
  ] = await Promise.all([
    findProvinceOf(db, agency),
    agency.underId ? findAgency(db, agency.underId) : undefined,
    listUnder(db, agency, today()),
    formerNamesOf(db, id),
    successionsOf(db, id),
    channelsOf(db, id),
    findRegulation(db, id),
    trainingOf(db, id),
    dueFor(db, "regulation.issue_within", {
      start: startOf(REGULATION_ASKED_FROM),
      agencyId: id,
      provinceId: agency.provinceId,
    }),
    closingPaperOf(db, id),
    pressMailboxOf(db, id),
  ]);
  const isCommittee = agency.kind === "peoples_committee";
  return {
    agency,
    province,
    under,
    subDepartments,
    former,
    successions,
    paper,
    mailbox,
    sender: senderAddress(),
    channels,
    regulation: regulation ?? null,
    regulationState: regulationStateOn(today(), regulation, due?.day),
    regulationDue: due?.day ?? null,
    courses: training.filter(({ removedAt }) => removedAt === null).length,
    hasRegistry: officer.reach !== "agency",
    closed: isClosedBy(agency, today()),
    mayRename: !isCommittee && !agency.untilDay,
    mayClose:
      !agency.untilDay &&
      officer.reach !== "agency" &&
      (!isCommittee || officer.reach === "country"),
  };
}

export const meta: MetaFunction<typeof loader> = ({ data: shown, location }) => {
  const language = languageOf(location.pathname);
  const name = shown && namesIn(language).name(shown.agency);
  return [{ title: `${name} · ${messagesIn(language).agencies.profile.title}` }];
};

type Shown = ReturnType<typeof useLoaderData<typeof loader>>;

export default function AgencyProfile() {
  const shown = useLoaderData<typeof loader>();
  const { agency, successions } = shown;
  const { agencies: words, spokespersons, offices } = useMessages();
  const { name } = useNames();
  const icon = { "aria-hidden": true, className: "size-4" } as const;
  return (
    <>
      <PageTitle
        above={
          <>
            {shown.hasRegistry && (
              <>
                <LinkTo to={paths.desk.spokespersons()}>{spokespersons.agency.above}</LinkTo>
                {" · "}
              </>
            )}
            {words.profile.title}
          </>
        }
        actions={
          <>
            <ButtonLink to={paths.desk.agency(agency)} tone="primary">
              {words.profile.desk}
            </ButtonLink>
            {shown.mayRename && (
              <ButtonLink to={paths.desk.agencyName(agency)}>
                <PenLine {...icon} />
                {words.profile.rename}
              </ButtonLink>
            )}
            {shown.mayClose && (
              <ButtonLink to={paths.desk.agencyClosing(agency)}>
                <Merge {...icon} />
                {words.profile.close}
              </ButtonLink>
            )}
            <PublicPageLink agency={agency} />
          </>
        }
      >
        {name(agency)}
      </PageTitle>
      {agency.untilDay && (
        <Notice
          tone="warning"
          title={(shown.closed ? words.closed.since : words.closed.soon)(
            shortDay(dayAfter(agency.untilDay)),
          )}
        >
          {shown.paper.basis && <p>{offices.basis(shown.paper.basis)}</p>}
          {shown.paper.document && (
            <p>
              <DocumentLink document={shown.paper.document} desk />
            </p>
          )}
          {successions.after.length === 0 ? (
            <p>{words.closed.nobody}</p>
          ) : (
            <SuccessionList agencies={successions.after} />
          )}
        </Notice>
      )}
      <div className="grid items-start gap-x-6 lg:grid-cols-2">
        <div className="min-w-0">
          <AgencyFacts shown={shown} />
          <AgencyFormerNames names={shown.former} />
          {successions.before.length > 0 && (
            <Card title={words.page.formedFrom}>
              <SuccessionList agencies={successions.before} />
            </Card>
          )}
          <SubDepartments agencies={shown.subDepartments} />
        </div>
        <div className="min-w-0">{!shown.closed && <Kept shown={shown} />}</div>
      </div>
    </>
  );
}

function PublicPageLink({ agency }: { agency: Shown["agency"] }) {
  const { publicPage: label } = useMessages().spokespersons.agency;
  return (
    <ButtonLink to={publicPage(agency)} tone="quiet">
      <ExternalLink aria-hidden="true" className="size-4" />
      {label}
    </ButtonLink>
  );
}

function AgencyFacts({ shown: { agency, province, under } }: { shown: Shown }) {
  const { kinds, profile: words } = useMessages().agencies;
  const { name } = useNames();
  return (
    <Card title={words.facts}>
      <Facts
        facts={[
          [words.name, agency.name],
          [words.nameEn, agency.nameEn],
          [words.kind, kinds[agency.kind]],
          [words.symbol, agency.symbol],
          [
            words.under,
            under && <LinkTo to={paths.desk.agencyProfile(under)}>{name(under)}</LinkTo>,
          ],
          [words.province, province && name(province)],
          [words.since, agency.fromDay && shortDay(agency.fromDay)],
          [words.lastDay, agency.untilDay && shortDay(agency.untilDay)],
        ]}
      />
    </Card>
  );
}

function SubDepartments({ agencies }: { agencies: Shown["subDepartments"] }) {
  const words = useMessages().agencies.page;
  const { name } = useNames();
  if (agencies.length === 0) return null;
  return (
    <Card title={words.subDepartments}>
      <ul className="grid gap-1">
        {agencies.map((one) => (
          <li key={one.id}>
            <LinkTo to={paths.desk.agencyProfile(one)}>{name(one)}</LinkTo>
          </li>
        ))}
      </ul>
    </Card>
  );
}

/** What the agency keeps up beside its spokespersons, each with the way to change it. */
function Kept({ shown }: { shown: Shown }) {
  const { agency, channels, courses } = shown;
  const { agencies: words, letters, papers } = useMessages();
  return (
    <>
      <Card
        title={words.regulation.title}
        actions={<LinkTo to={paths.desk.regulation(agency)}>{words.regulation.edit}</LinkTo>}
      >
        <RegulationStatus
          regulation={shown.regulation}
          state={shown.regulationState}
          due={shown.regulationDue}
          desk
        />
      </Card>
      <Card
        title={words.channels.title}
        actions={<LinkTo to={paths.desk.channels(agency)}>{words.channels.edit}</LinkTo>}
      >
        {channels.length === 0 ? (
          <p className="text-soft">{words.channels.none}.</p>
        ) : (
          <ChannelList channels={channels} />
        )}
      </Card>
      <Card
        title={letters.pressEmail.title}
        actions={<LinkTo to={paths.desk.pressMailbox(agency)}>{letters.pressEmail.edit}</LinkTo>}
      >
        <p className="break-words">{shown.mailbox ?? letters.pressEmail.none(shown.sender)}</p>
        <p className="text-soft">{letters.pressEmail.lead}</p>
      </Card>
      <Card
        title={words.training.title}
        actions={<LinkTo to={paths.desk.training(agency)}>{words.training.edit}</LinkTo>}
      >
        <p>{words.training.count(courses)}</p>
      </Card>
      <Card
        title={papers.forms.title}
        actions={<LinkTo to={paths.desk.agencyForm(agency)}>{papers.forms.open}</LinkTo>}
      >
        <p className="text-soft">{papers.forms.about}</p>
      </Card>
    </>
  );
}
