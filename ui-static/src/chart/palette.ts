// Colour and shape of each type: Okabe-Ito, told apart by shape as well, with an outline where a colour is too pale for the ground.

import { token } from "../app/theme";
import type { EntityType } from "../api/types";

export type Shape = "circle" | "square" | "diamond" | "triangle" | "hexagon" | "pentagon" | "plus" | "octagon";

export const SHAPES: readonly Shape[] = ["circle", "square", "diamond", "triangle", "hexagon", "pentagon", "plus", "octagon"];

export const SHAPE_OF: Record<EntityType, Shape> = {
  account: "circle",
  payment: "square",
  ip: "diamond",
  network: "octagon",
  identifier: "pentagon",
  "prompt-family": "triangle",
  pattern: "plus",
  organization: "hexagon",
  cluster: "octagon",
};

/** The order of the legend: what carries most evidence first. */
export const TYPES: readonly EntityType[] = ["account", "payment", "ip", "network", "identifier", "prompt-family", "pattern", "organization", "cluster"];

export interface Palette {
  fill: Record<EntityType, string>;
  line: Record<EntityType, string>;
  ground: string;
  surface: string;
  text: string;
  edge: string;
  edgeInferred: string;
  edgeStrong: string;
  selection: string;
}

/** The palette of the present theme, from the CSS variables. */
export function palette(): Palette {
  const byType = (suffix: string) => Object.fromEntries(TYPES.map((type) => [type, token(`--node-${type}${suffix}`)])) as Record<EntityType, string>;
  return {
    fill: byType(""),
    line: byType("-line"),
    ground: token("--chart-ground"),
    surface: token("--surface"),
    text: token("--text"),
    edge: token("--edge"),
    edgeInferred: token("--edge-inferred"),
    edgeStrong: token("--edge-strong"),
    selection: token("--selection"),
  };
}

/** Radius in pixels at the fitted zoom. Many nodes, or little room (the chart's shorter side, in pixels), draw smaller. */
export function radius(type: EntityType, size: number, nodes: number, room: number): number {
  const density = nodes > 900 ? 0.62 : nodes > 400 ? 0.78 : nodes > 150 ? 0.9 : 1.1;
  const much = Math.log2(Math.max(1, size));
  const base = type === "account" ? 4.2 + Math.min(9, much * 1.3) : 5.6 + Math.min(6.5, much * 0.95);
  return base * density * Math.max(0.68, Math.min(1.1, room / 600));
}
