import { Validator } from "@seriousme/openapi-schema-validator";
import { Ajv2020 } from "ajv/dist/2020.js";
import formats from "ajv-formats";
import { beforeEach, describe, expect, it } from "vitest";
import { type EndpointName, endpoints } from "#app/domain/open-data/endpoints.ts";
import { build } from "#app/test/app.ts";
import { answering, ask, keptBooks } from "#app/test/open-data.ts";

beforeEach(keptBooks);

describe("the OpenAPI document", () => {
  it("is one, by OpenAPI 3.1", async () => {
    const { body } = await ask("/api/v1/openapi.json");
    const { valid, errors } = await new Validator().validate(body);

    expect(errors).toBeUndefined();
    expect(valid).toBe(true);
    expect(body.openapi).toBe("3.1.0");
    expect(body.servers).toEqual([{ url: "https://press.test" }]);
    expect(body.info.license.identifier).toBe("CC-BY-4.0");
  });

  it("names every address under /api/v1, and no other", async () => {
    const { body } = await ask("/api/v1/openapi.json");
    const routes = Object.values(build.routes)
      .map((route) => `/${route?.path}`)
      .filter((path) => path.startsWith("/api/v1/"))
      .map((path) => path.replace(/:(\w+)/g, "{$1}"));

    expect(Object.keys(body.paths).sort()).toEqual(routes.sort());
  });

  it("has real answers for examples", async () => {
    const examples: Record<string, unknown> = {};
    for (const name of answering) examples[name] = (await ask(endpoints[name].example)).body;

    await expect(`${JSON.stringify(examples, null, 2)}\n`).toMatchFileSnapshot(
      "../../domain/open-data/examples.json",
    );
  });

  it("describes every answer whole, examples and refusals too", async () => {
    const { body: document } = await ask("/api/v1/openapi.json");
    const check = checkerOf(document);
    const wrong: string[] = [];
    for (const name of answering) {
      const { path, answer, example } = endpoints[name];
      if (!answer) continue;
      const told = document.paths[path].get.responses[200].content["application/json"];
      expect(told.schema).toEqual({ $ref: `#/components/schemas/${answer}` });
      wrong.push(...check(answer, told.example).map((problem) => `${name}, example: ${problem}`));
      for (const question of [example, `${example}${example.includes("?") ? "&" : "?"}lang=en`]) {
        const { body } = await ask(question);
        wrong.push(...check(answer, body).map((problem) => `${question}: ${problem}`));
      }
    }
    for (const question of [
      "/api/v1/lookup?q=phuoc+hung+an+phu",
      "/api/v1/lookup?q=atlantis",
      "/api/v1/lookup?q=binh+duc+an+giang&on=2025-03-01",
    ])
      wrong.push(...check("LookupAnswer", (await ask(question)).body));
    for (const question of ["/api/v1/areas/30280", "/api/v1/areas/30292", "/api/v1/areas/75"])
      wrong.push(...check("AreaAnswer", (await ask(question)).body));
    wrong.push(...check("AreaList", (await ask("/api/v1/areas?era=2004")).body));
    wrong.push(...check("SpeakerEntry", (await ask("/api/v1/speakers/an-head")).body));
    wrong.push(...check("Problem", (await ask("/api/v1/areas/99999")).body));

    expect(wrong).toEqual([]);
  });

  it("would catch a field that it does not describe, and one that is missing", async () => {
    const check = checkerOf((await ask("/api/v1/openapi.json")).body);
    const { body } = await ask("/api/v1/speakers?agency=pc-30307");
    const [first] = body.speakers;

    expect(check("SpeakerList", body)).toEqual([]);
    expect(check("SpeakerList", { ...body, speakers: [{ ...first, personId: "x" }] })).not.toEqual(
      [],
    );
    expect(
      check("SpeakerList", { ...body, speakers: [{ ...first, phone: undefined }] }),
    ).not.toEqual([]);
  });

  it("says which refusals an address knows", async () => {
    const { body } = await ask("/api/v1/openapi.json");
    const asked: [EndpointName, string][] = [
      ["areas", "level=village"],
      ["areas", "era=1975"],
      ["areas", "province=99"],
      ["areas", "limit=501"],
      ["areas", "limit=0"],
      ["areas", "after=%2F"],
      ["agencies", "kind=club"],
      ["agencies", "province=30307"],
      ["speakers", "agency=nobodys"],
      ["speakers", "capacity=friend"],
      ["speakers", "after=nowhere"],
      ["speakers", "on=31%2F02%2F2026"],
      ["speakers", "known=soon"],
      ["changes", "since=yesterday"],
      ["changes", "limit=ten"],
    ];
    for (const [name, query] of asked) {
      const { path } = endpoints[name];
      const { status, body: told } = await ask(`${path}?${query}`);
      const known = body.paths[path].get.responses[400].content["application/json"].examples;

      expect([query, status]).toEqual([query, 400]);
      expect(Object.keys(known), query).toContain(told.error.code);
      expect(told.error.message).toMatch(/\p{L}.*\.$/u);
    }
  });
});

type Document = { components: { schemas: Record<string, object> } };

/** Checks against the document's schemas, made strict: an answer says nothing that is not described. */
function checkerOf({ components }: Document) {
  const ajv = new Ajv2020({ allErrors: true, strict: true, allowUnionTypes: true });
  formats.default(ajv);
  ajv.addKeyword("components");
  ajv.addSchema({ $id: "https://press.test/document", components: strict(components) });
  return (schema: string, value: unknown): string[] => {
    const validate = ajv.getSchema(`https://press.test/document#/components/schemas/${schema}`);
    if (!validate) throw new Error(`no schema ${schema}`);
    const passes = validate(JSON.parse(JSON.stringify(value)));
    return passes ? [] : [ajv.errorsText(validate.errors, { separator: "\n" })];
  };
}

function strict(node: unknown): unknown {
  if (Array.isArray(node)) return node.map(strict);
  if (node === null || typeof node !== "object") return node;
  const inner = Object.fromEntries(Object.entries(node).map(([key, it]) => [key, strict(it)]));
  return inner.type === "object" && inner.properties
    ? { ...inner, additionalProperties: false }
    : inner;
}
