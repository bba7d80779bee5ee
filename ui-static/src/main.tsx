import "./styles/fonts.css";
import "./styles/tokens.css";
import "./styles/base.css";
import "./styles/frame.css";
import "./styles/cluster.css";
import { type JSX, render } from "preact";
import { useEffect } from "preact/hooks";
import { AccountPage } from "./account/page";
import { type Route, route } from "./app/route";
import { resume, session } from "./app/session";
import { Shell } from "./app/shell";
import { askForProvider, comeBack } from "./app/sign-on";
import { pageOf } from "./app/standing";
import "./app/theme";
import { ClusterPage } from "./cluster/page";
import { DetectorsPage } from "./detectors/page";
import { EntityPage } from "./entity/page";
import { LoginPage, ServerUnreachable, SessionDialog } from "./login/page";
import { QueuePage } from "./queue/page";
import { Note } from "./ui/parts";
import { UsersPage } from "./users/page";

function Screen({ at }: { at: Route }): JSX.Element {
  switch (at.screen) {
    case "queue":
      return <QueuePage />;
    case "cluster":
      return <ClusterPage key={at.id} id={at.id} />;
    case "entity":
      return <EntityPage key={`${at.type} ${at.id}`} type={at.type} id={at.id} />;
    case "detectors":
      return <DetectorsPage id={at.id} />;
    case "account":
      return <AccountPage />;
    case "users":
      return <UsersPage />;
    case "unknown":
      return (
        <Note icon="search" title="No such page" fill page>
          <a class="button" href="#/queue">
            Back to the clusters
          </a>
        </Note>
      );
  }
}

const TITLES: Record<Route["screen"], string> = { queue: "Clusters", cluster: "Cluster", entity: "Entity", detectors: "Detectors", account: "Account", users: "Users", unknown: "No such page" };

function App(): JSX.Element | null {
  const at = route.value;
  const now = session.value;
  const name = pageOf(now) === null ? "Sign in" : "id" in at && at.id !== null ? `${at.id}, ${TITLES[at.screen]}` : TITLES[at.screen];
  useEffect(() => {
    document.title = `${name} · Iolaus`;
  }, [name]);
  switch (now.kind) {
    case "starting":
      return null;
    case "signed-out":
      return <LoginPage />;
    case "due":
      return now.over ? <Framed at={at} /> : <LoginPage />;
    case "unreachable":
      return <ServerUnreachable message={now.message} />;
    case "signed-in":
    case "expired":
      return <Framed at={at} />;
  }
}

function Framed({ at }: { at: Route }): JSX.Element {
  return (
    <>
      <Shell>
        <Screen at={at} />
      </Shell>
      <SessionDialog />
    </>
  );
}

comeBack();
render(<App />, document.getElementById("app")!);
void resume();
void askForProvider();
