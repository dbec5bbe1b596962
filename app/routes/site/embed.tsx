import type { LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { z } from "zod";
import { now } from "#app/clock.ts";
import { config } from "#app/config.server.ts";
import { db } from "#app/db.server.ts";
import { findListedAgency } from "#app/domain/agencies/directory.server.ts";
import { findArea } from "#app/domain/areas/areas.server.ts";
import type { AreaEntry } from "#app/domain/areas/atlas.ts";
import { lookUp } from "#app/domain/spokespersons/lookup.server.ts";
import type { Answer } from "#app/domain/spokespersons/lookup.ts";
import { mayTry } from "#app/http/limits.server.ts";
import { LONGEST_QUESTION } from "#app/http/lookup-question.ts";
import { languageOf, localised, messagesIn } from "#app/i18n/messages.ts";
import { useLocalised, useMessages } from "#app/i18n/use-messages.ts";
import { paths } from "#app/paths.ts";
import { namesIn, useNames } from "#app/ui/area-name.ts";
import { Button } from "#app/ui/button.tsx";
import { Card } from "#app/ui/card.tsx";
import { CodeBlock } from "#app/ui/code-block.tsx";
import { LinkTo } from "#app/ui/link.tsx";
import { Notice } from "#app/ui/notice.tsx";
import { PageTitle } from "#app/ui/page-title.tsx";
import { PlainSelect, PlainText } from "#app/ui/plain-field.tsx";

const Wanted = z.object({
  lang: z.enum(["vi", "en"]).optional().catch(undefined),
  theme: z.enum(["auto", "light", "dark"]).catch("auto"),
  as: z.enum(["script", "iframe"]).catch("script"),
});

/**
 * Makes the line of code that puts the card of a unit or an agency on another site: `?q=` to find it, then `?area=`
 * or `?agency=`, and `&lang=&theme=&as=`.
 */
export async function loader({ request, context }: LoaderFunctionArgs) {
  if (!(await mayTry("lookup", context.address))) throw new Response(null, { status: 429 });
  const { pathname, searchParams } = new URL(request.url);
  const { lang = languageOf(pathname), ...wanted } = Wanted.parse(Object.fromEntries(searchParams));
  const q = (searchParams.get("q") ?? "").trim().slice(0, LONGEST_QUESTION);
  const chosen = await chosenIn(searchParams);
  const answers = q && !chosen ? await lookUp(db, { query: q, limit: 10, at: now() }) : [];
  return { origin: config.ORIGIN, q, chosen, places: placesIn(answers), lang, ...wanted };
}

/** What a card may be about, by which of its two attributes. */
type Subject = { area: string } | { agency: string };

/** With its name as it stands alone, and within a sentence. */
interface Chosen {
  subject: Subject;
  fullName: string;
  fullNameEn: string;
  name: string;
  nameEn: string;
}

/** A People's Committee is chosen by its unit, whichever of the two is named. */
async function chosenIn(asked: URLSearchParams): Promise<Chosen | undefined> {
  const agency = await findListedAgency(db, asked.get("agency") ?? "", now());
  if (agency && agency.kind !== "peoples_committee") return agencyNamed(agency);
  const area = agency?.area ?? (await findArea(db, "2025", asked.get("area") ?? ""));
  return area && unitNamed(area);
}

function unitNamed({ code, type, name, fullName, fullNameEn }: AreaEntry): Chosen {
  const said = { name: `${type} ${name}`, nameEn: fullNameEn };
  return { subject: { area: code }, fullName, fullNameEn, ...said };
}

function agencyNamed({ id, name, nameEn }: { id: string; name: string; nameEn: string }): Chosen {
  return { subject: { agency: id }, fullName: name, fullNameEn: nameEn, name, nameEn };
}

interface Place extends Chosen {
  province: { name: string; nameEn: string };
  former?: Pick<AreaEntry, "fullName" | "fullNameEn">;
}

/** The units of today and the agencies that were found, or that a former unit which was found went into. */
function placesIn(answers: Answer[]): Place[] {
  const places = answers.flatMap(({ area, agency, successors }): Place[] => {
    if (agency?.kind) return [{ ...agencyNamed(agency), province: area.province }];
    if (area.current) return [{ ...unitNamed(area), province: area.province }];
    return successors.map((to) => ({
      ...unitNamed(to.area),
      province: to.area.province,
      former: area,
    }));
  });
  return [...new Map(places.map((place) => [keyOf(place), place])).values()];
}

function keyOf({ subject }: Chosen): string {
  return "area" in subject ? subject.area : subject.agency;
}

export const meta: MetaFunction = ({ location }) => {
  const words = messagesIn(languageOf(location.pathname));
  const { title, lead } = words.openData.embed;
  return [{ title: `${title} · ${words.common.product}` }, { name: "description", content: lead }];
};

export default function EmbedPage() {
  const { chosen, ...shown } = useLoaderData<typeof loader>();
  const words = useMessages().openData.embed;
  return (
    <>
      <PageTitle lead={words.lead}>{words.title}</PageTitle>
      {chosen ? (
        <Choices {...shown} chosen={chosen} />
      ) : (
        <Finding q={shown.q} places={shown.places} />
      )}
    </>
  );
}

type Shown = ReturnType<typeof useLoaderData<typeof loader>>;

function Finding({ q, places }: Pick<Shown, "q" | "places">) {
  const words = useMessages();
  const { embed } = words.openData;
  const { fullName, name } = useNames();
  const to = useLocalised();
  return (
    <Card title={embed.find}>
      <form method="get" action={to(paths.embed())} className="flex flex-wrap items-end gap-3">
        <div className="min-w-0 grow">
          <PlainText
            name="q"
            type="search"
            label={embed.findLabel}
            defaultValue={q}
            maxLength={LONGEST_QUESTION}
          />
        </div>
        <Button>{words.common.search}</Button>
      </form>
      {q && places.length === 0 && (
        <div className="mt-4">
          <Notice>{embed.nothing(q)}</Notice>
        </div>
      )}
      {places.length > 0 && (
        <>
          <h3 className="mt-6 mb-2 text-lg">{embed.found}</h3>
          <ul className="grid gap-1">
            {places.map((place) => (
              <li key={keyOf(place)}>
                <LinkTo to={paths.embed(place.subject)} className="inline-block py-2">
                  {fullName(place)}
                </LinkTo>{" "}
                <span className="text-soft">
                  {[name(place.province), place.former && embed.formerly(fullName(place.former))]
                    .filter(Boolean)
                    .join(", ")}
                </span>
              </li>
            ))}
          </ul>
        </>
      )}
    </Card>
  );
}

type Settled = Omit<Shown, "chosen" | "places" | "q"> & { chosen: Chosen };

function Choices(settled: Settled) {
  const { chosen, lang, theme, as } = settled;
  const words = useMessages().openData.embed;
  const { fullName } = useNames();
  const to = useLocalised();
  return (
    <>
      <Card title={words.chosen(fullName(chosen))}>
        <LinkTo to={paths.embed()}>{words.other}</LinkTo>
      </Card>
      <Card title={words.options}>
        <form method="get" action={to(paths.embed())} className="grid gap-4 sm:grid-cols-3">
          {Object.entries(chosen.subject).map(([kind, value]) => (
            <input key={kind} type="hidden" name={kind} value={value} />
          ))}
          <PlainSelect
            name="lang"
            label={words.language}
            value={lang}
            options={optionsOf(words.languages)}
          />
          <PlainSelect
            name="theme"
            label={words.theme}
            value={theme}
            options={optionsOf(words.themes)}
          />
          <PlainSelect name="as" label={words.as} value={as} options={optionsOf(words.ways)} />
          <div className="sm:col-span-3">
            <Button tone="plain">{words.update}</Button>
          </div>
        </form>
        <h3 className="mt-6 mb-2 text-lg">{words.preview}</h3>
        <iframe
          title={words.previewTitle(fullName(chosen))}
          src={localised(lang, frameOf(chosen.subject, { theme }))}
          className="h-[28rem] w-full max-w-xl"
        />
      </Card>
      <Code {...settled} />
    </>
  );
}

function optionsOf(labels: Record<string, string>) {
  return Object.entries(labels).map(([value, label]) => ({ value, label }));
}

function Code(settled: Settled) {
  const { as, origin } = settled;
  const words = useMessages().openData.embed;
  const isScript = as === "script";
  const policy = isScript ? `script-src ${origin}; connect-src ${origin}` : `frame-src ${origin}`;
  return (
    <Card title={words.code}>
      <CodeBlock code={isScript ? scriptCode(settled) : frameCode(settled)} what={words.codeWhat} />
      <p className="max-w-[70ch]">{isScript ? words.scriptNote : words.iframeNote}</p>
      <h3 className="mt-6 mb-2 text-lg">{words.policy}</h3>
      <p className="mb-2 max-w-[70ch]">{words.policyText}</p>
      <CodeBlock code={policy} what="Content-Security-Policy" />
      {isScript && <p className="max-w-[70ch]">{words.policyStyle}</p>}
    </Card>
  );
}

function scriptCode({ chosen: { subject }, lang, theme, origin }: Settled): string {
  const [[kind, value] = []] = Object.entries(subject);
  const colours = theme === "auto" ? "" : ` data-theme="${theme}"`;
  return `<script async src="${origin}${paths.widget()}" data-${kind}="${value}" data-lang="${lang}"${colours}></script>`;
}

function frameCode({ chosen, lang, theme, origin }: Settled): string {
  const address =
    origin + localised(lang, frameOf(chosen.subject, theme === "auto" ? {} : { theme }));
  const { frameTitle } = messagesIn(lang).openData.embed;
  const title = frameTitle(namesIn(lang).name(chosen)).replaceAll('"', "&quot;");
  return `<iframe src="${address}" title="${title}" width="100%" height="440" loading="lazy" style="border:0;max-width:36em"></iframe>`;
}

function frameOf(subject: Subject, query: { theme?: string }): string {
  return "area" in subject
    ? paths.embeddedArea(subject.area, query)
    : paths.embeddedAgency(subject.agency, query);
}
