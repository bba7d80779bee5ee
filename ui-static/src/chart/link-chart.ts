import type { ChartState } from "./state";

/** What an analyst did on the chart. */
export interface LinkChartEvents {
  /** A node or, with null, the empty ground was clicked; `extend` with Shift held. */
  select(key: string | null, extend: boolean): void;
  /** A node was double-clicked. */
  open(key: string): void;
  /** The drawing surface is gone (no WebGL, or its context was lost): only the table is left. */
  lost(): void;
}

/** Draws the chart and reports what is done on it. Holds no state of its own beyond the camera. */
export interface LinkChart {
  show(state: ChartState): void;
  /** Moves the camera so that everything visible is in the picture. */
  fit(atOnce?: boolean): void;
  zoom(factor: number): void;
  centre(key: string): void;
  /** Where a node is drawn, in pixels from the chart's upper left corner. */
  positionOf(key: string): { x: number; y: number } | null;
  /** Reads the colours again. */
  recolour(): void;
  destroy(): void;
}
