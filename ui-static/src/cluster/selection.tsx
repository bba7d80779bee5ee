// The selected node: what is known of it, what it is linked to, and what can be done with it.

import type { JSX } from "preact";
import { api } from "../api/client";
import type { Entity } from "../api/types";
import { useLoad } from "../app/load";
import { clusterLink, entityLink } from "../app/route";
import { type ChartNode, isBundle, nodeKey, splitKey } from "../chart/model";
import { neighboursOf } from "../chart/state";
import { bits, count, percent, plural, relationName, typeName, value, words } from "../ui/format";
import { Bones, Failed, FacetName, Note, StatePill, TypeGlyph } from "../ui/parts";
import { EXPAND_STEP, type ChartStore } from "./store";
import { useMember } from "./member";

const LISTED = 12;

export function SelectionPanel({ clusterId, store }: { clusterId: string; store: ChartStore }): JSX.Element {
  const { selected, nodes } = store.state.value;
  const node = selected === null ? undefined : nodes.get(selected);
  if (node === undefined) {
    return (
      <Note icon="path" title="Nothing selected">
        <p>Click a node to see what is known of it. Double-click to expand it, Shift-click a second one to find the evidence path between them.</p>
      </Note>
    );
  }
  return (
    <div class="selection">
      <div class="selection-head">
        <TypeGlyph type={node.type} size={18} hollow={node.state === "review" || node.state === "discounted"} />
        <div class="grow">
          <h2 class="break">{node.label}</h2>
          <div class="muted">
            {words(typeName(node.type))}
            {node.label === node.id ? null : <span class="mono"> {node.id}</span>}
          </div>
        </div>
        {node.state === "labelled" || node.state === "review" ? <StatePill state={node.state} /> : null}
      </div>
      <div class="row wrap">
        <button type="button" class="button small" disabled={store.busy.value} onClick={() => void store.expand(node.key)}>
          Expand
        </button>
        <button type="button" class="button small" onClick={() => store.dispatch({ do: "hide", keys: [node.key] })}>
          Hide
        </button>
        <a class="button small" href={entityLink(node.type, node.id)}>
          Open page
        </a>
      </div>
      {node.state === "discounted" ? <p class="muted">Shared by others too, and therefore discounted: see the evidence for why.</p> : null}
      {isBundle(node) ? (
        <p class="muted">
          One mark for {plural(node.size, "account")} that share exactly the same things. What follows is about the likeliest of them, <span class="mono">{node.id}</span>.
        </p>
      ) : null}
      <PathSteps store={store} />
      {node.type === "account" ? <WhyMember key={node.id} clusterId={clusterId} account={node.id} /> : null}
      <KnownOf key={node.key} node={node} store={store} clusterId={clusterId} />
      <OnChart node={node} store={store} />
    </div>
  );
}

function PathSteps({ store }: { store: ChartStore }): JSX.Element | null {
  const path = store.path.value;
  if (path === null) return null;
  return (
    <section aria-label="Evidence path">
      <div class="section-head">
        <h3>Evidence path</h3>
        {path.bits === null ? null : <span class="figure">weakest {bits(path.bits)}</span>}
      </div>
      <ol class="path">
        {path.nodes.map((step, i) => (
          <li key={`${step.type} ${step.id}`}>
            <TypeGlyph type={step.type} />
            <div class="grow">
              <div class="break">{step.label || step.id}</div>
              {path.edges[i] === undefined ? null : <div class="muted">{path.edges[i].text || relationName(path.edges[i].relation)}</div>}
            </div>
          </li>
        ))}
      </ol>
    </section>
  );
}

function WhyMember({ clusterId, account }: { clusterId: string; account: string }): JSX.Element | null {
  const member = useMember(clusterId, account);
  if (member === null) return null;
  const most = Math.max(1, ...member.facets.map((f) => f.bits));
  return (
    <section aria-label="Why it is a member">
      <div class="section-head">
        <h3>Why it is in here</h3>
        <span class="figure">
          membership <b>{percent(member.membership)}</b>
        </span>
      </div>
      <ul class="bars">
        {member.facets.map((f) => (
          <li key={f.facet} class="row">
            <span class="grow">
              <FacetName facet={f.facet} />
            </span>
            <span class="bar-track" aria-hidden="true">
              <span style={{ width: `${(f.bits / most) * 100}%` }} />
            </span>
            <span class="num w5">{bits(f.bits)}</span>
          </li>
        ))}
      </ul>
    </section>
  );
}

