// What the link chart shows, free of any drawing library.

import type { EntityType } from "../api/types";

export interface ChartNode {
  key: string;
  type: EntityType;
  id: string;
  label: string;
  x: number;
  y: number;
  /** Relative weight of the node in the picture; the palette turns it into pixels. */
  size: number;
  state: string | null;
  /** How many neighbours it has in the whole graph. */
  total: number;
}

export interface ChartEdge {
  key: string;
  source: string;
  target: string;
  relation: string;
  weight: number;
  /** Derived by a detector rather than seen in an event. */
  inferred: boolean;
}

export const nodeKey = (type: EntityType, id: string): string => `${type}:${id}`;

export function splitKey(key: string): { type: EntityType; id: string } {
  const cut = key.indexOf(":");
  return { type: key.slice(0, cut) as EntityType, id: key.slice(cut + 1) };
}

export const edgeKey = (a: string, b: string, relation: string): string => (a < b ? `${a}|${b}|${relation}` : `${b}|${a}|${relation}`);
