/** One row, raised by every transaction that changes what public pages show (by triggers, whoever writes). */
interface Revision {
  id: number;
  number: number;
}

/** Facts about this installation: the map's version, the demo office. */
interface Setting {
  key: string;
  value: string;
}

export interface KeepingTables {
  revision: Revision;
  setting: Setting;
}
