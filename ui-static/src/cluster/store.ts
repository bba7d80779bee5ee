// The chart of one cluster page: its state, and the calls that change it.

import { type Signal, signal } from "@preact/signals";
import { api } from "../api/client";
import type { EvidencePaths, EvidenceRow, Neighbour } from "../api/types";
import { asApiError } from "../app/load";
import { arrange } from "../chart/arrange";
import { nodeKey, splitKey } from "../chart/model";
import { type ChartAction, type ChartState, EMPTY, reduce } from "../chart/state";
import { entityName, plural, typeName } from "../ui/format";

export const EXPAND_STEP = 50;
const PAGES_AT_ONCE = 5;
/** How much the chart asks for, from the first picture to the fullest. About five links an account can still be told apart by eye. */
export const budgets = (accounts: number): readonly { nodes: number; edges: number }[] => [
  { nodes: 500, edges: Math.max(250, Math.min(2000, accounts * 5)) },
  { nodes: 1500, edges: 4000 },
];

export interface ChartStore {
  state: Signal<ChartState>;
  /** What was last done, for the line under the chart and for screen readers. */
  said: Signal<string>;
  busy: Signal<boolean>;
  path: Signal<EvidencePaths | null>;
  dispatch(action: ChartAction): void;
  /** Adds up to fifty neighbours; with a relation only those, going on where the last call stopped. */
  expand(key: string, relation?: string): Promise<void>;
  /** Selects what a row of evidence is about, and brings it onto the chart if it is not there. */
  reveal(row: Pick<EvidenceRow, "type" | "key" | "label">): Promise<void>;
  /** Finds the strongest evidence path between two nodes and shows it. */
  connect(from: string, to: string): Promise<void>;
  rearrange(): Promise<void>;
}

export function createChartStore(): ChartStore {
  const state = signal<ChartState>(EMPTY);
  const said = signal("");
  const busy = signal(false);
  const path = signal<EvidencePaths | null>(null);
  const cursors = new Map<string, string | null>();
  const dispatch = (action: ChartAction) => {
    if (action.do === "load") cursors.clear();
    if (action.do !== "path") path.value = null;
    state.value = reduce(state.value, action);
  };

  async function attempt(work: () => Promise<string>): Promise<void> {
    busy.value = true;
    try {
      said.value = await work();
    } catch (error) {
      said.value = asApiError(error).message;
    } finally {
      busy.value = false;
    }
  }

  return {
    state,
    said,
    busy,
    path,
    dispatch,
    expand: (key, relation) =>
      attempt(async () => {
        const { type, id } = splitKey(key);
        const place = `${key} ${relation ?? ""}`;
        for (let tries = 0; tries < PAGES_AT_ONCE; tries++) {
          const cursor = cursors.get(place);
          if (cursor === null) break;
          const page = await api.neighbours(type, id, { relation, limit: EXPAND_STEP, cursor });
          cursors.set(place, page.next);
          const before = state.value.nodes.size;
          // Nearly everything here belongs to the cluster of this page: its own mark would tie all of it to one point.
          const neighbours = relation === undefined ? page.items.filter((n) => n.type !== "cluster") : page.items;
          dispatch({ do: "expand", origin: key, neighbours });
          const added = state.value.nodes.size - before;
          // A page of what is already there is no answer to "expand": go on.
          if (added > 0) return `Added ${plural(added, "node")}${page.next === null ? "" : `; ${page.total} in all, expand again for more`}.`;
        }
        return cursors.get(place) === null ? "Everything it is linked to is on the chart." : "Nothing new among its strongest links; expand again for more.";
      }),
    reveal: async (row) => {
      const key = nodeKey(row.type, row.key);
      if (state.value.nodes.has(key)) return select(key, row.label);
      await attempt(async () => {
        const page = await api.neighbours(row.type, row.key, { limit: EXPAND_STEP });
        const node = { key, type: row.type, id: row.key, label: entityName(row.type, row.key, row.label), x: 0, y: 0, size: 2, state: null, total: page.total };
        dispatch({ do: "add", node, neighbours: page.items });
        return `${row.label} was brought onto the chart.`;
      });
    },
    connect: (from, to) =>
      attempt(async () => {
        const [a, b] = [splitKey(from), splitKey(to)];
        const found = await api.path(a.type, a.id, b.type, b.id);
        if (!found.found) return found.reason === "only-through-hubs" ? "Only what a great many share joins the two: that is no evidence." : "No evidence path joins the two.";
        joinPath(found);
        const keys = found.nodes.map((n) => nodeKey(n.type, n.id));
        dispatch({ do: "path", keys });
        path.value = found;
        return `Evidence path over ${plural(found.edges.length, "link")}.`;
      }),
    rearrange: () =>
      attempt(async () => {
        dispatch({ do: "move", positions: await arrange(state.value) });
        return "Arranged anew. Undo brings the old picture back.";
      }),
  };

  function select(key: string, label: string): void {
    dispatch({ do: "select", key });
    said.value = `${label}, ${typeName(splitKey(key).type)}, is selected.`;
  }

  function joinPath(found: EvidencePaths): void {
    for (const [i, edge] of found.edges.entries()) {
      const [a, b] = [found.nodes[i], found.nodes[i + 1]];
      if (a === undefined || b === undefined) continue;
      const neighbour: Neighbour = { ...b, relation: edge.relation, weight: 1, firstSeen: null, lastSeen: null, state: null, total: 0 };
      dispatch({ do: "expand", origin: nodeKey(a.type, a.id), neighbours: [neighbour] });
    }
  }
}
