import { createContext } from "react";

/** The one-time word that the content security policy lets scripts run by; known on the server only. */
export const Nonce = createContext<string | undefined>(undefined);
