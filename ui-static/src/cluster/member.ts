// One member's row: from the pages that were already read, else asked for.

import { signal } from "@preact/signals";
import { useEffect } from "preact/hooks";
import { api } from "../api/client";
import type { Member } from "../api/types";

const known = signal<ReadonlyMap<string, Member>>(new Map());
const keyOf = (cluster: string, account: string) => `${cluster} ${account}`;

/** Remembers rows that were read anyway. */
export function remember(cluster: string, members: readonly Member[]): void {
  known.value = new Map([...known.value, ...members.map((m) => [keyOf(cluster, m.account), m] as const)]);
}

export function useMember(cluster: string, account: string): Member | null {
  const found = known.value.get(keyOf(cluster, account)) ?? null;
  useEffect(() => {
    if (found !== null) return;
    const abort = new AbortController();
    api.members(cluster, { account, limit: 1 }, abort.signal).then(
      (page) => remember(cluster, page.items.filter((m) => m.account === account)),
      () => {}, // The panel simply lacks this section; what failed is reported where it is the main thing.
    );
    return () => abort.abort();
  }, [cluster, account, found === null]);
  return found;
}
