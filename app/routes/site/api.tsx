import type { MetaFunction } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { config } from "#app/config.server.ts";
import { type EndpointName, endpoints } from "#app/domain/open-data/endpoints.ts";
import { type ParameterName, parameterName, parameters } from "#app/domain/open-data/parameters.ts";
import { languageOf, messagesIn } from "#app/i18n/messages.ts";
import { useLanguage, useMessages } from "#app/i18n/use-messages.ts";
import { paths } from "#app/paths.ts";
import { ButtonLink } from "#app/ui/button.tsx";
import { Card, Facts } from "#app/ui/card.tsx";
import { CodeBlock } from "#app/ui/code-block.tsx";
import { PageTitle } from "#app/ui/page-title.tsx";

export function loader() {
  return { origin: config.ORIGIN };
}

export const meta: MetaFunction = ({ location }) => {
  const words = messagesIn(languageOf(location.pathname));
  const { title, lead } = words.openData.page;
  return [{ title: `${title} · ${words.common.product}` }, { name: "description", content: lead }];
};

/** The open data explained to people, from the same register as the OpenAPI document. */
export default function OpenDataPage() {
  const { origin } = useLoaderData<typeof loader>();
  const language = useLanguage();
  const { openData, site } = useMessages();
  const words = openData.page;
  const area = `${origin}${paths.api.area("30307")}`;
  return (
    <>
      <PageTitle lead={words.lead}>{words.title}</PageTitle>
      <Card title={words.start}>
        <p className="mb-2">{words.startText}</p>
        <CodeBlock code={`curl "${area}?lang=${language}"`} what="curl" />
        <p className="mb-2">{words.script}</p>
        <CodeBlock code={scriptFor(area)} what="JavaScript" />
      </Card>
      <Card title={words.widget}>
        <p className="mb-4 max-w-[70ch]">{words.widgetText}</p>
        <ButtonLink to={paths.embed()}>{words.widgetLink}</ButtonLink>
      </Card>
      <Card title={words.endpoints} id="endpoints">
        <Endpoints />
        <h3 className="mt-6 mb-2 text-lg">{words.parameters}</h3>
        <Facts facts={MEANT.map((key) => [labelOf(key), openData.parameters[key]])} />
        <h3 className="mt-6 mb-2 text-lg">{words.document}</h3>
        <p className="max-w-[70ch]">{words.documentText}</p>
        <p className="wrap-anywhere">
          <a href={paths.api.document()}>{origin + paths.api.document()}</a>
        </p>
      </Card>
      <Card title={words.pages} id="pages">
        <p className="mb-2 max-w-[70ch]">{words.pagesText}</p>
        <CodeBlock code={pagesFor(origin)} what="JavaScript" />
      </Card>
      <Card title={words.fresh} id="fresh">
        <Paragraphs texts={words.freshText} />
        <CodeBlock code={`curl -i -H 'If-None-Match: "…"' "${area}"`} what="curl" />
      </Card>
      <Card title={words.errors} id="errors">
        <p className="mb-2 max-w-[70ch]">{words.errorsText}</p>
        <CodeBlock
          code={JSON.stringify(
            { error: { code: "bad-on", message: site.api.problems["bad-on"] } },
            null,
            2,
          )}
          what="JSON"
        />
      </Card>
      <Card title={words.promise} id="versions">
        <Paragraphs texts={words.promiseText} />
      </Card>
      <Card title={words.licence} id="licence">
        <Paragraphs texts={[words.licenceText, words.never]} />
      </Card>
    </>
  );
}

const NAMES = Object.keys(endpoints) as EndpointName[];
const MEANT = Object.keys(parameters) as ParameterName[];

/** Two kinds of list have a limit of their own: such a name says where it is meant. */
function labelOf(key: ParameterName): string {
  const name = parameterName(key);
  if (MEANT.filter((other) => parameterName(other) === name).length === 1) return name;
  const where = NAMES.filter((one) => endpoints[one].parameters.some((it) => it === key));
  return `${name} (${where.join(", ")})`;
}

function Endpoints() {
  const { page: words, endpoints: meanings } = useMessages().openData;
  return (
    <ul className="grid gap-5">
      {NAMES.map((name) => {
        const { path, parameters: taken, example } = endpoints[name];
        const { title, text } = meanings[name];
        return (
          <li key={name} className="border-t border-line pt-4 first:border-t-0 first:pt-0">
            <h3 className="text-base">
              <code className="wrap-anywhere">GET {path}</code>
            </h3>
            <p className="max-w-[70ch]">
              <strong className="font-semibold">{title}.</strong> {text}
            </p>
            {taken.length > 0 && (
              <p className="text-soft">
                {words.parameters}: {taken.map(parameterName).join(", ")}
              </p>
            )}
            {name !== "speaker" && (
              <a href={example} className="inline-block py-1">
                {words.tryIt}
                <span className="sr-only">: {title}</span>
              </a>
            )}
          </li>
        );
      })}
    </ul>
  );
}

function scriptFor(area: string): string {
  return `const response = await fetch("${area}");
const { speakers } = await response.json();
const [first] = speakers;
console.log(first ? \`\${first.name}, \${first.phone}\` : "–");`;
}

function pagesFor(origin: string): string {
  return `let address = "${origin}/api/v1/speakers?province=91";
while (address) {
  const { speakers, next } = await (await fetch(address)).json();
  for (const { name, phone, agency } of speakers) console.log(agency.name, name, phone);
  address = next;
}`;
}

function Paragraphs({ texts }: { texts: string[] }) {
  return (
    <div className="mb-4 grid max-w-[70ch] gap-3 last:mb-0">
      {texts.map((text) => (
        <p key={text}>{text}</p>
      ))}
    </div>
  );
}
