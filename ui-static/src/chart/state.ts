// The chart's state as a pure reducer: what is on it, what is hidden, what is selected. Whatever changes the picture can be undone.

import type { EntityType, Neighbour, Subgraph } from "../api/types";
import { type ChartEdge, type ChartNode, edgeKey, isBundle, nodeKey } from "./model";
import { drawnIn, laidFlat, placeAround } from "./place";

/** The part of the state that undo goes back to. */
export interface Picture {
  nodes: ReadonlyMap<string, ChartNode>;
  edges: ReadonlyMap<string, ChartEdge>;
  hidden: ReadonlySet<string>;
  hiddenTypes: ReadonlySet<EntityType>;
}

export interface ChartState extends Picture {
  version: string;
  selected: string | null;
  /** Nodes of the evidence path that is shown, from one end to the other. */
  path: readonly string[];
  past: readonly Picture[];
  future: readonly Picture[];
  budget: { shown: { nodes: number; edges: number }; total: { nodes: number; edges: number }; reason: string | null };
}

export type ChartAction =
  | { do: "load"; subgraph: Subgraph; discounted?: ReadonlySet<string> }
  | { do: "expand"; origin: string; neighbours: readonly Neighbour[] }
  | { do: "add"; node: ChartNode; neighbours: readonly Neighbour[] }
  | { do: "move"; positions: ReadonlyMap<string, { x: number; y: number }> }
  | { do: "select"; key: string | null }
  | { do: "path"; keys: readonly string[] }
  | { do: "hide"; keys: readonly string[] }
  | { do: "toggle-type"; type: EntityType }
  | { do: "show-all" }
  | { do: "undo" }
  | { do: "redo" };

export const UNDO_STEPS = 100;

export const EMPTY: ChartState = {
  version: "",
  nodes: new Map(),
  edges: new Map(),
  hidden: new Set(),
  hiddenTypes: new Set(),
  selected: null,
  path: [],
  past: [],
  future: [],
  budget: { shown: { nodes: 0, edges: 0 }, total: { nodes: 0, edges: 0 }, reason: null },
};

export function reduce(state: ChartState, action: ChartAction): ChartState {
  switch (action.do) {
    case "load":
      return load(state, action.subgraph, action.discounted ?? new Set());
    case "expand":
      return changed(state, expand(state, action.origin, action.neighbours));
    case "add":
      return { ...changed(state, add(state, action.node, action.neighbours)), selected: action.node.key };
    case "move":
      return changed(state, { nodes: moved(state.nodes, action.positions) });
    case "select":
      return { ...state, selected: action.key !== null && state.nodes.has(action.key) ? action.key : null, path: [] };
    case "path":
      return { ...state, path: action.keys };
    case "hide": {
      const gone = new Set(action.keys);
      const next = changed(state, { hidden: new Set([...state.hidden, ...gone]) });
      return { ...next, selected: next.selected !== null && gone.has(next.selected) ? null : next.selected, path: [] };
    }
    case "toggle-type": {
      const types = new Set(state.hiddenTypes);
      if (!types.delete(action.type)) types.add(action.type);
      return changed(state, { hiddenTypes: types });
    }
    case "show-all":
      return changed(state, { hidden: new Set(), hiddenTypes: new Set() });
    case "undo":
      return travel(state, "past", "future");
    case "redo":
      return travel(state, "future", "past");
  }
}

export function isVisible(state: Picture, key: string): boolean {
  const node = state.nodes.get(key);
  return node !== undefined && !state.hidden.has(key) && !state.hiddenTypes.has(node.type);
}

/** The visible nodes next to `key`. */
export function neighboursOf(state: Picture, key: string): Set<string> {
  const near = new Set<string>();
  for (const edge of state.edges.values()) {
    const other = edge.source === key ? edge.target : edge.target === key ? edge.source : null;
    if (other !== null && isVisible(state, other)) near.add(other);
  }
  return near;
}

/** How many there are of each type; a bundle counts as the accounts it stands for. */
export function typesOf(state: Picture): Map<EntityType, number> {
  const counts = new Map<EntityType, number>();
  for (const node of state.nodes.values()) counts.set(node.type, (counts.get(node.type) ?? 0) + (isBundle(node) ? node.size : 1));
  return counts;
}

