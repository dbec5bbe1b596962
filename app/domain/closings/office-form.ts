import { z } from "zod";

/** The agency that an officer of a closed one works for from now on. */
export const OfficeForm = z.object({
  agencyId: z.string({ error: "required" }).min(1, "required"),
});
