import { useSignal } from "@preact/signals";
import type { JSX } from "preact";
import { useLayoutEffect, useRef } from "preact/hooks";
import { asApiError } from "../app/load";

/** A button for what takes something away: it asks once more, in words, before it does it. */
export function ConfirmButton(props: { text: string; question: string; onDo: () => Promise<void>; label?: string }): JSX.Element {
  const asking = useSignal(false);
  const busy = useSignal(false);
  const wrong = useSignal("");
  const start = useRef<HTMLButtonElement>(null);
  const yes = useRef<HTMLButtonElement>(null);
  const before = useRef(false);
  // The button that was pressed goes away: the focus follows to what took its place.
  useLayoutEffect(() => {
    if (asking.value !== before.current) (asking.value ? yes : start).current?.focus();
    before.current = asking.value;
  }, [asking.value]);
  const act = async () => {
    busy.value = true;
    wrong.value = "";
    try {
      await props.onDo();
      asking.value = false;
    } catch (error) {
      wrong.value = asApiError(error).message;
    } finally {
      busy.value = false;
    }
  };
  if (!asking.value) {
    return (
      <button type="button" class="button small" ref={start} aria-label={props.label} onClick={() => (asking.value = true)}>
        {props.text}
      </button>
    );
  }
  return (
    <span class="row wrap asks" role="group" aria-label={props.text}>
      <span>{props.question}</span>
      <button type="button" class="button small danger" ref={yes} disabled={busy.value} onClick={() => void act()}>
        {props.text}
      </button>
      <button type="button" class="button small quiet" disabled={busy.value} onClick={() => (asking.value = false)}>
        Cancel
      </button>
      <span class="wrong" role="alert">
        {wrong.value}
      </span>
    </span>
  );
}
