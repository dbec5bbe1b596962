/** The letters of an entry pass: none that is read or typed for another (Crockford's base 32). */
export const PASS_LETTERS = "0123456789ABCDEFGHJKMNPQRSTVWXYZ";
export const PASS_LENGTH = 8;

/** What somebody typed or a camera read, as a pass writes it: K7QM-3XPD, k7qm 3xpd; O is 0, I and L are 1. */
export function readPass(typed: string): string | undefined {
  const code = typed
    .toUpperCase()
    .replace(/[\s.-]/g, "")
    .replaceAll("O", "0")
    .replace(/[IL]/g, "1");
  const isPass = code.length === PASS_LENGTH && [...code].every((it) => PASS_LETTERS.includes(it));
  return isPass ? code : undefined;
}

/** A pass as it is printed: K7QM-3XPD. */
export function passText(code: string): string {
  return `${code.slice(0, 4)}-${code.slice(4)}`;
}
