import type { JSX } from "preact";
import { api } from "../api/client";
import type { Session } from "../api/types";
import { Field, Mistake, SmallForm } from "./form";
import { passwordMistake } from "./secret";

/** Another password for who is signed in. All other sessions end. */
export function PasswordForm({ user, focused = false, onDone }: { user: string; focused?: boolean; onDone: (session: Session) => void }): JSX.Element {
  return (
    <SmallForm
      button="Change password"
      busy="Changing…"
      onSend={async (field) => {
        const [current, next] = [field("current"), field("password")];
        const mistake = passwordMistake(current, next, field("again"));
        if (mistake !== null) throw new Mistake(mistake);
        onDone(await api.changePassword(current, next));
      }}
    >
      {/* Tells password managers whose it is. */}
      <input type="text" name="username" autocomplete="username" value={user} readOnly hidden />
      <Field label="Current password" name="current" type="password" autocomplete="current-password" autofocus={focused} />
      <Field
        label="New password"
        name="password"
        type="password"
        autocomplete="new-password"
        hint="12 characters or more, of any kind."
        suspect
      />
      <Field label="New password again" name="again" type="password" autocomplete="new-password" />
    </SmallForm>
  );
}
