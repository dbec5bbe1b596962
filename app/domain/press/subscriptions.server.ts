import { messagesIn } from "#app/i18n/messages.ts";
import { allOrNothing } from "#db/all-or-nothing.ts";
import type { Db, Moment } from "#db/tables.ts";
import { record } from "../audit/audit.server.ts";
import { officeOf } from "./scope.server.ts";
import { liftWish, suppress } from "./suppression.server.ts";

/** Whose link this is and whether they get invitations; undefined when the token is nobody's. */
export async function findSubscription(db: Db, token: string) {
  if (!/^[\w-]{16,64}$/.test(token)) return undefined;
  const found = await db
    .selectFrom("journalist")
    .innerJoin("area", "area.id", "journalist.provinceId")
    .select([
      "journalist.id",
      "journalist.token",
      "journalist.name",
      "journalist.email",
      "journalist.language",
      "journalist.unsubscribedAt",
      "journalist.provinceId",
      "area.type",
      "area.name as provinceName",
      "area.nameEn",
    ])
    .where("journalist.token", "=", token)
    .executeTakeFirst();
  if (!found) return undefined;
  const { provinceId, type, provinceName, nameEn, ...journalist } = found;
  return { ...journalist, province: { id: provinceId, type, name: provinceName, nameEn } };
}

/**
 * Stops invitations to the journalist whose link it is (RFC 8058), or whose address in a letter's header it came to
 * by mail. Once: asking again changes nothing. It holds for the address, whatever becomes of the record.
 * News of meetings they accepted already is not an invitation and is still sent.
 */
export async function unsubscribe(
  db: Db,
  token: string,
  at: Moment,
  via: "link" | "mail" = "link",
) {
  return move(db, token, at, "journalist.unsubscribed", via);
}

/** Lets invitations come again: by their own deed the journalist consents anew. */
export async function resubscribe(db: Db, token: string, at: Moment) {
  return move(db, token, at, "journalist.resubscribed");
}

type Act = "journalist.unsubscribed" | "journalist.resubscribed";

async function move(db: Db, token: string, at: Moment, act: Act, via: "link" | "mail" = "link") {
  const found = await findSubscription(db, token);
  if (!found) return { ok: false, reason: "unknown-token" } as const;
  const { consentByLink } = messagesIn(found.language).press;
  const stop = act === "journalist.unsubscribed";

  return allOrNothing(db, async (trx) => {
    const moved = await trx
      .updateTable("journalist")
      .set(
        stop
          ? { unsubscribedAt: at }
          : {
              ...{ unsubscribedAt: null, consentAt: at, consentBasis: consentByLink },
              ...{ consentSource: null, awaitsConsentSince: null },
            },
      )
      .where("id", "=", found.id)
      .where("unsubscribedAt", stop ? "is" : "is not", null)
      .returning("id")
      .executeTakeFirst();
    const signed = { by: { id: `journalist:${found.id}`, name: found.name }, at };
    const address = { provinceId: found.province.id, email: found.email };
    if (stop) await suppress(trx, { ...address, ground: `unsubscribed_by_${via}` }, signed);
    else await liftWish(trx, address, signed, consentByLink);
    if (moved)
      await record(trx, signed, {
        act,
        about: found,
        agencyId: await officeOf(trx, found.province.id),
        particulars: { name: found.name },
      });
    return { ok: true, changed: moved !== undefined } as const;
  });
}
