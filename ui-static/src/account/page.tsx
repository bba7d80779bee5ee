// One's own account: who one is here, password, second factor, tokens.

import { useSignal } from "@preact/signals";
import type { JSX } from "preact";
import { RoleTags } from "../access/choices";
import { ConfirmButton } from "../access/confirm";
import { PasswordForm } from "../access/password";
import { Enrolment } from "../access/second-factor";
import type { Session } from "../api/types";
import { session, settle, signOutEverywhere } from "../app/session";
import { provider } from "../app/sign-on";
import { pageOf } from "../app/standing";
import { moment } from "../ui/format";
import { Tokens } from "./tokens";

export function AccountPage(): JSX.Element | null {
  const who = pageOf(session.value);
  if (who === null) return null;
  return (
    <div class="account">
      <div class="queue-head">
        <h1>Account</h1>
      </div>
      <div class="account-grid">
        <section class="card wide" aria-label="You">
          <div class="pad stack">
            <dl class="facts">
              <dt>Name</dt>
              <dd>{who.user}</dd>
              <dt>Roles</dt>
              <dd>
                <RoleTags roles={who.roles} />
              </dd>
              <dt>Session ends</dt>
              <dd>{moment(who.endsAt)}, or earlier without use</dd>
            </dl>
            <div>
              <ConfirmButton text="Sign out everywhere" question="All your sessions end, this one too." onDo={signOutEverywhere} />
            </div>
          </div>
        </section>
        {who.installation ? <Installation /> : who.signOn ? <SignedOn /> : <Own who={who} />}
        <Tokens roles={who.roles} />
      </div>
    </div>
  );
}

function Installation(): JSX.Element {
  return (
    <section class="card wide" aria-label="Password">
      <div class="card-head">
        <h2>Password</h2>
      </div>
      <p class="pad">
        This account belongs to the installation. Its password is the file <span class="mono">secrets/admin.password</span> of the home, and it has no second factor. Make users for
        people, then disable it.
      </p>
    </section>
  );
}

function SignedOn(): JSX.Element {
  return (
    <section class="card wide" aria-label="Password">
      <div class="card-head">
        <h2>Password</h2>
      </div>
      <p class="pad">{provider.value ?? "The identity provider"} says who you are: password and second factor are there.</p>
    </section>
  );
}

function Own({ who }: { who: Session }): JSX.Element {
  const changed = useSignal(0);
  return (
    <>
      <section class="card" aria-label="Password">
        <div class="card-head">
          <h2>Password</h2>
        </div>
        <div class="pad stack">
          <p class="muted" role="status">
            {changed.value > 0 ? "The password is changed. Your other sessions have ended." : ""}
          </p>
          <PasswordForm
            key={changed.value}
            user={who.user}
            onDone={(now) => {
              changed.value++;
              settle(now);
            }}
          />
        </div>
      </section>
      <SecondFactor who={who} />
    </>
  );
}

function SecondFactor({ who }: { who: Session }): JSX.Element {
  const open = useSignal(false);
  return (
    <section class="card" aria-label="Second factor">
      <div class="card-head">
        <h2 class="grow">Second factor</h2>
        <span class={who.secondFactor ? "pill good" : "pill"}>{who.secondFactor ? "On" : "Off"}</span>
      </div>
      <div class="pad stack">
        {open.value ? (
          <Enrolment
            onCancel={() => (open.value = false)}
            onDone={(now) => {
              open.value = false;
              settle(now);
            }}
          />
        ) : (
          <>
            <p class="muted">
              {who.secondFactor
                ? "Your app’s codes are asked for at each log-in. Another device takes the place of this one, and new recovery codes that of the old."
                : "Codes of an authenticator app, asked for at each log-in. Who learns your password alone does not get in."}
            </p>
            <div>
              <button type="button" class="button" onClick={() => (open.value = true)}>
                {who.secondFactor ? "Use another device" : "Set up"}
              </button>
            </div>
          </>
        )}
      </div>
    </section>
  );
}
