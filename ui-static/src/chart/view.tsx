// The chart with its tools, legend and the line that says what is shown and why not more.

import { effect, useSignal } from "@preact/signals";
import type { JSX } from "preact";
import { useEffect, useRef } from "preact/hooks";
import { isCommand } from "../app/keys";
import { theme } from "../app/theme";
import type { ChartStore } from "../cluster/store";
import { count, plural, typeName } from "../ui/format";
import { IconButton, Note } from "../ui/parts";
import type { LinkChart } from "./link-chart";
import { Legend } from "./legend";
import { createSigmaChart } from "./sigma-chart";
import { isVisible, neighboursOf } from "./state";
import { nearestInDirection } from "./walk";

/** The chart's element carries its controller, so that a test can ask where a node is drawn. */
export interface ChartElement extends HTMLDivElement {
  linkChart?: LinkChart;
}

export function ChartView({ store, onMore }: { store: ChartStore; onMore: (() => void) | null }): JSX.Element {
  const canvas = useRef<ChartElement>(null);
  const chart = useRef<LinkChart | null>(null);
  const lost = useSignal(false);

  useEffect(() => {
    const element = canvas.current;
    if (element === null) return;
    try {
      chart.current = createSigmaChart(element, {
        select(key, extend) {
          const from = store.state.value.selected;
          if (extend && key !== null && from !== null && from !== key) void store.connect(from, key);
          else store.dispatch({ do: "select", key });
        },
        open: (key) => {
          store.dispatch({ do: "select", key });
          void store.expand(key);
        },
        lost: () => (lost.value = true),
      });
      element.linkChart = chart.current;
    } catch {
      lost.value = true;
      return;
    }
    const stops = [effect(() => chart.current?.show(store.state.value)), effect(() => void (theme.value, queueMicrotask(() => chart.current?.recolour())))];
    return () => {
      stops.forEach((stop) => stop());
      chart.current?.destroy();
      chart.current = null;
    };
  }, [store]);

  const state = store.state.value;
  const selected = state.selected;
  const onKey = (event: KeyboardEvent) => {
    if (handleKey(event, store, chart.current)) event.preventDefault();
  };
  return (
    <section class="chart" aria-label="Link chart">
      <div
        ref={canvas}
        class="chart-canvas"
        role="application"
        tabIndex={0}
        aria-label={`Link chart of ${plural(state.nodes.size, "node")}. The members tab lists the same accounts.`}
        aria-describedby="chart-keys"
        onKeyDown={onKey}
      />
      <p id="chart-keys" class="hidden-text">
        Arrow keys walk between nodes, e expands, h hides, f fits, plus and minus zoom, Control Z undoes, Escape clears.
      </p>
      {lost.value ? (
        <div class="chart-over">
          <Note icon="warn" title="The link chart needs WebGL">
            <p>This browser cannot draw it, or its graphics were reset. The members tab and the evidence hold the same facts.</p>
          </Note>
        </div>
      ) : null}
      <div class="chart-tools" role="toolbar" aria-label="Chart">
        <IconButton icon="plus" label="Zoom in" onClick={() => chart.current?.zoom(1.5)} />
        <IconButton icon="minus" label="Zoom out" onClick={() => chart.current?.zoom(1 / 1.5)} />
        <IconButton icon="fit" label="Fit (f)" onClick={() => chart.current?.fit()} />
        <span class="rule" />
        <IconButton icon="expand" label="Expand the selected node (e)" disabled={selected === null} onClick={() => selected !== null && void store.expand(selected)} />
        <IconButton icon="hide" label="Hide the selected node (h)" disabled={selected === null} onClick={() => selected !== null && store.dispatch({ do: "hide", keys: [selected] })} />
        <IconButton icon="arrange" label="Arrange anew" disabled={store.busy.value || state.nodes.size === 0} onClick={() => void store.rearrange().then(() => chart.current?.fit())} />
        <span class="rule" />
        <IconButton icon="undo" label="Undo (Ctrl Z)" disabled={state.past.length === 0} onClick={() => store.dispatch({ do: "undo" })} />
        <IconButton icon="redo" label="Redo (Ctrl Shift Z)" disabled={state.future.length === 0} onClick={() => store.dispatch({ do: "redo" })} />
      </div>
      {state.nodes.size === 0 ? null : <Legend store={store} />}
      {state.version === "" ? <div class="chart-foot" /> : <Shown store={store} onMore={onMore} />}
    </section>
  );
}

function Shown({ store, onMore }: { store: ChartStore; onMore: (() => void) | null }): JSX.Element {
  const { budget, hidden, hiddenTypes, nodes } = store.state.value;
  const cut = budget.shown.nodes < budget.total.nodes || budget.shown.edges < budget.total.edges;
  return (
    <div class="chart-foot">
      <span>
        Showing <b>{count(budget.shown.nodes)}</b> of {count(budget.total.nodes)} nodes, <b>{count(budget.shown.edges)}</b> of {count(budget.total.edges)} links
        {cut ? ": the strongest evidence first, within the chart’s budget." : ": all of them."}
        {nodes.size > budget.shown.nodes ? ` ${count(nodes.size - budget.shown.nodes)} added.` : ""}
      </span>
      {cut && onMore !== null ? (
        <button type="button" class="button small" onClick={onMore}>
          Show more
        </button>
      ) : null}
      {hidden.size + hiddenTypes.size > 0 ? (
        <button type="button" class="button small" onClick={() => store.dispatch({ do: "show-all" })}>
          Show what is hidden
        </button>
      ) : null}
      <span class="grow said" role="status" aria-live="polite">
        {store.busy.value ? "Working…" : selectionText(store)}
      </span>
    </div>
  );
}

function selectionText(store: ChartStore): string {
  const { selected, nodes } = store.state.value;
  const node = selected === null ? undefined : nodes.get(selected);
  if (node === undefined) return store.said.value;
  const near = neighboursOf(store.state.value, node.key).size;
  return `${node.label}, ${typeName(node.type)}, ${plural(near, "link")} on the chart. ${store.said.value}`;
}

function handleKey(event: KeyboardEvent, store: ChartStore, chart: LinkChart | null): boolean {
  const { selected } = store.state.value;
  if ((event.ctrlKey || event.metaKey) && event.key.toLowerCase() === "z") {
    store.dispatch({ do: event.shiftKey ? "redo" : "undo" });
    return true;
  }
  if (event.key.startsWith("Arrow") && chart !== null) {
    walk(event.key, store, chart);
    return true;
  }
  if (event.key === "Escape") {
    store.dispatch({ do: "select", key: null });
    return true;
  }
  if (!isCommand(event)) return false;
  if (event.key === "f" || event.key === "0") chart?.fit();
  else if (event.key === "+" || event.key === "=") chart?.zoom(1.5);
  else if (event.key === "-") chart?.zoom(1 / 1.5);
  else if (event.key === "e" && selected !== null) void store.expand(selected);
  else if (event.key === "h" && selected !== null) store.dispatch({ do: "hide", keys: [selected] });
  else return false;
  return true;
}

function walk(arrow: string, store: ChartStore, chart: LinkChart): void {
  const state = store.state.value;
  const places = [...state.nodes.keys()].filter((key) => isVisible(state, key)).map((key) => ({ key, ...chart.positionOf(key)! }));
  const next = nearestInDirection(places, state.selected, arrow);
  if (next !== null) store.dispatch({ do: "select", key: next });
}
