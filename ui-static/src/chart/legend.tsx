// What the marks mean; each type can be switched off.

import { useSignal } from "@preact/signals";
import type { JSX } from "preact";
import type { ChartStore } from "../cluster/store";
import { count, typeName } from "../ui/format";
import { Icon } from "../ui/icons";
import { TypeGlyph } from "../ui/parts";
import { TYPES } from "./palette";
import { typesOf } from "./state";

export function Legend({ store }: { store: ChartStore }): JSX.Element {
  const open = useSignal(true);
  const state = store.state.value;
  const types = typesOf(state);
  return (
    <div class="legend">
      <button type="button" class="legend-head" aria-expanded={open.value} onClick={() => (open.value = !open.value)}>
        Legend
        <Icon name={open.value ? "fold" : "next"} size={12} />
      </button>
      {open.value ? (
        <ul>
          {TYPES.filter((type) => types.has(type)).map((type) => {
            const on = !state.hiddenTypes.has(type);
            return (
              <li key={type}>
                <button type="button" class={on ? "" : "off"} aria-pressed={on} title={on ? "Hide this type" : "Show this type"} onClick={() => store.dispatch({ do: "toggle-type", type })}>
                  <TypeGlyph type={type} />
                  <span class="grow">{typeName(type, types.get(type))}</span>
                  <span class="num muted">{count(types.get(type))}</span>
                </button>
              </li>
            );
          })}
          <li class="legend-key">
            <TypeGlyph type="account" hollow />
            account in review
          </li>
          {[...state.nodes.values()].some((n) => n.state === "discounted") ? (
            <li class="legend-key">
              <TypeGlyph type="ip" hollow />
              shared, but discounted
            </li>
          ) : null}
          <li class="legend-key">
            <Line /> seen in events
          </li>
          <li class="legend-key">
            <Line dashed /> derived by a detector
          </li>
        </ul>
      ) : null}
    </div>
  );
}

function Line({ dashed = false }: { dashed?: boolean }): JSX.Element {
  return (
    <svg width="22" height="8" viewBox="0 0 22 8" aria-hidden="true">
      <path d="M0 4h22" stroke="var(--edge-strong)" stroke-width="1.6" stroke-dasharray={dashed ? "4 3" : undefined} />
    </svg>
  );
}
