// The detectors: what each looks for, where it errs, and how its runs went.

import { useSignal } from "@preact/signals";
import type { JSX } from "preact";
import { startRuns } from "../access/roles";
import { api } from "../api/client";
import type { Detector } from "../api/types";
import { asApiError, useLoad } from "../app/load";
import { detectorLink } from "../app/route";
import { can, refreshStatus } from "../app/session";
import { count, duration, millis, moment, value } from "../ui/format";
import { Bones, Failed, FacetName, Note, PageBones } from "../ui/parts";

export function DetectorsPage({ id }: { id: string | null }): JSX.Element {
  const { state, retry } = useLoad("detectors", (signal) => api.detectors(signal));
  if (state.value.kind === "failed") return <Failed error={state.value.error} what="The list of detectors" page onRetry={retry} />;
  if (state.value.kind === "loading") return <PageBones label="Loading detectors" />;
  const list = state.value.value.items;
  const open = list.find((d) => d.id === id) ?? (id === null ? list[0] : undefined);
  return (
    <div class="detectors">
      <div class="queue-head">
        <h1>Detectors</h1>
        <p class="muted grow">Each finds what accounts share. Weighing and resolution decide what it means.</p>
        {can(startRuns) ? <RunNow /> : null}
      </div>
      <div class="detectors-grid">
        <nav class="card detector-list" aria-label="Detectors">
          <ul>
            {list.map((d) => (
              <li key={d.id}>
                <a href={detectorLink(d.id)} aria-current={d.id === open?.id ? "true" : undefined}>
                  <span class="grow">
                    <b>{d.title || d.id}</b>
                    <span class="row muted">
                      <FacetName facet={d.facet} />
                      <span class="mono">{d.id}</span>
                    </span>
                  </span>
                  {d.status === "active" ? null : <span class="pill">{d.status}</span>}
                </a>
              </li>
            ))}
          </ul>
        </nav>
        {open === undefined ? (
          <div class="card">
            <Note icon="none" title={id === null ? "No detector is loaded" : `No detector ${id}`} />
          </div>
        ) : (
          <DetectorDetail key={open.id} detector={open} />
        )}
      </div>
    </div>
  );
}

/** Starts a run of all detectors; the status line follows it. */
function RunNow(): JSX.Element {
  const said = useSignal("");
  const start = async () => {
    try {
      const { state } = await api.startRun();
      said.value = state === "started" ? "A run has started." : "A run is under way already.";
      setTimeout(() => void refreshStatus(), 5000);
    } catch (error) {
      said.value = asApiError(error).message;
    }
  };
  return (
    <span class="row">
      <span class="muted" role="status">
        {said.value}
      </span>
      <button type="button" class="button" onClick={() => void start()}>
        Run all now
      </button>
    </span>
  );
}

function DetectorDetail({ detector: d }: { detector: Detector }): JSX.Element {
  const params = Object.entries(d.params ?? {});
  return (
    <div class="stack">
      <section class="card pad stack" aria-label="Description">
        <div class="row">
          <h2 class="grow">{d.title}</h2>
          <span class="tag">version {d.version}</span>
          <span class={d.status === "active" ? "pill good" : "pill"}>{d.status}</span>
        </div>
        <p>{d.description}</p>
        <dl class="facts">
          <dt>Facet</dt>
          <dd>
            <FacetName facet={d.facet} />
          </dd>
          {d.every ? (
            <>
              <dt>Runs every</dt>
              <dd>{duration(d.every)}</dd>
            </>
          ) : null}
          {params.map(([name, p]) => (
            <>
              <dt class="mono">{name}</dt>
              <dd>
                {duration(value(p.default))} <span class="muted">{p.doc}</span>
              </dd>
            </>
          ))}
          {(d.falsePositives ?? []).map((f) => (
            <>
              <dt>May mistake</dt>
              <dd>
                {f.id} <span class="muted">{f.note}</span>
              </dd>
            </>
          ))}
          {d.misses ? (
            <>
              <dt>Misses</dt>
              <dd>{d.misses}</dd>
            </>
          ) : null}
        </dl>
      </section>
      <section class="card" aria-label="Runs">
        <div class="card-head">
          <h2>Runs</h2>
        </div>
        <Runs id={d.id} />
      </section>
    </div>
  );
}

/** "window 60 days": parameters come as an object, or as the text of one. */
function paramsText(params: unknown): string {
  try {
    const object = (typeof params === "string" ? JSON.parse(params) : params) as Record<string, unknown>;
    const parts = Object.entries(object ?? {}).map(([name, x]) => `${name} ${duration(value(x))}`);
    return parts.length === 0 ? "–" : parts.join(", ");
  } catch {
    return String(params);
  }
}

const STATUS: Record<string, string> = { complete: "pill good", partial: "pill warn", failed: "pill bad" };

function Runs({ id }: { id: string }): JSX.Element {
  const { state, retry } = useLoad(id, (signal) => api.detectorRuns(id, signal));
  if (state.value.kind === "failed") return <Failed error={state.value.error} what="The list of runs" onRetry={retry} />;
  if (state.value.kind === "loading") return <Bones rows={4} label="Loading runs" />;
  const rows = state.value.value.items;
  if (rows.length === 0) {
    return (
      <Note icon="timing" title="Not run yet">
        <p>While the server runs, detectors run every 15 minutes. At once: iolaus detect</p>
      </Note>
    );
  }
  return (
    <div class="table-wrap" tabIndex={0} role="region" aria-label="Table of runs">
      <table>
        <thead>
          <tr>
            <th>Recorded</th>
            <th>Status</th>
            <th class="num">Links</th>
            <th class="num">Memberships</th>
            <th class="num">Took</th>
            <th>Parameters</th>
          </tr>
        </thead>
        <tbody>
          {rows.map((r) => (
            <tr key={r.id}>
              <td class="nowrap">{moment(r.recordedAt)}</td>
              <td>
                <span class={STATUS[r.status ?? ""] ?? "pill"}>{r.status ?? "unknown"}</span>
              </td>
              <td class="num">{count(r.links)}</td>
              <td class="num">{count(r.members)}</td>
              <td class="num">{millis(r.millis)}</td>
              <td>{paramsText(r.params)}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}
