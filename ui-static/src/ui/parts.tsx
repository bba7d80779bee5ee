// Small parts that every screen uses.

import type { ComponentChildren, JSX } from "preact";
import { useEffect, useRef } from "preact/hooks";
import type { ApiError } from "../api/client";
import type { EntityType } from "../api/types";
import { SHAPE_OF, type Shape } from "../chart/palette";
import { percent, score as scoreText, typeName, words } from "./format";
import { Icon, type IconName, isIcon } from "./icons";

export const FACETS = ["payment", "network", "client", "prompt", "timing", "creation"] as const;

export function StatePill({ state }: { state: string }): JSX.Element {
  const text = state === "labelled" ? "Labelled" : state === "review" ? "Review" : words(state);
  return <span class={`pill ${state}`}>{text}</span>;
}

export function Meter({ value, hot = false, width = 56 }: { value: number; hot?: boolean; width?: number }): JSX.Element {
  const share = Math.max(0, Math.min(1, value));
  return (
    <span class={hot ? "meter hot" : "meter"} style={{ width: `${width}px` }} aria-hidden="true">
      <span style={{ width: `${share * 100}%` }} />
    </span>
  );
}

export function Score({ value, hot }: { value: number; hot?: boolean }): JSX.Element {
  return (
    <span class="scored">
      <Meter value={value} hot={hot ?? false} />
      {scoreText(value)}
    </span>
  );
}

export function FacetStrip({ facets }: { facets: readonly string[] }): JSX.Element {
  return (
    <span class="facet-strip" role="img" aria-label={facets.length === 0 ? "no facets" : `Facets: ${facets.join(", ")}`} title={facets.map(words).join(" · ")}>
      {FACETS.map((facet) => (
        <Icon key={facet} name={facet} class={facets.includes(facet) ? "on" : "off"} />
      ))}
    </span>
  );
}

export function FacetName({ facet }: { facet: string }): JSX.Element {
  return (
    <span class="facet">
      {isIcon(facet) ? <Icon name={facet} /> : null}
      {words(facet)}
    </span>
  );
}

const OUTLINES: Record<Shape, string> = {
  circle: "M8 2a6 6 0 1 1 0 12A6 6 0 0 1 8 2z",
  square: "M2.8 2.8h10.4v10.4H2.8z",
  diamond: "M8 1l7 7-7 7-7-7z",
  triangle: "M8 1.5 15 13.5H1z",
  hexagon: "M4.4 2h7.2L15.2 8l-3.6 6H4.4L.8 8z",
  pentagon: "M8 1.2l6.8 5-2.6 8H3.8l-2.6-8z",
  plus: "M6 1.5h4V6h4.5v4H10v4.5H6V10H1.5V6H6z",
  octagon: "M5.3 1.5h5.4l3.8 3.8v5.4l-3.8 3.8H5.3l-3.8-3.8V5.3z",
};

/** The mark of a type, as the chart draws it; hollow for accounts in review. */
export function TypeGlyph({ type, size = 13, hollow = false }: { type: EntityType; size?: number; hollow?: boolean }): JSX.Element {
  const fill = hollow ? "var(--surface)" : `var(--node-${type})`;
  return (
    <svg class={hollow ? "glyph hollow" : "glyph"} width={size} height={size} viewBox="0 0 16 16" aria-hidden="true">
      <path d={OUTLINES[SHAPE_OF[type] ?? "circle"]} fill={fill} stroke={hollow ? `var(--node-${type})` : `var(--node-${type}-line)`} />
    </svg>
  );
}

export function TypeLabel({ type, n = 1 }: { type: EntityType; n?: number }): JSX.Element {
  return (
    <span class="row">
      <TypeGlyph type={type} />
      {typeName(type, n)}
    </span>
  );
}

export function IconButton(props: { icon: IconName; label: string; onClick: () => void; disabled?: boolean; pressed?: boolean }): JSX.Element {
  return (
    <button type="button" class="icon-button" aria-label={props.label} title={props.label} disabled={props.disabled} aria-pressed={props.pressed} onClick={props.onClick}>
      <Icon name={props.icon} />
    </button>
  );
}

export function Segmented<T extends string>(props: { label: string; value: T; options: readonly { value: T; text: string; tally?: string }[]; onChange: (value: T) => void }): JSX.Element {
  return (
    <div class="segmented" role="group" aria-label={props.label}>
      {props.options.map((option) => (
        <button key={option.value} type="button" aria-pressed={option.value === props.value} onClick={() => props.onChange(option.value)}>
          {option.text}
          {option.tally === undefined ? null : <span class="tally">{option.tally}</span>}
        </button>
      ))}
    </div>
  );
}

export interface Tab<T extends string> {
  id: T;
  text: string;
  tally?: string;
}

