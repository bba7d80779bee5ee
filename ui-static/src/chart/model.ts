// What the link chart shows, free of any drawing library.

import type { EntityType } from "../api/types";

export interface ChartNode {
  key: string;
  type: EntityType;
  id: string;
  label: string;
  x: number;
  y: number;
  /** For accounts how many it stands for, for others how many members share it. */
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

/** Whether one mark stands for several accounts that share the same things. */
export const isBundle = (node: ChartNode): boolean => node.type === "account" && node.size > 1;

export const edgeKey = (a: string, b: string, relation: string): string => (a < b ? `${a}|${b}|${relation}` : `${b}|${a}|${relation}`);
