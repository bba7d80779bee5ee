import type { JSX } from "preact";
import { CopyButton } from "./copy";

/** A secret that is shown this once. */
export function ShownOnce(props: { title: string; secret: string; what: string; onGone: () => void }): JSX.Element {
  return (
    <div class="once" role="status">
      <b>{props.title}</b>
      <span class="muted">It is shown only now. Copy it before you go on.</span>
      <output class="secret mono" aria-label={props.title}>
        {props.secret}
      </output>
      <span class="row wrap">
        <CopyButton text={props.secret} what={props.what} />
        <button type="button" class="button small quiet" onClick={props.onGone}>
          I have it
        </button>
      </span>
    </div>
  );
}
