// What the queue shows, as parameters of its address.

import type { Params } from "../app/route";

export const SORTS = ["score", "accounts", "exchanges", "firstSeen", "lastSeen"] as const;
export type Sort = (typeof SORTS)[number];

export interface QueueQuery {
  state: "" | "labelled" | "review";
  q: string;
  sort: Sort;
  order: "asc" | "desc";
}

export const DEFAULT_QUERY: QueueQuery = { state: "", q: "", sort: "score", order: "desc" };

/** Reads an address; what is unknown in it falls back to the default. */
export function readQuery(params: Params): QueueQuery {
  return {
    state: params.state === "labelled" || params.state === "review" ? params.state : "",
    q: params.q ?? "",
    sort: SORTS.find((sort) => sort === params.sort) ?? DEFAULT_QUERY.sort,
    order: params.order === "asc" ? "asc" : "desc",
  };
}

/** The inverse of `readQuery`; defaults are left out. */
export function writeQuery(query: QueueQuery): Params {
  return Object.fromEntries(
    Object.entries(query).filter(([name, value]) => value !== DEFAULT_QUERY[name as keyof QueueQuery]),
  );
}

/** A click on a column's head: a new column starts with its greatest values, the same column turns round. */
export function sortBy(query: QueueQuery, sort: Sort): QueueQuery {
  return { ...query, sort, order: query.sort === sort && query.order === "desc" ? "asc" : "desc" };
}
