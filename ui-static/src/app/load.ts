// What a screen asks the server for: loading, there, or failed; asked again when its key or the session changes.

import { type Signal, useSignal } from "@preact/signals";
import { useEffect, useRef } from "preact/hooks";
import { ApiError } from "../api/client";
import type { Page } from "../api/types";
import { generation } from "./session";

export type Loaded<T> =
  /** `previous`: what an earlier key gave, for lists that keep their old rows in sight. */
  | { kind: "loading"; previous: T | null }
  | { kind: "ready"; value: T }
  | { kind: "failed"; error: ApiError };

export interface Loading<T> {
  state: Signal<Loaded<T>>;
  retry: () => void;
}

/** Asks once per `key`; an answer that comes after the key has changed is dropped. */
export function useLoad<T>(key: string, ask: (signal: AbortSignal) => Promise<T>): Loading<T> {
  const state = useSignal<Loaded<T>>({ kind: "loading", previous: null });
  const tries = useSignal(0);
  const asked = useRef({ key, attempt: 0 });
  const epoch = generation.value;
  const attempt = tries.value;
  useEffect(() => {
    const abort = new AbortController();
    const before = state.peek();
    // What is there stays there when someone signs in again: only what failed is asked for once more.
    if (before.kind === "ready" && asked.current.key === key && asked.current.attempt === attempt) return;
    state.value = { kind: "loading", previous: before.kind === "ready" ? before.value : null };
    asked.current = { key, attempt };
    ask(abort.signal).then(
      (value) => {
        if (!abort.signal.aborted) state.value = { kind: "ready", value };
      },
      (error: unknown) => {
        if (!abort.signal.aborted) state.value = { kind: "failed", error: asApiError(error) };
      },
    );
    return () => abort.abort();
  }, [key, epoch, attempt]);
  return { state, retry: () => tries.value++ };
}

export function asApiError(error: unknown): ApiError {
  return error instanceof ApiError ? error : new ApiError(0, "unexpected", error instanceof Error ? error.message : String(error));
}

export interface Listing<T> {
  first: Loaded<Page<T>>;
  retry: () => void;
  rows: T[];
  total: number;
  more: boolean;
  busy: boolean;
  /** What went wrong with the last page that was asked for. */
  wrong: ApiError | null;
  loadMore: () => void;
}

/** A list page by page; a new `key` begins it anew. */
export function useListing<T>(key: string, ask: (cursor: string | null, signal?: AbortSignal) => Promise<Page<T>>): Listing<T> {
  const { state, retry } = useLoad(key, (signal) => ask(null, signal));
  const rest = useSignal<{ of: Page<T> | null; pages: Page<T>[] }>({ of: null, pages: [] });
  const busy = useSignal(false);
  const wrong = useSignal<ApiError | null>(null);
  const first = state.value.kind === "ready" ? state.value.value : state.value.kind === "loading" ? state.value.previous : null;
  const pages = first === null ? [] : [first, ...(rest.value.of === first ? rest.value.pages : [])];
  const last = pages.at(-1);
  const loadMore = async () => {
    if (first === null || last === undefined) return;
    busy.value = true;
    wrong.value = null;
    try {
      const page = await ask(last.next);
      rest.value = { of: first, pages: [...pages.slice(1), page] };
    } catch (error) {
      wrong.value = asApiError(error);
    } finally {
      busy.value = false;
    }
  };
  return {
    first: state.value,
    retry,
    rows: pages.flatMap((page) => page.items),
    total: last?.total ?? 0,
    more: (last?.next ?? null) !== null,
    busy: busy.value,
    wrong: wrong.value,
    loadMore: () => void loadMore(),
  };
}
