import { z } from "zod";
import { messagesIn } from "#app/i18n/messages.ts";
import { type Endpoint, type EndpointName, endpoints } from "./endpoints.ts";
import examples from "./examples.json";
import { type ParameterName, parameterName, parameters } from "./parameters.ts";
import type { OpenDataCode } from "./problems.ts";
import { schemas } from "./schemas.ts";

const VERSION = "1.1.0";
const { endpoints: titles, parameters: meanings, problems, page } = messagesIn("en").openData;
const sentences = { ...messagesIn("en").site.api.problems, ...problems };
const TITLE = "Phát Ngôn: who speaks for Vietnamese local government";

/** The description of the open data for programs: OpenAPI 3.1, for the house of an origin. */
export function openApiDocument(origin: string) {
  return {
    openapi: "3.1.0",
    info: {
      title: TITLE,
      version: VERSION,
      summary: page.lead,
      description: [page.never, ...page.freshText, ...page.promiseText, page.licenceText].join(
        "\n\n",
      ),
      license: { name: "Creative Commons Attribution 4.0", identifier: "CC-BY-4.0" },
    },
    servers: [{ url: origin }],
    tags: [{ name: TAG, description: TITLE }],
    paths: Object.fromEntries(
      (Object.keys(endpoints) as EndpointName[]).map((name) => [
        endpoints[name].path,
        { get: operationOf(name) },
      ]),
    ),
    components: { schemas: namedSchemas(), headers: HEADERS, responses: { notModified, tooMany } },
  };
}

const TAG = "registry";

const HEADERS = {
  ETag: {
    description: "The mark of the answer's bytes, to be sent back in If-None-Match.",
    schema: { type: "string" },
  },
  Link: {
    description: 'The next page, as rel="next"; absent on the last one.',
    schema: { type: "string" },
  },
};

const problemBody = (example: object) => ({
  "application/json": { schema: refTo("Problem"), examples: example },
});

const notModified = { description: "Nothing has changed since the answer with this ETag." };
const tooMany = {
  description: sentences["too-many"],
  headers: { "Retry-After": { schema: { type: "integer" } } },
  content: problemBody(exampleOf("too-many")),
};

function operationOf(name: EndpointName) {
  const endpoint: Endpoint = endpoints[name];
  const { title, text } = titles[name];
  return {
    operationId: name,
    tags: [TAG],
    summary: title,
    description: text,
    parameters: endpoint.parameters.map((one) => parameterOf(one, endpoint.path)),
    responses: {
      200: answerOf(name, endpoint),
      304: { $ref: "#/components/responses/notModified" },
      ...refusalsOf(endpoint),
      429: { $ref: "#/components/responses/tooMany" },
    },
  };
}

function answerOf(name: EndpointName, { answer, parameters: asked }: Endpoint) {
  const schema = answer ? refTo(answer) : { type: "object" };
  const example = name === "document" ? undefined : examples[name];
  const isList = asked.includes("pageLimit");
  return {
    description: (answer && schemas[answer].description) || titles[name].text,
    headers: {
      ETag: { $ref: "#/components/headers/ETag" },
      ...(isList && { Link: { $ref: "#/components/headers/Link" } }),
    },
    content: { "application/json": { schema, ...(example && { example }) } },
  };
}

/** What an address may refuse, by the status it does so with. */
function refusalsOf({ problems: codes }: Endpoint) {
  const missing = codes.filter((code) => code === "not-found");
  const wrong = codes.filter((code) => code !== "not-found");
  const refusal = (description: string, refused: readonly OpenDataCode[]) => ({
    description,
    content: problemBody(Object.assign({}, ...refused.map(exampleOf))),
  });
  return {
    ...(wrong.length > 0 && { 400: refusal("The question is wrong.", wrong) }),
    ...(missing.length > 0 && { 404: refusal("There is no such thing.", missing) }),
  };
}

function exampleOf(code: OpenDataCode) {
  return { [code]: { value: { error: { code, message: sentences[code] } } } };
}

function parameterOf(key: ParameterName, path: string) {
  const { schema, example } = parameters[key];
  const name = parameterName(key);
  const inPath = path.includes(`{${name}}`);
  const isNeeded = inPath || key === "q";
  return {
    name,
    in: inPath ? "path" : "query",
    description: meanings[key],
    ...(isNeeded && { required: true }),
    schema: withoutDialect(z.toJSONSchema(schema, { io: "input" })),
    ...(example !== undefined && { example }),
  };
}

function refTo(name: keyof typeof schemas) {
  return { $ref: `#/components/schemas/${name}` };
}

/** Unknown fields are not forbidden: some may be added, and nobody's program should break on that. */
function namedSchemas() {
  const named = z.registry<{ id: string; description?: string }>();
  for (const [id, schema] of Object.entries(schemas))
    named.add(schema, { id, description: schema.description });
  const written = z.toJSONSchema(named, {
    io: "input",
    uri: (id) => `#/components/schemas/${id}`,
  });
  return Object.fromEntries(
    Object.entries(written.schemas).map(([id, schema]) => [id, withoutDialect(schema)]),
  );
}

function withoutDialect({ $schema: _, $id: __, ...schema }: z.core.JSONSchema.BaseSchema) {
  return schema;
}
