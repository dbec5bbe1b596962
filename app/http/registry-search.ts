import { z } from "zod";

/** What the address of the registry, and of its file, says is looked for. */
export const RegistrySearch = z.object({
  q: z.string().max(200).catch(""),
  status: z.enum(["all", "missing"]).catch("all"),
});
