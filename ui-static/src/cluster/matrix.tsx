// Evidence × hypotheses: what each piece of evidence is worth under each answer, what would change the ranking, who said what.

import type { JSX } from "preact";
import { api } from "../api/client";
import type { Attribution } from "../api/types";
import { useLoad } from "../app/load";
import { date, percent, words } from "../ui/format";
import { Bones, Failed } from "../ui/parts";

/** More columns than this nobody reads: the least likely hypotheses are left out, and said to be. */
const MOST_COLUMNS = 6;

export function EvidenceMatrix({ clusterId }: { clusterId: string }): JSX.Element | null {
  const { state, retry } = useLoad(clusterId, (signal) => api.attribution(clusterId, signal));
  if (state.value.kind === "failed") return <Failed error={state.value.error} what="The evidence" onRetry={retry} />;
  if (state.value.kind === "loading") return <Bones rows={3} label="Loading the evidence" />;
  const attribution = state.value.value;
  return attribution.matrix.length === 0 ? null : (
    <>
      <Matrix attribution={attribution} />
      <Changes changes={attribution.changes} />
      <Statements statements={attribution.statements} />
    </>
  );
}

function Matrix({ attribution }: { attribution: Attribution }): JSX.Element {
  const columns = attribution.hypotheses.slice(0, MOST_COLUMNS);
  const hidden = attribution.hypotheses.length - columns.length;
  return (
    <section class="card matrix" aria-label="Evidence and hypotheses">
      <h3>Evidence × hypotheses</h3>
      <p class="muted">Bits against “nobody known”: one more is twice as likely.{hidden > 0 ? ` The ${hidden} least likely hypotheses are left out.` : ""}</p>
      <div class="table-wrap" tabIndex={0}>
        <table>
          <thead>
            <tr>
              <th>Evidence</th>
              {columns.map((h) => (
                <th class="num" key={h.label}>
                  {h.label}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {attribution.matrix.map((row) => (
              <tr key={`${row.organization?.id ?? ""} ${row.evidence}`} class={row.found ? undefined : "muted"} title={row.text}>
                <td>
                  {words(row.evidence)}
                  {row.organization === null ? "" : `: ${row.organization.name}`}
                  {row.found ? "" : " (none)"}
                </td>
                {columns.map((h, i) => (
                  <td class="num" key={h.label}>
                    {bit(row.bits[i] ?? 0)}
                  </td>
                ))}
              </tr>
            ))}
          </tbody>
          <tfoot>
            <tr>
              <th>Sum</th>
              {columns.map((h) => (
                <td class="num" key={h.label}>
                  <b>{bit(h.logOdds)}</b>
                </td>
              ))}
            </tr>
          </tfoot>
        </table>
      </div>
    </section>
  );
}

function Changes({ changes }: { changes: Attribution["changes"] }): JSX.Element | null {
  return changes.length === 0 ? null : (
    <section class="card matrix" aria-label="What would change the ranking">
      <h3>What would change the ranking</h3>
      <ul class="changes">
        {changes.map((c) => (
          <li key={`${c.change} ${c.organization.id} ${c.evidence}`}>
            {c.change} {words(c.evidence).toLowerCase()} of {c.organization.name}: <b>{leader(c)}</b> leads with {percent(c.confidence)},{" "}
            {c.outcome === "named" ? "and is named" : "nobody is named"}
          </li>
        ))}
      </ul>
    </section>
  );
}

function leader(c: Attribution["changes"][number]): string {
  const name = c.leading?.name ?? "";
  return c.leader === "organization" ? name : c.leader === "deception" ? `somebody who plants signs of ${name}` : "nobody known";
}

function Statements({ statements }: { statements: Attribution["statements"] }): JSX.Element | null {
  return statements.length === 0 ? null : (
    <section class="card matrix" aria-label="What was said">
      <h3>What was said: allegations, whatever their status</h3>
      <ul class="changes">
        {statements.map((s) => (
          <li key={`${s.at} ${s.by} ${s.statement} ${s.organization.id}`}>
            <span class="tag">{words(s.status)}</span> {date(s.at)}: {s.by || "somebody"} {s.statement} ({s.organization.name})
          </li>
        ))}
      </ul>
    </section>
  );
}

function bit(bits: number): string {
  return Math.abs(bits) < 0.05 ? "0" : `${bits > 0 ? "+" : "−"}${Math.abs(bits).toFixed(1)}`;
}
