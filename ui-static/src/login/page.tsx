import { useSignal } from "@preact/signals";
import type { JSX } from "preact";
import { ApiError } from "../api/client";
import { resume, session, signIn } from "../app/session";
import { ThemeSwitch } from "../app/shell";
import { Logo } from "../ui/icons";
import { Dialog, Note } from "../ui/parts";

/** The first page of someone who is not signed in. */
export function LoginPage(): JSX.Element {
  return (
    <main class="login">
      <div class="login-corner">
        <ThemeSwitch />
      </div>
      <div class="login-card card">
        <div class="login-brand">
          <Logo size={40} />
          <h1>Iolaus</h1>
          <p class="muted">Networks of accounts that are run as one</p>
        </div>
        <SignInForm user="" />
      </div>
      <p class="login-foot muted">
        The first password of <b>admin</b> is printed when the server starts, and kept in the home’s <span class="mono">secrets/admin.password</span>.
      </p>
    </main>
  );
}

/** The session ended while someone worked: the screen stays, the password is asked for on top of it. */
export function SessionExpired(): JSX.Element | null {
  const now = session.value;
  if (now.kind !== "expired") return null;
  return (
    <Dialog title="Session expired">
      <div class="dialog-body stack">
        <h2>Your session has expired</h2>
        <p class="muted">Sign in again to go on where you are. Nothing on the page is lost.</p>
        <SignInForm user={now.session.user} />
      </div>
    </Dialog>
  );
}

export function ServerUnreachable({ message }: { message: string }): JSX.Element {
  return (
    <main class="login">
      <div class="login-card card">
        <Note icon="warn" title="The server does not answer">
          <p>{message}</p>
          <button type="button" class="button" onClick={() => void resume()}>
            Try again
          </button>
        </Note>
      </div>
    </main>
  );
}

function SignInForm({ user }: { user: string }): JSX.Element {
  const busy = useSignal(false);
  const wrong = useSignal<string | null>(null);
  const submit = async (event: SubmitEvent) => {
    event.preventDefault();
    const form = new FormData(event.currentTarget as HTMLFormElement);
    busy.value = true;
    wrong.value = null;
    try {
      await signIn(String(form.get("username")), String(form.get("password")));
    } catch (error) {
      wrong.value = error instanceof ApiError && error.status === 401 ? "User name or password is wrong." : error instanceof Error ? error.message : String(error);
    } finally {
      busy.value = false;
    }
  };
  return (
    <form class="stack" onSubmit={submit}>
      <label class="labelled-field">
        User name
        <input class="field" name="username" autocomplete="username" required autofocus={user === ""} defaultValue={user} spellcheck={false} autocapitalize="none" />
      </label>
      <label class="labelled-field">
        Password
        <input class="field" name="password" type="password" autocomplete="current-password" required autofocus={user !== ""} />
      </label>
      <div class="wrong" role="alert">
        {wrong.value}
      </div>
      <button type="submit" class="button primary big" disabled={busy.value}>
        {busy.value ? "Signing in…" : "Sign in"}
      </button>
    </form>
  );
}
