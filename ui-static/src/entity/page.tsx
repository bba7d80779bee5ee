// One entity: what is known, which clusters it belongs to, when it was active, and its neighbours by relation.

import { useSignal } from "@preact/signals";
import type { JSX } from "preact";
import { useMemo } from "preact/hooks";
import { api } from "../api/client";
import type { Entity, EntityType, NeighbourPage } from "../api/types";
import { useLoad } from "../app/load";
import { clusterLink, entityLink } from "../app/route";
import { nodeKey } from "../chart/model";
import { FactList } from "../cluster/selection";
import { Timeline } from "../cluster/timeline";
import { count, date, percent, relationName, typeName, words } from "../ui/format";
import { Bones, Failed, Note, PageFoot, StatePill, TypeGlyph } from "../ui/parts";

const PAGE = 50;

export function EntityPage({ type, id }: { type: EntityType; id: string }): JSX.Element {
  const { state, retry } = useLoad(`${type} ${id}`, (signal) => api.entity(type, id, signal));
  if (state.value.kind === "failed") return <Failed error={state.value.error} what={words(typeName(type))} page onRetry={retry} />;
  if (state.value.kind === "loading") return <Bones rows={8} label={`Loading ${typeName(type)}`} />;
  return <Loaded key={`${type} ${id}`} entity={state.value.value} />;
}

function Loaded({ entity }: { entity: Entity }): JSX.Element {
  const relation = useSignal<string>("");
  const days = useMemo(() => entity.timeline.map((d) => ({ day: d.day, bars: d.count })), [entity]);
  return (
    <div class="entity">
      <header class="entity-head">
        <TypeGlyph type={entity.type} size={26} />
        <div class="grow">
          <h1 class="break">{entity.label || entity.id}</h1>
          <p class="muted">
            {words(typeName(entity.type))} <span class="mono">{entity.id}</span>
          </p>
        </div>
      </header>
      <div class="entity-grid">
        <div class="stack">
          <section class="card" aria-label="Known facts">
            <div class="card-head">
              <h2>Known</h2>
            </div>
            <div class="pad">
              <FactList entity={entity} />
            </div>
          </section>
          <section class="card" aria-label="Clusters">
            <div class="card-head">
              <h2>Clusters</h2>
            </div>
            {entity.clusters.length === 0 ? <p class="pad muted">In no cluster.</p> : null}
            <ul class="pad cluster-list">
              {entity.clusters.map((c) => (
                <li key={c.id} class="row">
                  <a class="mono grow" href={clusterLink(c.id, { select: nodeKey(entity.type, entity.id) })}>
                    {c.id}
                  </a>
                  <StatePill state={c.state} />
                  {c.membership == null ? null : <span class="num w4">{percent(c.membership)}</span>}
                </li>
              ))}
            </ul>
          </section>
        </div>
        <div class="stack">
          <section class="card" aria-label="Activity">
            <div class="card-head">
              <h2>Activity</h2>
            </div>
            {entity.timelineReason ? <p class="pad muted">{entity.timelineReason === "budget" ? "Too many accounts share it to add up their days." : entity.timelineReason}</p> : null}
            <Timeline days={days} bars={entity.type === "account" ? "exchanges" : "uses"} height={130} />
          </section>
          <section class="card" aria-label="Neighbours">
            <div class="card-head wrap">
              <h2 class="grow">Neighbours</h2>
              <div class="segmented" role="group" aria-label="Relation">
                <button type="button" aria-pressed={relation.value === ""} onClick={() => (relation.value = "")}>
                  All
                </button>
                {[...new Set(entity.neighbours.map((n) => n.relation))].map((name) => (
                  <button key={name} type="button" aria-pressed={relation.value === name} onClick={() => (relation.value = name)}>
                    {words(relationName(name))}
                    <span class="tally">{count(entity.neighbours.filter((n) => n.relation === name).reduce((sum, n) => sum + n.count, 0))}</span>
                  </button>
                ))}
              </div>
            </div>
            <Neighbours key={relation.value} entity={entity} relation={relation.value} />
          </section>
        </div>
      </div>
    </div>
  );
}

function Neighbours({ entity, relation }: { entity: Entity; relation: string }): JSX.Element {
  const { state, retry } = useLoad(`${entity.type} ${entity.id} ${relation}`, (signal) => api.neighbours(entity.type, entity.id, { relation, limit: PAGE }, signal));
  const more = useSignal<NeighbourPage[]>([]);
  const busy = useSignal(false);
  if (state.value.kind === "failed") return <Failed error={state.value.error} what="The list of neighbours" onRetry={retry} />;
  if (state.value.kind === "loading") return <Bones rows={5} label="Loading neighbours" />;
  const pages = [state.value.value, ...more.value];
  const rows = pages.flatMap((page) => page.items);
  const last = pages.at(-1)!;
  if (rows.length === 0) return <Note icon="none" title="No neighbours" />;
  const loadMore = async () => {
    busy.value = true;
    try {
      more.value = [...more.value, await api.neighbours(entity.type, entity.id, { relation, limit: PAGE, cursor: last.next })];
    } finally {
      busy.value = false;
    }
  };
  return (
    <>
      <div class="table-wrap" tabIndex={0} role="region" aria-label="Table of neighbours">
        <table>
          <thead>
            <tr>
              <th>Neighbour</th>
              <th>Relation</th>
              <th class="num">Times</th>
              <th>First seen</th>
              <th>Last seen</th>
              <th class="num">Its own links</th>
            </tr>
          </thead>
          <tbody>
            {rows.map((n) => (
              <tr key={`${n.type} ${n.id} ${n.relation}`}>
                <td>
                  <span class="row">
                    <TypeGlyph type={n.type} hollow={n.state === "review"} />
                    <a class="break" href={entityLink(n.type, n.id)}>
                      {n.label || n.id}
                    </a>
                  </span>
                </td>
                <td>{relationName(n.relation)}</td>
                <td class="num">{count(n.weight)}</td>
                <td class="nowrap">{date(n.firstSeen)}</td>
                <td class="nowrap">{date(n.lastSeen)}</td>
                <td class="num">{count(n.total)}</td>
              </tr>
            ))}
          </tbody>
        </table>
      </div>
      <PageFoot shown={rows.length} total={last.total} what="neighbours" more={last.next !== null} busy={busy.value} onMore={() => void loadMore()} />
    </>
  );
}
