// The queue: every cluster of the last run, worst first.

import { useSignal } from "@preact/signals";
import type { JSX } from "preact";
import { useEffect, useRef } from "preact/hooks";
import { api } from "../api/client";
import type { ClusterSummary, Page } from "../api/types";
import { isCommand } from "../app/keys";
import { useLoad } from "../app/load";
import { clusterLink, go, replaceParams, route } from "../app/route";
import { status } from "../app/session";
import { count } from "../ui/format";
import { Icon } from "../ui/icons";
import { Bones, Failed, Note, PageFoot, Segmented } from "../ui/parts";
import { type QueueQuery, readQuery, type Sort, sortBy, writeQuery } from "./query";
import { QueueRow } from "./row";
import { Totals } from "./totals";

const PAGE = 50;

export function QueuePage(): JSX.Element {
  const query = readQuery(route.value.params);
  const key = JSON.stringify(query);
  const { state, retry } = useLoad(key, (signal) => api.clusters({ ...query, limit: PAGE }, signal));
  const change = (next: QueueQuery) => replaceParams(writeQuery(next));
  const clusters = status.value?.clusters;
  return (
    <div class="queue">
      <div class="queue-head">
        <h1>Clusters</h1>
        <Totals />
      </div>
      <div class="queue-tools">
        <Segmented
          label="State"
          value={query.state}
          options={[
            { value: "", text: "All", ...tally(clusters && clusters.labelled + clusters.review) },
            { value: "labelled", text: "Labelled", ...tally(clusters?.labelled) },
            { value: "review", text: "Review", ...tally(clusters?.review) },
          ]}
          onChange={(value) => change({ ...query, state: value })}
        />
        <FilterBox value={query.q} onChange={(q) => change({ ...query, q })} />
      </div>
      <div class="card queue-card">
        {state.value.kind === "failed" ? (
          <Failed error={state.value.error} what="The list of clusters" onRetry={retry} />
        ) : (
          <Rows key={key} query={query} first={state.value.kind === "ready" ? state.value.value : state.value.previous} busy={state.value.kind === "loading"} onSort={(sort) => change(sortBy(query, sort))} />
        )}
      </div>
    </div>
  );
}

const tally = (n: number | undefined) => (n === undefined ? {} : { tally: count(n) });

function FilterBox({ value, onChange }: { value: string; onChange: (q: string) => void }): JSX.Element {
  const wait = useRef(0);
  return (
    <label class="filter">
      <Icon name="search" />
      <span class="hidden-text">Filter clusters</span>
      <input
        class="field"
        type="search"
        placeholder="Filter by id, organization, capability"
        defaultValue={value}
        onInput={({ currentTarget: { value: q } }) => {
          clearTimeout(wait.current);
          wait.current = window.setTimeout(() => onChange(q.trim()), 200);
        }}
      />
    </label>
  );
}

function Rows(props: { query: QueueQuery; first: Page<ClusterSummary> | null; busy: boolean; onSort: (sort: Sort) => void }): JSX.Element {
  const more = useSignal<Page<ClusterSummary>[]>([]);
  const adding = useSignal(false);
  const at = useSignal(-1);
  const body = useRef<HTMLTableSectionElement>(null);
  const pages = props.first === null ? [] : [props.first, ...more.value];
  const rows = pages.flatMap((page) => page.items);
  const last = pages.at(-1);

  useEffect(() => {
    const keys = (event: KeyboardEvent) => {
      if (!isCommand(event)) return;
      const step = event.key === "j" ? 1 : event.key === "k" ? -1 : 0;
      if (step !== 0 && rows.length > 0) {
        at.value = Math.max(0, Math.min(rows.length - 1, at.value + step));
        (body.current?.children[at.value] as HTMLElement | undefined)?.focus();
        event.preventDefault();
      }
    };
    addEventListener("keydown", keys);
    return () => removeEventListener("keydown", keys);
  });

  if (props.first === null) return <Bones rows={9} label="Loading clusters" />;
  if (rows.length === 0) return <Empty query={props.query} />;
  const loadMore = async () => {
    adding.value = true;
    try {
      const next = await api.clusters({ ...props.query, limit: PAGE, cursor: last?.next });
      more.value = [...more.value, next];
    } finally {
      adding.value = false;
    }
  };
  const head = (sort: Sort, text: string, right = false) => <SortHead sort={sort} text={text} right={right} query={props.query} onSort={props.onSort} />;
  const range = timeRange(rows);
  return (
    <>
      <div class={props.busy ? "table-wrap grow busy" : "table-wrap grow"}>
        <table class="queue-table">
          <thead>
            <tr>
              <th>State</th>
              {head("score", "Score")}
              <th>Cluster, hypothesis</th>
              {head("accounts", "Accounts", true)}
              {head("exchanges", "Exchanges", true)}
              {head("firstSeen", "Window")}
              <th>Capabilities</th>
              <th>Facets</th>
            </tr>
          </thead>
          <tbody ref={body}>
            {rows.map((row, i) => (
              <QueueRow key={row.id} cluster={row} range={range} at={i === at.value} onFocus={() => (at.value = i)} onOpen={() => go(clusterLink(row.id))} />
            ))}
          </tbody>
        </table>
      </div>
      <PageFoot shown={rows.length} total={last?.total ?? rows.length} hidden={last?.hidden ?? 0} what="clusters" more={last?.next != null} busy={adding.value} onMore={() => void loadMore()} />
    </>
  );
}

function SortHead({ sort, text, right, query, onSort }: { sort: Sort; text: string; right: boolean; query: QueueQuery; onSort: (sort: Sort) => void }): JSX.Element {
  const on = query.sort === sort;
  return (
    <th class={right ? "num" : ""} aria-sort={on ? (query.order === "asc" ? "ascending" : "descending") : undefined}>
      <button type="button" onClick={() => onSort(sort)}>
        {text}
        {on ? <Icon name={query.order === "asc" ? "up" : "down"} size={12} /> : null}
      </button>
    </th>
  );
}

function Empty({ query }: { query: QueueQuery }): JSX.Element {
  if (query.q !== "" || query.state !== "") {
    return (
      <Note icon="search" title="No cluster matches" fill>
        <p>Nothing in the last run fits this filter.</p>
        <a class="button" href="#/queue">
          Show all clusters
        </a>
      </Note>
    );
  }
  return (
    <Note icon="none" title="No clusters" fill>
      <p>
        {status.value?.lastRun == null
          ? "The detectors have not run yet. Ingest events, then run: iolaus detect"
          : "The last run found no accounts that look as if they were run as one."}
      </p>
    </Note>
  );
}

function timeRange(rows: readonly ClusterSummary[]): [number, number] {
  const from = rows.flatMap((row) => (row.firstSeen === null ? [] : [Date.parse(row.firstSeen)]));
  const to = rows.flatMap((row) => (row.lastSeen === null ? [] : [Date.parse(row.lastSeen)]));
  return [Math.min(...from), Math.max(...to)];
}
