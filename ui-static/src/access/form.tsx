// Small forms that send one thing: busy while it is under way, and what went wrong in words, with the focus where it can be mended.

import { useSignal } from "@preact/signals";
import type { ComponentChildren, JSX } from "preact";
import { useId, useLayoutEffect, useRef } from "preact/hooks";
import { asApiError } from "../app/load";

/** Said to people as it is. */
export class Mistake extends Error {}

interface FormProps {
  button: string;
  busy: string;
  /** What is sent; whatever it throws is said above the button. */
  onSend: (field: (name: string) => string, form: FormData) => Promise<void>;
  /** The words for what went wrong where the server's own are not fit. */
  words?: (error: unknown) => string | null;
  children: ComponentChildren;
  /** Beside the button. */
  more?: ComponentChildren;
}

export function SmallForm({ button, busy: busyText, onSend, words, children, more }: FormProps): JSX.Element {
  const busy = useSignal(false);
  const wrong = useSignal("");
  const box = useRef<HTMLFormElement>(null);
  const focus = () => box.current?.querySelector<HTMLInputElement>("[autofocus]")?.focus();
  // Browsers heed the attribute only when a page or dialog opens; forms come and go in between.
  useLayoutEffect(() => focus(), []);
  const submit = async (event: SubmitEvent) => {
    event.preventDefault();
    const form = new FormData(event.currentTarget as HTMLFormElement);
    busy.value = true;
    wrong.value = "";
    try {
      await onSend((name) => String(form.get(name) ?? ""), form);
    } catch (error) {
      wrong.value = words?.(error) ?? (error instanceof Mistake ? error.message : asApiError(error).message);
      const field = box.current?.querySelector<HTMLInputElement>("[data-suspect]");
      field?.focus();
      field?.select();
    } finally {
      busy.value = false;
    }
  };
  return (
    <form class="stack" onSubmit={submit} ref={box}>
      {children}
      <div class="wrong" role="alert">
        {wrong.value}
      </div>
      <div class="form-end">
        <button type="submit" class="button primary big" disabled={busy.value}>
          {busy.value ? busyText : button}
        </button>
        {more}
      </div>
    </form>
  );
}

interface FieldProps extends Omit<JSX.InputHTMLAttributes<HTMLInputElement>, "label"> {
  label: string;
  hint?: string;
  /** Gets the focus when the form has failed. */
  suspect?: boolean;
}

export function Field({ label, hint, suspect = false, ...input }: FieldProps): JSX.Element {
  const id = useId();
  return (
    <div class="labelled-field">
      <label for={id}>{label}</label>
      <input
        id={id}
        class="field"
        required
        spellcheck={false}
        autocapitalize="none"
        data-suspect={suspect ? "" : undefined}
        aria-describedby={hint === undefined ? undefined : `${id}-hint`}
        {...input}
      />
      {hint === undefined ? null : (
        <span class="hint" id={`${id}-hint`}>
          {hint}
        </span>
      )}
    </div>
  );
}
