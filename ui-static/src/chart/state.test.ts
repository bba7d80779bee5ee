import { expect, test } from "vitest";
import type { Neighbour, Subgraph } from "../api/types";
import { type ChartAction, type ChartState, EMPTY, isVisible, neighboursOf, reduce, UNDO_STEPS } from "./state";

const SMALL: Subgraph = {
  version: "1",
  level: "default",
  nodes: {
    id: ["a", "b", "c"],
    type: ["account", "account", "payment"],
    label: ["a", "b", "card"],
    x: [0, 9, 5],
    y: [0, 0, 4],
    size: [1, 1, 2],
    state: ["labelled", "review", null],
    total: [3, 3, 2],
    bundle: [null, null, null],
    first: [null, null, null],
  },
  edges: { source: [0, 1], target: [2, 2], type: ["PAID_WITH", "PAID_WITH"], weight: [4, 1], inferred: [false, false] },
  shown: { nodes: 3, edges: 2 },
  total: { nodes: 9, edges: 8 },
  accounts: { shown: 2, total: 7 },
  reason: "budget",
  continue: null,
};

const neighbour = (id: string): Neighbour => ({ type: "ip", id, label: id, relation: "CONNECTED_FROM", weight: 1, firstSeen: null, lastSeen: null, state: null, total: 5 });

const after = (...actions: ChartAction[]): ChartState => actions.reduce(reduce, reduce(EMPTY, { do: "load", subgraph: SMALL }));

test("loads columns and keeps what was cut", () => {
  const state = after();
  expect([...state.nodes.keys()]).toEqual(["account:a", "account:b", "payment:c"]);
  expect(neighboursOf(state, "payment:c")).toEqual(new Set(["account:a", "account:b"]));
  expect(state.budget.reason).toBe("budget");
  expect(state.past).toHaveLength(0);
});

test("what is shared but discounted is marked so", () => {
  const state = reduce(EMPTY, { do: "load", subgraph: SMALL, discounted: new Set(["payment:c"]) });
  expect(state.nodes.get("payment:c")!.state).toBe("discounted");
  expect(state.nodes.get("account:a")!.state).toBe("labelled");
});

test("edges whose ends are missing are left out", () => {
  const broken = { ...SMALL, edges: { ...SMALL.edges, target: [2, 7] } };
  expect(reduce(EMPTY, { do: "load", subgraph: broken }).edges.size).toBe(1);
});

test("expanding adds neighbours and moves nothing", () => {
  const state = after({ do: "expand", origin: "account:a", neighbours: [neighbour("192.0.2.1"), neighbour("192.0.2.2")] });
  expect(state.nodes.size).toBe(5);
  expect(state.nodes.get("account:b")).toEqual(after().nodes.get("account:b"));
  expect(neighboursOf(state, "account:a").size).toBe(3);
});

test("expanding twice changes nothing", () => {
  const once = after({ do: "expand", origin: "account:a", neighbours: [neighbour("192.0.2.1")] });
  const twice = reduce(once, { do: "expand", origin: "account:a", neighbours: [neighbour("192.0.2.1")] });
  expect(twice.nodes).toEqual(once.nodes);
  expect(twice.edges).toEqual(once.edges);
});

test("a hidden node comes back when it is expanded again, or by undo", () => {
  const hidden = after({ do: "select", key: "payment:c" }, { do: "hide", keys: ["payment:c"] });
  expect(isVisible(hidden, "payment:c")).toBe(false);
  expect(hidden.selected).toBeNull();
  const card: Neighbour = { ...neighbour("c"), type: "payment", relation: "PAID_WITH" };
  expect(isVisible(reduce(hidden, { do: "expand", origin: "account:a", neighbours: [card] }), "payment:c")).toBe(true);
  expect(isVisible(reduce(hidden, { do: "undo" }), "payment:c")).toBe(true);
});

test("redo repeats what undo took back, until something else is done", () => {
  const hidden = after({ do: "hide", keys: ["account:a"] });
  const back = reduce(hidden, { do: "undo" });
  expect(isVisible(reduce(back, { do: "redo" }), "account:a")).toBe(false);
  expect(reduce(reduce(back, { do: "toggle-type", type: "payment" }), { do: "redo" }).hiddenTypes.size).toBe(1);
});

test("remembers a hundred steps, not more", () => {
  const toggles = Array.from({ length: UNDO_STEPS + 20 }, (): ChartAction => ({ do: "toggle-type", type: "ip" }));
  expect(after(...toggles).past).toHaveLength(UNDO_STEPS);
});

test("selecting is no step to undo", () => {
  const state = after({ do: "select", key: "account:a" });
  expect(state.selected).toBe("account:a");
  expect(state.past).toHaveLength(0);
  expect(reduce(state, { do: "select", key: "account:gone" }).selected).toBeNull();
});

test("evidence that is not on the chart joins next to what it is linked to", () => {
  const node = { key: "ip:192.0.2.9", type: "ip", id: "192.0.2.9", label: "192.0.2.9", x: 0, y: 0, size: 1, state: null, total: 2 } as const;
  const known: Neighbour = { ...neighbour("a"), type: "account" };
  const stranger: Neighbour = { ...neighbour("zzz"), type: "account" };
  const state = after({ do: "add", node, neighbours: [known, stranger] });
  expect(state.selected).toBe("ip:192.0.2.9");
  expect([...neighboursOf(state, node.key)]).toEqual(["account:a"]);
  expect(state.nodes.has("account:zzz")).toBe(false);
});
