// One cluster: chart, evidence, timeline; members and attribution in their own tabs.

import { effect, useSignal } from "@preact/signals";
import type { JSX } from "preact";
import { useEffect, useMemo } from "preact/hooks";
import { api } from "../api/client";
import type { ClusterDetail } from "../api/types";
import { useLoad } from "../app/load";
import { replaceParams, route } from "../app/route";
import { nodeKey } from "../chart/model";
import { ChartView } from "../chart/view";
import { count } from "../ui/format";
import { Bones, Failed, Tabs } from "../ui/parts";
import { AttributionTab } from "./attribution";
import { EvidencePanel } from "./evidence";
import { ClusterHeader } from "./header";
import { MembersTab } from "./members";
import { SelectionPanel } from "./selection";
import { budgets, type ChartStore, createChartStore } from "./store";
import { Timeline } from "./timeline";

type TabId = "chart" | "members" | "attribution";

export function ClusterPage({ id }: { id: string }): JSX.Element {
  const { state, retry } = useLoad(id, (signal) => api.cluster(id, signal));
  if (state.value.kind === "failed") return <Failed error={state.value.error} what={`Cluster ${id}`} page onRetry={retry} />;
  if (state.value.kind === "loading") return <Bones rows={9} label={`Loading cluster ${id}`} />;
  return <Loaded key={id} cluster={state.value.value} />;
}

function Loaded({ cluster }: { cluster: ClusterDetail }): JSX.Element {
  const store = useMemo(createChartStore, [cluster.id]);
  const { params } = route.value;
  const tab: TabId = params.tab === "members" || params.tab === "attribution" ? params.tab : "chart";
  const show = (next: TabId, select?: string) => replaceParams({ ...(next === "chart" ? {} : { tab: next }), ...(select === undefined ? {} : { select }) });
  return (
    <div class="cluster">
      <ClusterHeader cluster={cluster} />
      <Tabs<TabId>
        name="view"
        label="Views of the cluster"
        value={tab}
        onChange={(next) => show(next)}
        tabs={[
          { id: "chart", text: "Link chart" },
          { id: "members", text: "Members", tally: count(cluster.state === "labelled" ? cluster.accounts + cluster.reviewAccounts : cluster.accounts) },
          { id: "attribution", text: "Attribution", tally: count(cluster.hypotheses.length) },
        ]}
      />
      <div id="view-panel" role="tabpanel" aria-labelledby={`view-${tab}`} class="view-panel">
        {tab === "members" ? (
          <MembersTab clusterId={cluster.id} onShow={(account) => show("chart", nodeKey("account", account))} />
        ) : tab === "attribution" ? (
          <AttributionTab cluster={cluster} />
        ) : (
          <ChartTab cluster={cluster} store={store} />
        )}
      </div>
    </div>
  );
}

function ChartTab({ cluster, store }: { cluster: ClusterDetail; store: ChartStore }): JSX.Element {
  const level = useSignal(0);
  const levels = budgets(cluster.accounts + (cluster.state === "labelled" ? cluster.reviewAccounts : 0));
  const budget = levels[level.value]!;
  const { state, retry } = useLoad(`${cluster.id} ${level.value}`, (signal) => api.subgraph(cluster.id, budget.nodes, budget.edges, signal));
  const loaded = state.value.kind === "ready" ? state.value.value : null;
  useEffect(() => {
    if (loaded === null) return;
    const version = `${loaded.version} ${level.value}`;
    const discounted = new Set(cluster.evidence.filter((row) => row.discounted).map((row) => nodeKey(row.type, row.key)));
    if (store.state.value.version !== version) store.dispatch({ do: "load", subgraph: { ...loaded, version }, discounted });
    const wanted = route.value.params.select;
    if (wanted !== undefined) void revealKey(store, wanted);
  }, [loaded]);
  useSelectionInAddress(store, loaded !== null);
  return (
    <div class="workspace">
      <div class="workspace-main">
        {state.value.kind === "failed" ? (
          <Failed error={state.value.error} what="The link chart" onRetry={retry} />
        ) : (
          <>
            {state.value.kind === "loading" ? (
              <div class="chart-loading" role="status">
                Drawing the link chart…
              </div>
            ) : null}
            <ChartView store={store} onMore={level.value < levels.length - 1 ? () => level.value++ : null} />
          </>
        )}
        <section class="timeline-section" aria-label="Timeline">
          <div class="timeline-head">
            <h2>Activity</h2>
            <span class="key bars-key">exchanges a day</span>
            <span class="key line-key">active accounts</span>
          </div>
          <ClusterTimeline cluster={cluster} />
        </section>
      </div>
      <SidePanel cluster={cluster} store={store} />
    </div>
  );
}

function ClusterTimeline({ cluster }: { cluster: ClusterDetail }): JSX.Element {
  const days = useMemo(() => cluster.timeline.map((d) => ({ day: d.day, bars: d.exchanges, line: d.accounts })), [cluster]);
  return <Timeline days={days} bars="exchanges" line="accounts" height={innerHeight < 860 ? 88 : 118} />;
}

function SidePanel({ cluster, store }: { cluster: ClusterDetail; store: ChartStore }): JSX.Element {
  const side = useSignal<"evidence" | "selection">("evidence");
  const { selected } = store.state.value;
  // A click on a node asks for the node; a click on the ground goes back to the evidence.
  useEffect(() => void (side.value = selected === null ? "evidence" : "selection"), [selected]);
  return (
    <aside class="side" aria-label="Evidence and selection">
      <Tabs
        name="side"
        label="Evidence and selection"
        value={side.value}
        onChange={(next) => (side.value = next)}
        tabs={[
          { id: "evidence", text: "Evidence", tally: count(cluster.evidenceTotal ?? cluster.evidence.length) },
          { id: "selection", text: "Selection" },
        ]}
      />
      <div id="side-panel" role="tabpanel" aria-labelledby={`side-${side.value}`} class="side-body" tabIndex={0}>
        {side.value === "evidence" ? <EvidencePanel cluster={cluster} store={store} /> : <SelectionPanel clusterId={cluster.id} store={store} />}
      </div>
    </aside>
  );
}

/** Keeps the selected node in the address, so that the view can be linked to. */
function useSelectionInAddress(store: ChartStore, ready: boolean): void {
  useEffect(() => {
    if (!ready) return;
    return effect(() => {
      const { selected } = store.state.value;
      const { select: _, ...rest } = route.peek().params;
      replaceParams(selected === null ? rest : { ...rest, select: selected });
    });
  }, [store, ready]);
}

async function revealKey(store: ChartStore, key: string): Promise<void> {
  const cut = key.indexOf(":");
  const [type, id] = [key.slice(0, cut), key.slice(cut + 1)];
  await store.reveal({ type: type as "account", key: id, label: id });
}
