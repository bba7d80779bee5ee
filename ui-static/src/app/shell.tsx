// The frame around every screen: header with navigation and search, the screen, and a line that says what the graph knows.

import type { ComponentChildren, JSX } from "preact";
import { useEffect } from "preact/hooks";
import { readUsers } from "../access/roles";
import { compact, count, millis, moment, plural } from "../ui/format";
import { Icon, type IconName, Logo } from "../ui/icons";
import { IconButton } from "../ui/parts";
import { Help } from "./help";
import { helpOpen, isCommand } from "./keys";
import { route } from "./route";
import { SearchBox } from "./search";
import { can, session, signOut, status } from "./session";
import { pageOf } from "./standing";
import { type Choice, choice } from "./theme";

export function Shell({ children }: { children: ComponentChildren }): JSX.Element {
  useEffect(() => {
    const keys = (event: KeyboardEvent) => {
      if (event.key === "?" && isCommand(event)) helpOpen.value = true;
    };
    addEventListener("keydown", keys);
    return () => removeEventListener("keydown", keys);
  }, []);
  return (
    <div class="shell">
      <a class="skip" href="#main" onClick={skip}>
        Skip to the content
      </a>
      <header class="top">
        <a class="brand" href="#/queue">
          <Logo />
          Iolaus
        </a>
        <nav aria-label="Main">
          <NavLink href="#/queue" text="Clusters" on={route.value.screen === "queue" || route.value.screen === "cluster"} />
          <NavLink href="#/detectors" text="Detectors" on={route.value.screen === "detectors"} />
          {can(readUsers) ? <NavLink href="#/users" text="Users" on={route.value.screen === "users"} /> : null}
          <NavLink href="#/account" text="Account" on={route.value.screen === "account"} />
        </nav>
        <SearchBox />
        <div class="row tools">
          <IconButton icon="help" label="Keyboard help" onClick={() => (helpOpen.value = true)} />
          <ThemeSwitch />
          <SignOut />
        </div>
      </header>
      <main id="main" tabIndex={-1}>
        {children}
      </main>
      <StatusLine />
      <Help />
    </div>
  );
}

// The hash is the address of the screen: following the link would leave it.
function skip(event: Event): void {
  event.preventDefault();
  document.getElementById("main")?.focus();
}

function NavLink({ href, text, on }: { href: string; text: string; on: boolean }): JSX.Element {
  return (
    <a href={href} aria-current={on ? "page" : undefined}>
      {text}
    </a>
  );
}

const NEXT: Record<Choice, Choice> = { system: "light", light: "dark", dark: "system" };
const THEME_ICON: Record<Choice, IconName> = { system: "system", light: "sun", dark: "moon" };

export function ThemeSwitch(): JSX.Element {
  const now = choice.value;
  const name = now === "system" ? "as the system says" : now;
  return <IconButton icon={THEME_ICON[now]} label={`Colours: ${name}. Switch to ${NEXT[now]}`} onClick={() => (choice.value = NEXT[now])} />;
}

function SignOut(): JSX.Element | null {
  const who = pageOf(session.value);
  if (who === null) return null;
  return (
    <button type="button" class="button quiet" onClick={() => void signOut()} title="Sign out">
      <span class="who">{who.user}</span>
      <Icon name="out" />
      <span class="hidden-text">Sign out</span>
    </button>
  );
}

function StatusLine(): JSX.Element {
  const now = status.value;
  if (now === null) return <footer class="status">Status unknown</footer>;
  const run = now.lastRun;
  return (
    <footer class="status">
      <span class={run === null ? "dot" : run.complete && run.status !== "partial" ? "dot good" : "dot warn"} aria-hidden="true" />
      <span>
        Graph time <b>{now.graphTime === null ? "none yet" : moment(now.graphTime)}</b>
      </span>
      <span title={run === null ? "" : [`${run.id}, ${count(run.accounts)} accounts in ${millis(run.millis)}`, ...(run.unfinished ?? [])].join("; ")}>
        {run === null ? "Detectors have not run yet" : `Last run ${moment(run.recordedAt)}, ${!run.complete ? "incomplete" : plural(run.clusters, "cluster") + (run.status === "partial" ? ", partial" : "")}`}
      </span>
      <span class="grow" />
      <span class="wide">{compact(now.accounts)} accounts</span>
      <span class="wide">{compact(now.exchanges)} exchanges</span>
      <span class="wide">{plural(now.batches, "batch", "batches")}</span>
      <a href="openapi/ui" target="_blank" rel="noopener" title="Description of the REST API, in a new tab">
        API
      </a>
      <span>{/^\d/.test(now.version) ? `v${now.version}` : now.version}</span>
    </footer>
  );
}