function load(state: ChartState, graph: Subgraph, discounted: ReadonlySet<string>): ChartState {
  const nodes = new Map<string, ChartNode>();
  const keys = graph.nodes.id.map((id, i) => {
    const type = graph.nodes.type[i]!;
    const key = nodeKey(type, id);
    nodes.set(key, {
      key,
      type,
      id,
      label: graph.nodes.label[i] || id,
      x: graph.nodes.x[i] ?? 0,
      y: graph.nodes.y[i] ?? 0,
      size: graph.nodes.size[i] ?? 1,
      state: graph.nodes.state[i] ?? (discounted.has(key) ? "discounted" : null),
      total: graph.nodes.total[i] ?? 0,
    });
    return key;
  });
  for (const arranged of [drawnIn, laidFlat]) for (const [key, { x, y }] of arranged(nodes)) nodes.set(key, { ...nodes.get(key)!, x, y });
  const edges = new Map<string, ChartEdge>();
  graph.edges.source.forEach((from, i) => {
    const source = keys[from];
    const target = keys[graph.edges.target[i]!];
    if (source === undefined || target === undefined || source === target) return;
    const relation = graph.edges.type[i] ?? "";
    const key = edgeKey(source, target, relation);
    edges.set(key, { key, source, target, relation, weight: graph.edges.weight[i] ?? 1, inferred: graph.edges.inferred[i] ?? false });
  });
  return {
    ...EMPTY,
    version: graph.version,
    nodes,
    edges,
    selected: state.selected !== null && nodes.has(state.selected) ? state.selected : null,
    budget: { shown: graph.shown, total: graph.total, reason: graph.reason },
  };
}

function expand(state: ChartState, origin: string, neighbours: readonly Neighbour[]): Partial<Picture> {
  const centre = state.nodes.get(origin);
  if (centre === undefined) return {};
  const fresh = neighbours.filter((n) => !state.nodes.has(nodeKey(n.type, n.id)));
  const places = placeAround(centre, fresh.length, [...state.nodes.values()]);
  const nodes = new Map(state.nodes);
  fresh.forEach((n, i) => {
    const key = nodeKey(n.type, n.id);
    nodes.set(key, { key, type: n.type, id: n.id, label: n.label || n.id, ...places[i]!, size: 1, state: n.state, total: n.total ?? 0 });
  });
  const edges = new Map(state.edges);
  // What was hidden before and is asked for again comes back.
  const hidden = new Set(state.hidden);
  for (const n of neighbours) {
    const other = nodeKey(n.type, n.id);
    const key = edgeKey(origin, other, n.relation);
    hidden.delete(other);
    if (!edges.has(key)) edges.set(key, { key, source: origin, target: other, relation: n.relation, weight: n.weight, inferred: isDerived(n.relation) });
  }
  return { nodes, edges, hidden };
}

function add(state: ChartState, node: ChartNode, neighbours: readonly Neighbour[]): Partial<Picture> {
  const known = neighbours.filter((n) => state.nodes.has(nodeKey(n.type, n.id)));
  const anchors = known.map((n) => state.nodes.get(nodeKey(n.type, n.id))!);
  const middle = anchors.length === 0 ? node : { x: mean(anchors, "x"), y: mean(anchors, "y") };
  const place = placeAround(middle, 1, [...state.nodes.values()])[0]!;
  const nodes = new Map(state.nodes).set(node.key, { ...node, ...place });
  return expand({ ...state, nodes }, node.key, known.length > 0 ? known : neighbours);
}

const mean = (nodes: readonly ChartNode[], axis: "x" | "y") => nodes.reduce((sum, n) => sum + n[axis], 0) / nodes.length;

const isDerived = (relation: string) => relation === "PROMPTED" || relation === "SHOWS" || relation === "MEMBER_OF" || relation === "SUPPORTED_BY";

function moved(nodes: ReadonlyMap<string, ChartNode>, positions: ReadonlyMap<string, { x: number; y: number }>): Map<string, ChartNode> {
  return new Map([...nodes].map(([key, node]) => [key, { ...node, ...positions.get(key) }]));
}

function picture({ nodes, edges, hidden, hiddenTypes }: Picture): Picture {
  return { nodes, edges, hidden, hiddenTypes };
}

function changed(state: ChartState, next: Partial<Picture>): ChartState {
  return { ...state, ...next, past: [...state.past, picture(state)].slice(-UNDO_STEPS), future: [] };
}

function travel(state: ChartState, from: "past" | "future", to: "past" | "future"): ChartState {
  const back = state[from].at(-1);
  if (back === undefined) return state;
  const selected = state.selected !== null && isVisible(back, state.selected) ? state.selected : null;
  return { ...state, ...back, selected, path: [], [from]: state[from].slice(0, -1), [to]: [...state[to], picture(state)] };
}