/** Tabs by the usual pattern: arrow keys move between them, Tab goes on into the panel `${name}-panel`. */
export function Tabs<T extends string>(props: { name: string; label: string; tabs: readonly Tab<T>[]; value: T; onChange: (id: T) => void }): JSX.Element {
  const list = useRef<HTMLDivElement>(null);
  const move = (event: KeyboardEvent) => {
    const step = event.key === "ArrowRight" ? 1 : event.key === "ArrowLeft" ? -1 : 0;
    if (step === 0) return;
    const at = props.tabs.findIndex((tab) => tab.id === props.value);
    const next = (at + step + props.tabs.length) % props.tabs.length;
    props.onChange(props.tabs[next]!.id);
    (list.current?.children[next] as HTMLElement | undefined)?.focus();
    event.preventDefault();
  };
  return (
    <div class="tabs" role="tablist" aria-label={props.label} ref={list} onKeyDown={move}>
      {props.tabs.map((tab) => (
        <button
          key={tab.id}
          type="button"
          role="tab"
          id={`${props.name}-${tab.id}`}
          aria-selected={tab.id === props.value}
          aria-controls={`${props.name}-panel`}
          tabIndex={tab.id === props.value ? 0 : -1}
          onClick={() => props.onChange(tab.id)}
        >
          {tab.text}
          {tab.tally === undefined ? null : <span class="tally">{tab.tally}</span>}
        </button>
      ))}
    </div>
  );
}

export function Note(props: { icon: IconName; title: string; children?: ComponentChildren; fill?: boolean; page?: boolean }): JSX.Element {
  return (
    <div class={props.fill === true ? "note fill" : "note"}>
      <Icon name={props.icon} />
      {props.page === true ? <h1>{props.title}</h1> : <strong>{props.title}</strong>}
      {props.children}
    </div>
  );
}

/** What went wrong and what to do; `page` when nothing else is on the page. */
export function Failed({ error, what, onRetry, page = false }: { error: ApiError; what: string; onRetry: () => void; page?: boolean }): JSX.Element {
  const title = error.status === 404 ? `${what} does not exist` : `${what} could not be loaded`;
  return (
    <div class="note fill" role="alert">
      <Icon name="warn" />
      {page ? <h1>{title}</h1> : <strong>{title}</strong>}
      <p>{error.message}</p>
      <p class="mono">{error.code}</p>
      {error.status === 404 ? (
        <a class="button" href="#/queue">
          Back to the clusters
        </a>
      ) : (
        <button type="button" class="button" onClick={onRetry}>
          Try again
        </button>
      )}
    </div>
  );
}

/** A page that is on its way, in the shape it will have. */
export function PageBones({ label }: { label: string }): JSX.Element {
  return (
    <div class="page-bones" role="status">
      <span class="hidden-text">{label}</span>
      <div class="bone" />
      <div class="bone" />
      <div class="bone" />
    </div>
  );
}

export function Bones({ rows = 6, label = "Loading" }: { rows?: number; label?: string }): JSX.Element {
  return (
    <div class="bones" role="status">
      <span class="hidden-text">{label}</span>
      {Array.from({ length: rows }, (_, i) => (
        <div key={i} class={`bone w${i % 4}`} />
      ))}
    </div>
  );
}

/** A dialog by the browser's own means: it keeps the focus inside and closes with Escape unless `onClose` is missing. */
export function Dialog(props: { title: string; onClose?: () => void; children: ComponentChildren }): JSX.Element {
  const box = useRef<HTMLDialogElement>(null);
  useEffect(() => {
    const dialog = box.current;
    dialog?.showModal();
    // Gives the focus back to where it was.
    return () => dialog?.close();
  }, []);
  return (
    <dialog
      ref={box}
      class="dialog"
      aria-label={props.title}
      onCancel={(event) => {
        event.preventDefault();
        props.onClose?.();
      }}
    >
      {props.children}
    </dialog>
  );
}

/** "showing 50 of 1,231" with a button for the rest. */
export function PageFoot(props: { shown: number; total: number; hidden?: number; what: string; more: boolean; busy: boolean; onMore: () => void }): JSX.Element {
  return (
    <div class="table-foot">
      <span role="status">
        Showing {props.shown.toLocaleString("en-GB")} of {props.total.toLocaleString("en-GB")} {props.what}
        {props.hidden ? `; ${props.hidden.toLocaleString("en-GB")} hidden by suppressions` : ""}
      </span>
      {props.more ? (
        <button type="button" class="button small" disabled={props.busy} onClick={props.onMore}>
          {props.busy ? "Loading…" : "Load more"}
        </button>
      ) : null}
    </div>
  );
}

export function Share({ value }: { value: number }): JSX.Element {
  return <span class="num">{percent(value)}</span>;
}
