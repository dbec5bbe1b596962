import type { LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { z } from "zod";
import { config } from "#app/config.server.ts";
import { db } from "#app/db.server.ts";
import { findArea, searchAreas } from "#app/domain/areas/areas.server.ts";
import type { AreaEntry, Found } from "#app/domain/areas/atlas.ts";
import { mayTry } from "#app/http/limits.server.ts";
import { LONGEST_QUESTION } from "#app/http/lookup-question.ts";
import { languageOf, localised, messagesIn } from "#app/i18n/messages.ts";
import { useLocalised, useMessages } from "#app/i18n/use-messages.ts";
import { paths } from "#app/paths.ts";
import { useNames } from "#app/ui/area-name.ts";
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

/** Makes the line of code that puts the card of a unit on another site: `?q=` to find it, then `?area=&lang=&theme=&as=`. */
export async function loader({ request, context }: LoaderFunctionArgs) {
  if (!(await mayTry("lookup", context.address))) throw new Response(null, { status: 429 });
  const { pathname, searchParams } = new URL(request.url);
  const { lang = languageOf(pathname), ...wanted } = Wanted.parse(Object.fromEntries(searchParams));
  const q = (searchParams.get("q") ?? "").trim().slice(0, LONGEST_QUESTION);
  const area = await findArea(db, "2025", searchParams.get("area") ?? "");
  const found = q && !area ? await searchAreas(db, q, 10) : [];
  return { origin: config.ORIGIN, q, area, places: placesIn(found), lang, ...wanted };
}

interface Place extends Pick<AreaEntry, "id" | "code" | "fullName" | "fullNameEn" | "province"> {
  former?: Pick<AreaEntry, "fullName" | "fullNameEn">;
}

/** The units of today that were found, or that a former one which was found went into. */
function placesIn(found: Found[]) {
  const places = found.flatMap<Place>(({ area, successors }) =>
    area.current ? [area] : successors.map((successor) => ({ ...successor, former: area })),
  );
  return [...new Map(places.map((place) => [place.id, place])).values()];
}

export const meta: MetaFunction = ({ location }) => {
  const words = messagesIn(languageOf(location.pathname));
  const { title, lead } = words.openData.embed;
  return [{ title: `${title} · ${words.common.product}` }, { name: "description", content: lead }];
};

export default function EmbedPage() {
  const { area, ...shown } = useLoaderData<typeof loader>();
  const words = useMessages().openData.embed;
  return (
    <>
      <PageTitle lead={words.lead}>{words.title}</PageTitle>
      {area ? <Choices {...shown} area={area} /> : <Finding q={shown.q} places={shown.places} />}
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
              <li key={place.id}>
                <LinkTo to={paths.embed({ area: place.code })} className="inline-block py-2">
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

type Chosen = Omit<Shown, "area" | "places" | "q"> & { area: AreaEntry };

function Choices(chosen: Chosen) {
  const { area, lang, theme, as } = chosen;
  const words = useMessages().openData.embed;
  const { fullName } = useNames();
  const to = useLocalised();
  const title = words.previewTitle(fullName(area));
  return (
    <>
      <Card title={words.chosen(fullName(area))}>
        <LinkTo to={paths.embed()}>{words.other}</LinkTo>
      </Card>
      <Card title={words.options}>
        <form method="get" action={to(paths.embed())} className="grid gap-4 sm:grid-cols-3">
          <input type="hidden" name="area" value={area.code} />
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
          title={title}
          src={localised(lang, paths.embeddedArea(area.code, { theme }))}
          className="h-[28rem] w-full max-w-xl"
        />
      </Card>
      <Code {...chosen} />
    </>
  );
}

function optionsOf(labels: Record<string, string>) {
  return Object.entries(labels).map(([value, label]) => ({ value, label }));
}

function Code(chosen: Chosen) {
  const { as, origin } = chosen;
  const words = useMessages().openData.embed;
  const isScript = as === "script";
  const policy = isScript ? `script-src ${origin}; connect-src ${origin}` : `frame-src ${origin}`;
  return (
    <Card title={words.code}>
      <CodeBlock code={isScript ? scriptCode(chosen) : frameCode(chosen)} what={words.codeWhat} />
      <p className="max-w-[70ch]">{isScript ? words.scriptNote : words.iframeNote}</p>
      <h3 className="mt-6 mb-2 text-lg">{words.policy}</h3>
      <p className="mb-2 max-w-[70ch]">{words.policyText}</p>
      <CodeBlock code={policy} what="Content-Security-Policy" />
      {isScript && <p className="max-w-[70ch]">{words.policyStyle}</p>}
    </Card>
  );
}

function scriptCode({ area, lang, theme, origin }: Chosen): string {
  const colours = theme === "auto" ? "" : ` data-theme="${theme}"`;
  return `<script async src="${origin}${paths.widget()}" data-area="${area.code}" data-lang="${lang}"${colours}></script>`;
}

function frameCode({ area, lang, theme, origin }: Chosen): string {
  const query = theme === "auto" ? {} : { theme };
  const address = origin + localised(lang, paths.embeddedArea(area.code, query));
  const { frameTitle } = messagesIn(lang).openData.embed;
  const unit = lang === "en" ? area.fullNameEn : `${area.type} ${area.name}`;
  const title = frameTitle(unit).replaceAll('"', "&quot;");
  return `<iframe src="${address}" title="${title}" width="100%" height="440" loading="lazy" style="border:0;max-width:36em"></iframe>`;
}
