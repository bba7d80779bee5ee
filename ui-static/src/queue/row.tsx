import type { JSX } from "preact";
import type { ClusterSummary } from "../api/types";
import { clusterLink } from "../app/route";
import { count, days, percent, shortSpan, span } from "../ui/format";
import { FacetStrip, Score, StatePill } from "../ui/parts";

const CAPABILITIES = 2;

export function QueueRow(props: { cluster: ClusterSummary; range: [number, number]; at: boolean; onFocus: () => void; onOpen: () => void }): JSX.Element {
  const { cluster } = props;
  const labelled = cluster.state === "labelled";
  return (
    <tr
      class={props.at ? "pick at" : "pick"}
      tabIndex={-1}
      onFocus={props.onFocus}
      onClick={props.onOpen}
      onKeyDown={(event) => {
        if (event.key === "Enter" && event.target === event.currentTarget) props.onOpen();
      }}
    >
      <td>
        <StatePill state={cluster.state} />
      </td>
      <td>
        <Score value={cluster.score} hot={labelled} />
      </td>
      <td class="who-cell">
        <a href={clusterLink(cluster.id)} class="mono" onClick={(event) => event.stopPropagation()}>
          {cluster.id}
        </a>
        <Hypothesis cluster={cluster} />
      </td>
      <td class="num">
        {count(cluster.accounts)}
        {labelled && cluster.reviewAccounts > 0 ? <div class="muted small">+{count(cluster.reviewAccounts)} review</div> : null}
      </td>
      <td class="num">{count(cluster.exchanges)}</td>
      <td>
        <WindowBar cluster={cluster} range={props.range} />
      </td>
      <td>
        <div class="row wrap">
          {cluster.capabilities.slice(0, CAPABILITIES).map((c) => (
            <span key={c.id} class="tag" title={`${count(c.exchanges)} exchanges`}>
              {c.id} <span class="muted">{percent(c.share)}</span>
            </span>
          ))}
          {cluster.capabilities.length > CAPABILITIES ? (
            <span class="muted" title={cluster.capabilities.slice(CAPABILITIES).map((c) => c.id).join(", ")}>
              +{cluster.capabilities.length - CAPABILITIES}
            </span>
          ) : null}
        </div>
      </td>
      <td>
        <FacetStrip facets={cluster.facets} />
      </td>
    </tr>
  );
}

function Hypothesis({ cluster: { organization } }: { cluster: ClusterSummary }): JSX.Element {
  if (organization === null) return <div class="muted">unknown</div>;
  return (
    <div class="nowrap">
      {organization.name} <span class="muted">{percent(organization.confidence)}</span>
    </div>
  );
}

/** When the cluster was active, within the time that all listed clusters cover. */
function WindowBar({ cluster, range: [from, to] }: { cluster: ClusterSummary; range: [number, number] }): JSX.Element {
  const { firstSeen, lastSeen } = cluster;
  if (firstSeen === null || lastSeen === null) return <span class="muted">none</span>;
  const length = Math.max(1, to - from);
  const left = ((Date.parse(firstSeen) - from) / length) * 100;
  const width = Math.max(2, ((Date.parse(lastSeen) - Date.parse(firstSeen)) / length) * 100);
  return (
    <div class="window" title={span(firstSeen, lastSeen)}>
      <div class="nowrap">
        {shortSpan(firstSeen, lastSeen)} <span class="muted">{days(firstSeen, lastSeen)} d</span>
      </div>
      <div class="window-track" aria-hidden="true">
        <span class={cluster.state} style={{ left: `${Math.min(98, left)}%`, width: `${Math.min(width, 100 - Math.min(98, left))}%` }} />
      </div>
    </div>
  );
}
