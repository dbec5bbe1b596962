import { useMessages } from "#app/i18n/use-messages.ts";

interface Said {
  partySize: number;
  online: number;
  cameras: number;
  tripod: number;
  live: number;
  interpreter: string | null;
}

/** What an answer says beside the reply, in a few words: how many, how, with what. */
export function useSaid(): (answer: Said) => string[] {
  const { fields, said } = useMessages().answers;
  return ({ partySize, online, cameras, tripod, live, interpreter }) =>
    [
      partySize > 1 && said.people(partySize),
      online > 0 && said.online,
      cameras > 0 && said.cameras(cameras),
      tripod > 0 && said.tripod,
      live > 0 && said.live,
      interpreter !== null &&
        said.interpreter(fields.languages[interpreter as "en"] ?? interpreter),
    ].filter((one) => one !== false);
}
