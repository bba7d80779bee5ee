import type { ComponentChildren, JSX } from "preact";
import type { ClusterDetail } from "../api/types";
import { entityLink } from "../app/route";
import { compact, count, days, percent, plural, score, span } from "../ui/format";
import { Icon } from "../ui/icons";
import { StatePill, TypeGlyph } from "../ui/parts";

const TARGETS = 4;

/** Who, how sure, how many, how much, when, at what. */
export function ClusterHeader({ cluster }: { cluster: ClusterDetail }): JSX.Element {
  const hot = cluster.state === "labelled";
  return (
    <header class="cluster-head">
      <div class="cluster-title">
        <a class="icon-button" href="#/queue" aria-label="Back to the clusters" title="Back to the clusters">
          <Icon name="back" />
        </a>
        <div>
          <div class="row">
            <h1 class="mono">{cluster.id}</h1>
            <StatePill state={cluster.state} />
          </div>
          <Hypothesis cluster={cluster} />
        </div>
      </div>
      <dl class="key-figures">
        <Figure name="Score">
          {score(cluster.score)}
          <span class="sub">
            linked {score(cluster.linked)} · abusive {score(cluster.abusive)}
          </span>
        </Figure>
        <Figure name="Accounts">
          {count(cluster.accounts)}
          <span class="sub">{!hot ? "all in review" : cluster.reviewAccounts > 0 ? `${count(cluster.reviewAccounts)} more in review` : "all labelled"}</span>
        </Figure>
        <Figure name="Exchanges">
          {compact(cluster.exchanges)}
          <span class="sub">{cluster.accounts > 0 ? `${count(Math.round(cluster.exchanges / cluster.accounts))} an account` : ""}</span>
        </Figure>
        <Figure name="Window">
          {plural(days(cluster.firstSeen, cluster.lastSeen), "day")}
          <span class="sub">{span(cluster.firstSeen, cluster.lastSeen)}</span>
        </Figure>
        <Figure name="Targets">
          <span class="targets">
            {cluster.capabilities.slice(0, TARGETS).map((c) => (
              <span key={c.id} class="tag" title={`${count(c.exchanges)} exchanges`}>
                {c.id} <span class="muted">{percent(c.share)}</span>
              </span>
            ))}
            {cluster.capabilities.length === 0 ? "–" : null}
          </span>
        </Figure>
      </dl>
    </header>
  );
}

function Figure({ name, children }: { name: string; children: ComponentChildren }): JSX.Element {
  return (
    <div>
      <dt>{name}</dt>
      <dd>{children}</dd>
    </div>
  );
}

function Hypothesis({ cluster: { organization } }: { cluster: ClusterDetail }): JSX.Element {
  if (organization === null) return <p class="muted">Organization unknown</p>;
  return (
    <p class="row">
      <TypeGlyph type="organization" />
      <a href={entityLink("organization", organization.id)}>{organization.name}</a>
      <span class="muted">hypothesis, {percent(organization.confidence)}</span>
    </p>
  );
}
