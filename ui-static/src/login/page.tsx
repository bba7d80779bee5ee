import type { JSX } from "preact";
import { CodeForm, Enrolment } from "../access/second-factor";
import { Field, SmallForm } from "../access/form";
import { PasswordForm } from "../access/password";
import { ApiError } from "../api/client";
import type { Session } from "../api/types";
import { resume, session, settle, signIn, signOut } from "../app/session";
import { ThemeSwitch } from "../app/shell";
import { leaveForProvider, provider, refused } from "../app/sign-on";
import type { Step } from "../app/standing";
import { Logo } from "../ui/icons";
import { Dialog, Note } from "../ui/parts";

/** The first page of someone who is not signed in, or not yet quite. */
export function LoginPage(): JSX.Element {
  const now = session.value;
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
        {now.kind === "due" ? <DueStep key={now.step} who={now.session} step={now.step} /> : <SignInForm user="" />}
      </div>
      {now.kind === "due" ? null : (
        <p class="login-foot muted">
          The first password of <b>admin</b> is printed when the server starts, and kept in the home’s <span class="mono">secrets/admin.password</span>.
        </p>
      )}
    </main>
  );
}

/** What is asked for on top of the page where somebody worked: the password of a session that ended, and whatever is due. */
export function SessionDialog(): JSX.Element | null {
  const now = session.value;
  if (now.kind !== "expired" && now.kind !== "due") return null;
  return (
    <Dialog title={now.kind === "due" ? TITLES[now.step] : "Session expired"}>
      <div class="dialog-body stack">
        {now.kind === "due" ? (
          <DueStep key={now.step} who={now.session} step={now.step} />
        ) : (
          <>
            <h2>Your session has expired</h2>
            <p class="muted">Sign in again to go on where you are. Nothing on the page is lost.</p>
            <SignInForm user={now.session.user} />
          </>
        )}
      </div>
    </Dialog>
  );
}

const TITLES: Record<Step, string> = {
  "second-factor": "Second factor",
  "new-password": "Choose a password of your own",
  enrolment: "Set up a second factor",
};

const REASONS: Record<Step, string> = {
  "second-factor": "Your account has a second factor.",
  "new-password": "Somebody else has seen the one you signed in with.",
  enrolment: "A role of yours requires one.",
};

/** One step between the password and the first page. */
function DueStep({ who, step }: { who: Session; step: Step }): JSX.Element {
  return (
    <div class="stack">
      <div>
        <h2>{TITLES[step]}</h2>
        <p class="muted">{REASONS[step]}</p>
      </div>
      <StepForm who={who} step={step} />
      <p class="muted step-foot">
        Signed in as <b>{who.user}</b>
        <button type="button" class="link" onClick={() => void signOut()}>
          Sign out
        </button>
      </p>
    </div>
  );
}

function StepForm({ who, step }: { who: Session; step: Step }): JSX.Element {
  switch (step) {
    case "second-factor":
      return <CodeForm onDone={settle} />;
    case "new-password":
      return <PasswordForm user={who.user} focused onDone={settle} />;
    case "enrolment":
      return <Enrolment onDone={settle} />;
  }
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
  return (
    <div class="stack">
      {refused.value === null ? null : (
        <p class="wrong" role="alert">
          {refused.value}
        </p>
      )}
      {provider.value === null ? null : (
        <>
          <button type="button" class="button big" onClick={leaveForProvider}>
            Sign in with {provider.value}
          </button>
          <p class="muted or">or with a password</p>
        </>
      )}
      <PasswordSignIn user={user} />
    </div>
  );
}

function PasswordSignIn({ user }: { user: string }): JSX.Element {
  return (
    <SmallForm
      button="Sign in"
      busy="Signing in…"
      words={(error) => (error instanceof ApiError && error.status === 401 ? "User name or password is wrong." : null)}
      onSend={(field) => signIn(field("username"), field("password"))}
    >
      <Field label="User name" name="username" autocomplete="username" autofocus={user === ""} defaultValue={user} />
      <Field label="Password" name="password" type="password" autocomplete="current-password" autofocus={user !== ""} suspect />
    </SmallForm>
  );
}
