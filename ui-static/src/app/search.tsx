// The search box: everything by id or name, with typed prefixes; a combobox by the usual pattern.

import { useSignal } from "@preact/signals";
import type { JSX } from "preact";
import { useEffect, useRef } from "preact/hooks";
import { ApiError, api } from "../api/client";
import type { SearchHit, SearchPage } from "../api/types";
import { entityName, typeName } from "../ui/format";
import { Icon } from "../ui/icons";
import { TypeGlyph } from "../ui/parts";
import { isCommand } from "./keys";
import { clusterLink, entityLink, go } from "./route";

const WAIT_MS = 160;
const PREFIXES = ["acct:", "ip:", "net:", "pay:", "id:", "fp:", "org:", "cluster:"];

const linkOf = (hit: SearchHit) => (hit.type === "cluster" ? clusterLink(hit.id) : entityLink(hit.type, hit.id));

type Failure = { failure: string };

/** What there is besides the hits, by type, and whether the index knows it all. */
function noteOf(page: SearchPage, query: string): string {
  const { index } = page;
  const doubt = index.building !== null ? ` The index is being built: ${index.building.done} of about ${index.building.of}.` : index.complete ? "" : " The index is not complete yet.";
  if (page.items.length === 0) return `Nothing found for “${query}”.${doubt}`;
  if (page.total <= page.items.length) return doubt.trim();
  const kinds = page.facets.type.map((kind) => `${kind.count}${kind.more ? "+" : ""} ${kind.value}`).join(", ");
  return `${page.items.length} shown of ${kinds}.${doubt}`;
}

export function SearchBox(): JSX.Element {
  const text = useSignal("");
  const open = useSignal(false);
  const at = useSignal(-1);
  const found = useSignal<SearchPage | Failure | "busy" | null>(null);
  const input = useRef<HTMLInputElement>(null);

  useEffect(() => {
    const focus = (event: KeyboardEvent) => {
      const chord = (event.ctrlKey || event.metaKey) && event.key.toLowerCase() === "k";
      if (!chord && !(event.key === "/" && isCommand(event))) return;
      event.preventDefault();
      input.current?.focus();
      input.current?.select();
    };
    addEventListener("keydown", focus);
    return () => removeEventListener("keydown", focus);
  }, []);

  const query = text.value.trim();
  useEffect(() => {
    at.value = -1;
    if (query === "") {
      found.value = null;
      return;
    }
    const abort = new AbortController();
    const wait = setTimeout(() => {
      if (found.peek() === null) found.value = "busy";
      api.search(query, abort.signal).then(
        (page) => (found.value = page),
        (error: unknown) => void (abort.signal.aborted || (found.value = { failure: error instanceof ApiError && error.status === 400 ? error.message : "The search does not answer." })),
      );
    }, WAIT_MS);
    return () => {
      clearTimeout(wait);
      abort.abort();
    };
  }, [query]);

  const page = found.value !== null && typeof found.value === "object" && "items" in found.value ? found.value : null;
  const hits = page?.items ?? [];
  const choose = (hit: SearchHit) => {
    open.value = false;
    text.value = "";
    input.current?.blur();
    go(linkOf(hit));
  };
  const keys = (event: KeyboardEvent) => {
    if (event.key === "Escape") {
      open.value = false;
      input.current?.blur();
    } else if (event.key === "Enter") {
      const hit = hits[Math.max(0, at.value)];
      if (hit !== undefined) choose(hit);
    } else if ((event.key === "ArrowDown" || event.key === "ArrowUp") && hits.length > 0) {
      at.value = (at.value + (event.key === "ArrowDown" ? 1 : -1) + hits.length) % hits.length;
      event.preventDefault();
    }
  };

  const expanded = open.value && (query !== "" || found.value === null);
  return (
    <div class="search" role="search">
      <Icon name="search" />
      <input
        ref={input}
        class="field"
        type="text"
        role="combobox"
        aria-label="Search accounts, addresses, instruments, organizations and clusters"
        aria-expanded={expanded}
        aria-controls="search-hits"
        aria-autocomplete="list"
        aria-activedescendant={at.value >= 0 ? `hit-${at.value}` : undefined}
        placeholder="Search everything"
        autocomplete="off"
        spellcheck={false}
        value={text.value}
        onInput={(event) => {
          text.value = event.currentTarget.value;
          open.value = true;
        }}
        onFocus={() => (open.value = true)}
        onBlur={() => setTimeout(() => (open.value = false), 120)}
        onKeyDown={keys}
      />
      <kbd class="kbd" aria-hidden="true">
        /
      </kbd>
      <div class="search-hits" hidden={!expanded}>
        {found.value === null ? (
          <div class="search-hint">
            <span class="muted">Narrow with</span>
            {PREFIXES.map((prefix) => (
              <button key={prefix} type="button" class="tag" tabIndex={-1} onMouseDown={(event) => event.preventDefault()} onClick={() => (text.value = prefix)}>
                {prefix}
              </button>
            ))}
          </div>
        ) : null}
        <ul id="search-hits" role="listbox" aria-label="Search results">
          {hits.map((hit, i) => (
            <li
              key={`${hit.type} ${hit.id}`}
              id={`hit-${i}`}
              role="option"
              aria-selected={i === at.value}
              onMouseDown={(event) => event.preventDefault()}
              onClick={() => choose(hit)}
            >
              <TypeGlyph type={hit.type} />
              <span class="grow ellipsis">{entityName(hit.type, hit.id, hit.label)}</span>
              <span class="muted nowrap">{hit.detail ?? typeName(hit.type)}</span>
            </li>
          ))}
        </ul>
        <div class="search-note muted" role="status">
          {found.value === "busy" ? "Searching…" : page !== null ? noteOf(page, query) : found.value !== null && "failure" in found.value ? found.value.failure : ""}
        </div>
      </div>
    </div>
  );
}
