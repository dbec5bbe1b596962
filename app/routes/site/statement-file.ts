import type { LoaderFunctionArgs } from "@remix-run/node";
import { db } from "#app/db.server.ts";
import { findPublicStatementFile } from "#app/domain/statements/files.server.ts";
import { documentResponse } from "#app/http/document.server.ts";
import { notFound } from "#app/http/responses.ts";

/** A file of a published statement. */
export async function loader({ params, request }: LoaderFunctionArgs) {
  const statement = { id: params.statement ?? "" };
  const file = (await findPublicStatementFile(db, statement, params.file ?? "")) ?? notFound();
  return documentResponse(request, file, "no-cache");
}
