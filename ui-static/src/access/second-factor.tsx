// Giving a code of the second factor, and setting one up.

import { useSignal } from "@preact/signals";
import type { JSX } from "preact";
import { api } from "../api/client";
import type { Confirmation, Session } from "../api/types";
import { useLoad } from "../app/load";
import { Bones, Failed } from "../ui/parts";
import { CopyButton } from "./copy";
import { Field, SmallForm } from "./form";
import { grouped, plainCode } from "./secret";

/** Asks for a code of the device, or for a recovery code where the device is lost. */
export function CodeForm({ onDone }: { onDone: (session: Session) => void }): JSX.Element {
  const lost = useSignal(false);
  return (
    <SmallForm
      key={lost.value ? "lost" : "device"}
      button="Continue"
      busy="Checking…"
      onSend={async (field) => onDone(await api.giveCode(plainCode(field("code"))))}
      more={
        <button type="button" class="button quiet" onClick={() => (lost.value = !lost.value)}>
          {lost.value ? "Use a code of the app" : "Use a recovery code"}
        </button>
      }
    >
      {lost.value ? (
        <Field key="lost" label="Recovery code" name="code" autocomplete="off" hint="One of those you kept, as xxxx-xxxx-xxxx-xxxx. Each is good once." autofocus suspect />
      ) : (
        <DeviceCode />
      )}
    </SmallForm>
  );
}

function DeviceCode(): JSX.Element {
  return <Field key="device" label="Code" name="code" autocomplete="one-time-code" inputMode="numeric" hint="Six digits, from your authenticator app." autofocus suspect />;
}

/** Sets a second factor up, or another device for it: the secret, a code that shows it works, the recovery codes. */
export function Enrolment({ onDone, onCancel }: { onDone: (session: Session) => void; onCancel?: () => void }): JSX.Element {
  const { state, retry } = useLoad("enrolment", () => api.enrol());
  const confirmed = useSignal<Confirmation | null>(null);
  const done = confirmed.value;
  if (done !== null) return <RecoveryCodes codes={done.recoveryCodes} onKept={() => onDone(done.session)} />;
  if (state.value.kind === "failed") return <Failed error={state.value.error} what="The second factor" onRetry={retry} />;
  if (state.value.kind === "loading") return <Bones rows={3} label="Making a secret" />;
  const { secret, uri } = state.value.value;
  return (
    <SmallForm
      button="Confirm"
      busy="Checking…"
      onSend={async (field) => void (confirmed.value = await api.confirm(plainCode(field("code"))))}
      more={
        onCancel === undefined ? null : (
          <button type="button" class="button quiet" onClick={onCancel}>
            Cancel
          </button>
        )
      }
    >
      <p>
        Add an account to your authenticator app with this key (time-based, six digits), or <a href={uri}>open the app on this device</a>.
      </p>
      <output class="secret mono" aria-label="Key">
        {grouped(secret)}
      </output>
      <CopyButton text={secret} what="key" />
      <p>Then type the code that the app shows.</p>
      <DeviceCode />
    </SmallForm>
  );
}

function RecoveryCodes({ codes, onKept }: { codes: readonly string[]; onKept: () => void }): JSX.Element {
  return (
    <SmallForm button="Continue" busy="Continue" onSend={async () => onKept()}>
      <p role="status">
        <b>The second factor is set up.</b>
      </p>
      <p>Keep these recovery codes where your device is not. Each opens your account once, if the device is lost. They are shown only now.</p>
      <ul class="secret codes mono" aria-label="Recovery codes">
        {codes.map((code) => (
          <li key={code}>{code}</li>
        ))}
      </ul>
      <CopyButton text={codes.join("\n")} what="codes" />
      <label class="row check">
        <input type="checkbox" name="kept" required autofocus /> I have kept them
      </label>
    </SmallForm>
  );
}
