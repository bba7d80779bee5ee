import type { JSX } from "preact";
import { Dialog, IconButton } from "../ui/parts";
import { helpOpen, keysOn, setKeys } from "./keys";

const KEYS: readonly (readonly [where: string, rows: readonly (readonly [keys: string, what: string])[]])[] = [
  ["Everywhere", [["/", "search"], ["?", "this page"]]],
  ["Clusters", [["j  k", "next, previous row"], ["Enter", "open"]]],
  [
    "Link chart, while it has the focus",
    [
      ["← ↑ → ↓", "walk to the nearest node in that direction"],
      ["e", "expand the selected node"],
      ["h", "hide it"],
      ["f", "fit"],
      ["+  −", "zoom"],
      ["Ctrl Z", "undo"],
      ["Ctrl Shift Z", "redo"],
      ["Esc", "clear the selection"],
    ],
  ],
];

export function Help(): JSX.Element | null {
  if (!helpOpen.value) return null;
  const close = () => (helpOpen.value = false);
  return (
    <Dialog title="Keyboard" onClose={close}>
      <div class="card-head">
        <h2 class="grow">Keyboard</h2>
        <IconButton icon="close" label="Close" onClick={close} />
      </div>
      <div class="dialog-body stack">
        {KEYS.map(([where, rows]) => (
          <section key={where}>
            <h3>{where}</h3>
            <dl class="keys">
              {rows.map(([keys, what]) => (
                <>
                  <dt>
                    {keys.split("  ").map((key) => (
                      <kbd key={key} class="kbd">
                        {key}
                      </kbd>
                    ))}
                  </dt>
                  <dd>{what}</dd>
                </>
              ))}
            </dl>
          </section>
        ))}
        <label class="row">
          <input type="checkbox" checked={keysOn.value} onChange={(event) => setKeys(event.currentTarget.checked)} />
          Single-letter keys are on
        </label>
      </div>
    </Dialog>
  );
}
