import { useSignal } from "@preact/signals";
import type { JSX } from "preact";

/** Puts a text into the clipboard and says so. Where the browser offers none (plain HTTP from afar), the text is to be marked by hand. */
export function CopyButton({ text, what }: { text: string; what: string }): JSX.Element {
  const said = useSignal("");
  const copy = async () => {
    try {
      await navigator.clipboard.writeText(text);
      said.value = "Copied";
    } catch {
      said.value = "Not possible here: mark it and copy it by hand";
    }
  };
  return (
    <span class="row wrap">
      <button type="button" class="button small" onClick={() => void copy()}>
        Copy {what}
      </button>
      <span class="muted" role="status">
        {said.value}
      </span>
    </span>
  );
}
