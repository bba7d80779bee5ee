// Adding a user, and changing one.

import { useSignal } from "@preact/signals";
import type { ComponentChildren, JSX } from "preact";
import { RoleChoices } from "../access/choices";
import { ConfirmButton } from "../access/confirm";
import { Field, Mistake, SmallForm } from "../access/form";
import { ShownOnce } from "../access/once";
import { ROLES } from "../access/roles";
import { api, ApiError } from "../api/client";
import type { User } from "../api/types";
import { provider } from "../app/sign-on";
import { Dialog, IconButton } from "../ui/parts";
import { changeOf, type Draft, lossOf } from "./change";

const ALL = ROLES.map(([role]) => role);

interface DialogProps {
  onClose: () => void;
  /** The list is no longer what it was. */
  onChanged: () => void;
}

/** While a secret is shown only its own button closes the dialog. */
function Frame(props: { title: string; held: boolean; onClose: () => void; children: ComponentChildren }): JSX.Element {
  return (
    <Dialog title={props.title} onClose={() => (props.held ? undefined : props.onClose())}>
      <div class="card-head">
        <h2 class="grow">{props.title}</h2>
        {props.held ? null : <IconButton icon="close" label="Close" onClick={props.onClose} />}
      </div>
      <div class="dialog-body stack">{props.children}</div>
    </Dialog>
  );
}

function rolesOf(form: FormData): string[] {
  const roles = form.getAll("roles").map(String);
  if (roles.length === 0) throw new Mistake("Choose at least one role.");
  return roles;
}

export function AddUser({ onClose, onChanged }: DialogProps): JSX.Element {
  const added = useSignal<{ name: string; password: string } | null>(null);
  return (
    <Frame title="Add a user" held={added.value !== null} onClose={onClose}>
      {added.value === null ? (
        <SmallForm
          button="Add"
          busy="Adding…"
          onSend={async (field, form) => {
            const { user, password } = await api.addUser(field("name").trim(), rolesOf(form), form.get("sign-on") !== null);
            onChanged();
            if (password === null) onClose();
            else added.value = { name: user.name, password };
          }}
        >
          <Field label="Name" name="name" autocomplete="off" maxLength={64} hint="Lower-case letters, digits and . - _ @. Decisions name it, and it is never given out again." autofocus suspect />
          <RoleChoices legend="Roles" name="roles" offered={ALL} chosen={[]} />
          {provider.value === null ? null : (
            <label class="row check">
              <input type="checkbox" name="sign-on" /> Signs in with {provider.value}, without a password here
            </label>
          )}
        </SmallForm>
      ) : (
        <ShownOnce title={`Password of ${added.value.name} for one log-in`} secret={added.value.password} what="password" onGone={onClose} />
      )}
    </Frame>
  );
}

export function ChangeUser({ user: read, onClose, onChanged }: DialogProps & { user: User }): JSX.Element {
  const user = useSignal(read);
  const draft = useSignal<Draft>(read);
  const asked = useSignal<string | null>(null);
  const said = useSignal("");
  const reset = useSignal<string | null>(null);
  const { name } = read;

  const now = (next: User, what: string) => {
    user.value = next;
    draft.value = next;
    asked.value = null;
    said.value = what;
    onChanged();
  };
  const save = async () => {
    const change = changeOf(user.value, draft.value);
    if (change === null) return now(user.value, "Nothing to change.");
    try {
      now(await api.changeUser(user.value, change), "Saved.");
    } catch (error) {
      if (!(error instanceof ApiError && error.status === 412)) throw error;
      now(await api.user(name), `Somebody else changed ${name} meanwhile. This is how it is now: look again, then save.`);
    }
  };
  if (reset.value !== null) {
    return (
      <Frame title={name} held onClose={onClose}>
        <ShownOnce title={`Password of ${name} for one log-in`} secret={reset.value} what="password" onGone={() => (reset.value = null)} />
      </Frame>
    );
  }
  return (
    <Frame title={name} held={false} onClose={onClose}>
      <p role="status">{said.value}</p>
      {asked.value === null ? (
        <SmallForm
          key={user.value.version}
          button="Save"
          busy="Saving…"
          onSend={async (_, form) => {
            draft.value = { roles: rolesOf(form), state: form.get("active") === null ? "disabled" : "active" };
            said.value = "";
            asked.value = lossOf(user.value, draft.value);
            if (asked.value === null) await save();
          }}
        >
          <RoleChoices legend="Roles" name="roles" offered={ALL} chosen={draft.value.roles} />
          <label class="row check">
            <input type="checkbox" name="active" defaultChecked={draft.value.state === "active"} /> Active
          </label>
        </SmallForm>
      ) : (
        <SmallForm
          button="Yes, save"
          busy="Saving…"
          onSend={save}
          more={
            <button type="button" class="button quiet" autofocus onClick={() => (asked.value = null)}>
              Cancel
            </button>
          }
        >
          <p>{asked.value}</p>
        </SmallForm>
      )}
      <div class="acts">
        {user.value.installation || user.value.signOn ? null : (
          <ConfirmButton
            text="Reset password"
            question="The present one stops working, and all sessions end."
            onDo={async () => {
              const answer = await api.resetPassword(name);
              now(answer.user, "");
              reset.value = answer.password;
            }}
          />
        )}
        {user.value.secondFactor ? (
          <ConfirmButton
            text="Take second factor away"
            question="The password alone is then enough, and all sessions end."
            onDo={async () => now(await api.secondFactorOff(name), "The second factor is taken away.")}
          />
        ) : null}
        <ConfirmButton
          text="End sessions"
          question={`${name} has to log in again everywhere.`}
          onDo={async () => {
            await api.endSessions(name);
            now(await api.user(name), "All sessions have ended.");
          }}
        />
      </div>
    </Frame>
  );
}
