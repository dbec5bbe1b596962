import { type Id, type InProvince, withQuery } from "./address.ts";

/** A province's press on the desk: journalists, lists, outlets. */
export const pressBook = {
  journalists: (query: InProvince & { list?: string; outlet?: string } = {}) =>
    withQuery("/desk/journalists", query),
  journalistNew: (query: InProvince = {}) => withQuery("/desk/journalists/new", query),
  journalist: ({ id }: Id) => `/desk/journalists/${id}`,
  journalistAddress: ({ id }: Id) => `/desk/journalists/${id}/address`,
  journalistImport: (query: InProvince & { list?: string } = {}) =>
    withQuery("/desk/journalists/import", query),
  pressLists: (query: InProvince = {}) => withQuery("/desk/press-lists", query),
  pressList: ({ id }: Id) => `/desk/press-lists/${id}`,
  pressListMembers: ({ id }: Id) => `/desk/press-lists/${id}/members`,
  pressListRemoval: ({ id }: Id) => `/desk/press-lists/${id}/removal`,
  suppressedAddresses: (query: InProvince = {}) => withQuery("/desk/suppressed-addresses", query),
  suppressedAddress: ({ id }: Id) => `/desk/suppressed-addresses/${id}`,
  outlets: (query: InProvince = {}) => withQuery("/desk/outlets", query),
  outlet: ({ id }: Id) => `/desk/outlets/${id}`,
};
