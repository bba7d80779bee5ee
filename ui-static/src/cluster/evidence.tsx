// Why these accounts are taken for one: evidence by facet, what was not counted and why, and what makes the cluster abusive.

import type { JSX } from "preact";
import type { ClusterDetail, EvidenceRow, FacetScore } from "../api/types";
import { bits, count, entityName, plural, score, typeName, words } from "../ui/format";
import { Icon } from "../ui/icons";
import { FacetName, Meter, TypeGlyph } from "../ui/parts";
import type { ChartStore } from "./store";
import { clusterLink, detectorLink } from "../app/route";

const FIRST = 5;

export function EvidencePanel({ cluster, store }: { cluster: ClusterDetail; store: ChartStore }): JSX.Element {
  const counted = cluster.evidence.filter((row) => !row.discounted);
  const discounted = cluster.evidence.filter((row) => row.discounted);
  const facets = [...cluster.facetScores].sort((a, b) => b.bits - a.bits);
  const most = Math.max(1, ...facets.map((f) => f.bits));
  return (
    <div class="evidence">
      <section aria-labelledby="why-together">
        <div class="section-head">
          <h2 id="why-together">Why together</h2>
          <span class="figure">
            linked <b>{score(cluster.linked)}</b>
          </span>
        </div>
        {facets.length === 0 ? <p class="muted">No evidence was kept for this cluster.</p> : null}
        {facets.map((facet, i) => (
          <FacetBlock key={facet.facet} facet={facet} most={most} linked={cluster.linked} rows={counted.filter((row) => row.facet === facet.facet)} store={store} open={i < 2} />
        ))}
      </section>
      {discounted.length > 0 ? (
        <section aria-labelledby="discounted">
          <div class="section-head">
            <h2 id="discounted">Shared, but discounted</h2>
            <span class="figure">{discounted.length}</span>
          </div>
          <ul class="rows">
            {discounted.map((row) => (
              <EvidenceItem key={`${row.type} ${row.key} ${row.detector}`} row={row} store={store} />
            ))}
          </ul>
        </section>
      ) : null}
      {cluster.supply === null ? null : <SupplyBlock supply={cluster.supply} />}
      <section aria-labelledby="why-abusive">
        <div class="section-head">
          <h2 id="why-abusive">What makes it abusive</h2>
          <span class="figure">
            abusive <b>{score(cluster.abusive)}</b>
          </span>
        </div>
        {cluster.signals.length === 0 ? <p class="muted">No signal was found.</p> : null}
        <ul class="signals">
          {cluster.signals.map((signal) => (
            <li key={signal.id}>
              <div class="row">
                <span class="grow">{words(signal.label ?? signal.id ?? "")}</span>
                <Meter value={signal.value ?? 0} hot={(signal.value ?? 0) >= 0.5} />
                <span class="num w4">{score(signal.value)}</span>
              </div>
              <p class="muted">{signal.text}</p>
            </li>
          ))}
        </ul>
      </section>
      {cluster.run === null ? null : (
        <p class="muted provenance">
          From <span class="mono">{cluster.run.id}</span>
        </p>
      )}
    </div>
  );
}

/** Other operators behind the same exits: same reseller, never same operator. */
function SupplyBlock({ supply }: { supply: NonNullable<ClusterDetail["supply"]> }): JSX.Element {
  return (
    <section aria-labelledby="same-supply">
      <div class="section-head">
        <h2 id="same-supply">Same supply, other operators</h2>
        <span class="figure">{supply.tenants.length}</span>
      </div>
      <p class="muted">
        {Math.round(supply.share * 100)} % of its activity is on {plural(supply.exits, "exit")} that {supply.tenants.length === 1 ? "another cluster uses" : "other clusters use"} too: one reseller, not one operator.
      </p>
      <ul class="rows">
        {supply.tenants.map((tenant) => (
          <li key={tenant.id} class="evidence-row">
            <a href={clusterLink(tenant.id)}>{tenant.id}</a>
            <p class="muted">
              {tenant.state} · {plural(tenant.accounts, "account")} · {Math.round(tenant.share * 100)} % on common exits
            </p>
          </li>
        ))}
      </ul>
    </section>
  );
}

function FacetBlock(props: { facet: FacetScore; most: number; linked: number; rows: readonly EvidenceRow[]; store: ChartStore; open: boolean }): JSX.Element {
  const { facet, rows } = props;
  const loss = props.linked - facet.without;
  const rest = rows.slice(FIRST);
  return (
    <details class="facet-block" open={props.open}>
      <summary>
        <Icon name="next" size={12} class="turn" />
        <span class="grow">
          <FacetName facet={facet.facet} />
        </span>
        <Meter value={facet.bits / props.most} hot width={64} />
        <span class="num w5">{bits(facet.bits)}</span>
      </summary>
      <p class="without">
        Without it: linked <b>{score(facet.without)}</b>
        {loss > 0.005 ? <span class="muted"> (−{loss.toFixed(2)})</span> : null}
      </p>
      <ul class="rows">
        {rows.slice(0, FIRST).map((row) => (
          <EvidenceItem key={`${row.type} ${row.key} ${row.detector}`} row={row} store={props.store} />
        ))}
        {rows.length === 0 ? <li class="muted">{`${facet.facet} evidence is spread over many weak links`}</li> : null}
      </ul>
      {rest.length > 0 ? (
        <details class="more">
          <summary>{plural(rest.length, "more row")}</summary>
          <ul class="rows">
            {rest.map((row) => (
              <EvidenceItem key={`${row.type} ${row.key} ${row.detector}`} row={row} store={props.store} />
            ))}
          </ul>
        </details>
      ) : null}
    </details>
  );
}

function EvidenceItem({ row, store }: { row: EvidenceRow; store: ChartStore }): JSX.Element {
  return (
    <li class={row.discounted ? "evidence-row discounted" : "evidence-row"}>
      <button type="button" onClick={() => void store.reveal(row)} title={`Show on the chart: ${typeName(row.type)} ${row.key}`}>
        <TypeGlyph type={row.type} hollow={row.discounted} />
        <span class="grow ellipsis">{entityName(row.type, row.key, row.label)}</span>
        <span class="num">{bits(row.bits)}</span>
      </button>
      <p class="muted" title="Accounts of this cluster, of all accounts that share it">
        {count(row.members)} of {plural(row.total, "account")}
        {row.detector === null ? null : (
          <>
            {" · "}
            <a href={detectorLink(row.detector)}>{row.detector}</a>
          </>
        )}
        {row.reason === null ? null : <span class="reason">{row.reason}</span>}
      </p>
    </li>
  );
}
