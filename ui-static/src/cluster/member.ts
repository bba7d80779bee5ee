// One member's row: from the pages that were already read, else from pages in the order of accounts up to it.

import { signal } from "@preact/signals";
import { useEffect } from "preact/hooks";
import { api } from "../api/client";
import type { Member, Page } from "../api/types";

/** The most that the server gives at once. */
const PAGE = 500;

const known = signal<ReadonlyMap<string, Member>>(new Map());
const keyOf = (cluster: string, account: string) => `${cluster} ${account}`;

/** Remembers rows that were read anyway. */
export function remember(cluster: string, members: readonly Member[]): void {
  known.value = new Map([...known.value, ...members.map((m) => [keyOf(cluster, m.account), m] as const)]);
}

async function readUpTo(cluster: string, account: string, signal: AbortSignal): Promise<void> {
  for (let cursor: string | null | undefined; cursor !== null; ) {
    const page: Page<Member> = await api.members(cluster, { sort: "account", order: "asc", limit: PAGE, cursor }, signal);
    remember(cluster, page.items);
    cursor = page.items.some((m) => m.account === account) ? null : page.next;
  }
}

export function useMember(cluster: string, account: string): Member | null {
  const found = known.value.get(keyOf(cluster, account)) ?? null;
  useEffect(() => {
    if (found !== null) return;
    const abort = new AbortController();
    // The panel lacks this section when it fails; what failed is reported where it is the main thing.
    readUpTo(cluster, account, abort.signal).catch(() => {});
    return () => abort.abort();
  }, [cluster, account, found === null]);
  return found;
}
