const ADDRESS = /^[a-z0-9!#$%&'*+/=?^_`{|}~.-]{1,64}@[a-z0-9](?:[a-z0-9.-]{0,251}[a-z0-9])?$/i;

/** Whether a text is one plain e-mail address, as mail servers everywhere accept it: no name, no quotes, no comment. */
export function isMailAddress(text: string): boolean {
  return ADDRESS.test(text);
}

export interface Mailbox {
  name: string;
  address: string;
}

/** Reads `Name <a@b>` or `a@b`; undefined when the address in it is none. */
export function readMailbox(text: string): Mailbox | undefined {
  const [, name = "", address = text] = /^([^<>]*)<([^<>]*)>$/.exec(text.trim()) ?? [];
  if (!isMailAddress(address.trim())) return undefined;
  return { name: name.trim().replace(/^"(.*)"$/s, "$1"), address: address.trim() };
}

/** What stands after the @ of an address that `isMailAddress` accepts. */
export function hostOf(address: string): string {
  return address.slice(address.lastIndexOf("@") + 1).toLowerCase();
}