function KnownOf({ node, store, clusterId }: { node: ChartNode; store: ChartStore; clusterId: string }): JSX.Element {
  const { state, retry } = useLoad(node.key, (signal) => api.entity(node.type, node.id, signal));
  if (state.value.kind === "loading") return <Bones rows={4} label="Loading what is known of it" />;
  if (state.value.kind === "failed") return <Failed error={state.value.error} what="This node" onRetry={retry} />;
  const entity = state.value.value;
  return (
    <>
      <Facts entity={entity} />
      <Links entity={entity} node={node} store={store} />
      {entity.clusters.filter((c) => c.id !== clusterId).length > 0 ? (
        <section aria-label="Other clusters">
          <h3>Also in</h3>
          <ul>
            {entity.clusters
              .filter((c) => c.id !== clusterId)
              .map((c) => (
                <li key={c.id} class="row">
                  <a class="mono" href={clusterLink(c.id)}>
                    {c.id}
                  </a>
                  <StatePill state={c.state} />
                </li>
              ))}
          </ul>
        </section>
      ) : null}
    </>
  );
}

function Facts({ entity }: { entity: Entity }): JSX.Element {
  return (
    <section aria-label="Known facts">
      <h3>Known</h3>
      <FactList entity={entity} />
    </section>
  );
}

export function FactList({ entity }: { entity: Entity }): JSX.Element {
  const facts = Object.entries(entity.properties).filter(([name, x]) => x !== null && x !== "" && name !== "id");
  if (facts.length === 0) return <p class="muted">Nothing beyond its name.</p>;
  return (
    <dl class="facts">
      {facts.map(([name, x]) => (
        <>
          <dt>{words(name)}</dt>
          <dd>{value(x)}</dd>
        </>
      ))}
    </dl>
  );
}

/** Neighbours in the whole graph by relation, with how many there are before any is added. */
function Links({ entity, node, store }: { entity: Entity; node: ChartNode; store: ChartStore }): JSX.Element | null {
  if (entity.neighbours.length === 0) return null;
  const state = store.state.value;
  const near = [...neighboursOf(state, node.key)];
  return (
    <section aria-label="Links in the whole graph">
      <h3>Links in the whole graph</h3>
      <ul class="link-counts">
        {entity.neighbours.map((n) => {
          const on = near.filter((key) => splitKey(key).type === n.type && state.edges.size > 0).length;
          const all = on >= n.count;
          return (
            <li key={`${n.relation} ${n.type}`} class="row">
              <TypeGlyph type={n.type} />
              <span class="grow">
                {relationName(n.relation)} <span class="muted">{typeName(n.type, n.count)}</span>
              </span>
              <span class="num">
                {count(Math.min(on, n.count))} <span class="muted">of {count(n.count)}</span>
              </span>
              <button type="button" class="button small" disabled={all || store.busy.value} onClick={() => void store.expand(node.key, n.relation)}>
                {all ? "All shown" : n.count - on > EXPAND_STEP ? `Add ${EXPAND_STEP}` : "Add"}
              </button>
            </li>
          );
        })}
      </ul>
    </section>
  );
}

/** The node's links on the chart as a list: the chart's text equivalent. */
function OnChart({ node, store }: { node: ChartNode; store: ChartStore }): JSX.Element {
  const state = store.state.value;
  const near = [...neighboursOf(state, node.key)].map((key) => state.nodes.get(key)!);
  near.sort((a, b) => a.type.localeCompare(b.type) || a.label.localeCompare(b.label));
  return (
    <section aria-label="Linked on the chart">
      <div class="section-head">
        <h3>Linked on the chart</h3>
        <span class="figure">{near.length}</span>
      </div>
      <ul class="near">
        {near.slice(0, LISTED).map((n) => (
          <li key={n.key}>
            <button type="button" onClick={() => store.dispatch({ do: "select", key: nodeKey(n.type, n.id) })}>
              <TypeGlyph type={n.type} hollow={n.state === "review"} />
              <span class="grow ellipsis">{n.label}</span>
            </button>
          </li>
        ))}
      </ul>
      {near.length > LISTED ? <p class="muted">and {plural(near.length - LISTED, "more node")}</p> : null}
    </section>
  );
}
