// Line icons on a 16-pixel grid, drawn for this product.

import type { JSX } from "preact";

const PATHS = {
  search: "M7 2.5a4.5 4.5 0 1 1 0 9 4.5 4.5 0 0 1 0-9zM10.3 10.3 13.5 13.5",
  fit: "M2.5 6V2.5H6M10 2.5h3.5V6M13.5 10v3.5H10M6 13.5H2.5V10",
  plus: "M8 3v10M3 8h10",
  minus: "M3 8h10",
  hide: "M2 8s2.2-4 6-4 6 4 6 4-2.2 4-6 4-6-4-6-4zM3 13.5 13 2.5",
  show: "M2 8s2.2-4 6-4 6 4 6 4-2.2 4-6 4-6-4-6-4zM8 6.3a1.7 1.7 0 1 1 0 3.4 1.7 1.7 0 0 1 0-3.4z",
  undo: "M5.5 3 2.5 6l3 3M2.5 6h6.7a3.8 3.8 0 0 1 0 7.6H6",
  redo: "M10.5 3l3 3-3 3M13.5 6H6.8a3.8 3.8 0 0 0 0 7.6H10",
  expand: "M8 6.3a1.7 1.7 0 1 1 0 3.4 1.7 1.7 0 0 1 0-3.4zM6.7 6.7 3.6 3.6M9.3 6.7l3.1-3.1M6.7 9.3l-3.1 3.1M9.3 9.3l3.1 3.1M3 6V3h3M10 3h3v3M13 10v3h-3M6 13H3v-3",
  arrange: "M4 2.5a1.5 1.5 0 1 1 0 3 1.5 1.5 0 0 1 0-3zM12 2.5a1.5 1.5 0 1 1 0 3 1.5 1.5 0 0 1 0-3zM8 10.5a1.5 1.5 0 1 1 0 3 1.5 1.5 0 0 1 0-3zM5.5 4h5M4.8 5.3 7.2 10.7M11.2 5.3 8.8 10.7",
  path: "M3.5 11a1.5 1.5 0 1 1 0 3 1.5 1.5 0 0 1 0-3zM12.5 2a1.5 1.5 0 1 1 0 3 1.5 1.5 0 0 1 0-3zM5 12.5h3.2a2.2 2.2 0 0 0 0-4.5H7.8a2.2 2.2 0 0 1 0-4.5H11",
  sun: "M8 5.3a2.7 2.7 0 1 1 0 5.4 2.7 2.7 0 0 1 0-5.4zM8 1.5v1.3M8 13.2v1.3M1.5 8h1.3M13.2 8h1.3M3.4 3.4l.9.9M11.7 11.7l.9.9M3.4 12.6l.9-.9M11.7 4.3l.9-.9",
  moon: "M13 9.6A5.6 5.6 0 0 1 6.4 3 5.6 5.6 0 1 0 13 9.6z",
  system: "M2.5 3h11v7.5h-11zM6 13.5h4M8 10.5v3",
  out: "M6.5 2.5h-4v11h4M9.5 5l3 3-3 3M12.5 8H6",
  back: "M9.5 3.5 5 8l4.5 4.5",
  next: "M6.5 3.5 11 8l-4.5 4.5",
  up: "M8 12.5v-9M4.5 7 8 3.5 11.5 7",
  down: "M8 3.5v9M4.5 9 8 12.5 11.5 9",
  fold: "M3.5 6 8 10.5 12.5 6",
  close: "M4 4l8 8M12 4l-8 8",
  check: "M3 8.5 6.5 12 13 4.5",
  warn: "M8 2.5 14.2 13.5H1.8zM8 6.5v3.2M8 11.4v.3",
  none: "M2.5 5 8 2.5 13.5 5v6L8 13.5 2.5 11zM2.5 5 8 7.5 13.5 5M8 7.5v6",
  help: "M6.2 6.2a1.9 1.9 0 1 1 2.7 1.9c-.6.3-.9.7-.9 1.4M8 11.6v.2M8 1.8a6.2 6.2 0 1 1 0 12.4A6.2 6.2 0 0 1 8 1.8z",
  payment: "M2 4h12v8.5H2zM2 6.7h12M4.5 10h2.5",
  network: "M8 2a6 6 0 1 1 0 12A6 6 0 0 1 8 2zM2 8h12M8 2c3.6 3.5 3.6 8.5 0 12-3.6-3.5-3.6-8.5 0-12z",
  client: "M2.5 3h11v7.5h-11zM1.5 13h13",
  prompt: "M2.5 3h11v8h-6L4.5 13.5V11h-2zM5 6h6M5 8.3h4",
  timing: "M8 2.2a5.8 5.8 0 1 1 0 11.6A5.8 5.8 0 0 1 8 2.2zM8 5v3.2l2.2 1.6",
  creation: "M6.5 2.8a2.5 2.5 0 1 1 0 5 2.5 2.5 0 0 1 0-5zM2 13.5c.3-2.8 2-4.2 4.5-4.2s4.2 1.4 4.5 4.2M12.5 4v4M10.5 6h4",
} as const;

export type IconName = keyof typeof PATHS;

export const isIcon = (name: string): name is IconName => name in PATHS;

export function Icon({ name, size = 16, class: className }: { name: IconName; size?: number; class?: string }): JSX.Element {
  return (
    <svg class={className} width={size} height={size} viewBox="0 0 16 16" fill="none" stroke="currentColor" stroke-width="1.4" stroke-linecap="round" stroke-linejoin="round" aria-hidden="true">
      <path d={PATHS[name]} />
    </svg>
  );
}

/** Iolaus burned the necks of the hydra: three of them, one alight. */
export function Logo({ size = 26 }: { size?: number }): JSX.Element {
  return (
    <svg width={size} height={size} viewBox="0 0 32 32" fill="none" stroke-linecap="round" aria-hidden="true">
      <g stroke="currentColor" stroke-width="2.2">
        <path d="M16 29.5c0-7-9.8-5-9.8-11.7M16 29.5c0-7 9.8-5 9.8-11.7M16 29.5V19" />
        <circle cx="6.2" cy="14.6" r="3.1" />
        <circle cx="25.8" cy="14.6" r="3.1" />
      </g>
      <path class="flame" d="M16 1.5c.8 4 5 6 5 10.6a5 5 0 0 1-10 0c0-2.3 4.2-4.9 5-10.6z" />
    </svg>
  );
}
