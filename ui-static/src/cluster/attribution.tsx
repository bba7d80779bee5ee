// Who may stand behind the cluster: competing hypotheses, "unknown" among them, each with what supports it.

import type { JSX } from "preact";
import type { ClusterDetail, Hypothesis } from "../api/types";
import { entityLink } from "../app/route";
import { percent, words } from "../ui/format";
import { Meter, Note, TypeGlyph } from "../ui/parts";
import { EvidenceMatrix } from "./matrix";

export function AttributionTab({ cluster }: { cluster: ClusterDetail }): JSX.Element {
  const list = [...cluster.hypotheses].sort((a, b) => b.confidence - a.confidence);
  const named = list.find((h) => h.named);
  return (
    <div class="attribution">
      <div class="attribution-lead">
        <h2>{named === undefined ? "No organization is named" : `${named.label} is named, with confidence ${percent(named.confidence)}`}</h2>
        <p class="muted">
          {named === undefined
            ? "No hypothesis reaches the threshold for naming. That is an answer, not a gap."
            : "A hypothesis with evidence, not a finding of fact."}{" "}
          Country, language and nationality are never evidence.
        </p>
      </div>
      {list.length === 0 ? (
        <Note icon="none" title="No hypothesis">
          <p>Nothing in the graph links these accounts to an organization.</p>
        </Note>
      ) : (
        <ol class="hypotheses">
          {list.map((h) => (
            <HypothesisCard key={`${h.organization?.id ?? ""} ${h.label}`} hypothesis={h} />
          ))}
        </ol>
      )}
      <EvidenceMatrix clusterId={cluster.id} />
    </div>
  );
}

function HypothesisCard({ hypothesis: h }: { hypothesis: Hypothesis }): JSX.Element {
  return (
    <li class={h.named ? "card hypothesis named" : "card hypothesis"}>
      <div class="row">
        {h.organization === null ? null : <TypeGlyph type="organization" size={16} />}
        <h3 class="grow">
          {h.organization === null ? words(h.label || "unknown") : <a href={entityLink("organization", h.organization.id)}>{h.organization.name}</a>}
        </h3>
        {h.named ? <span class="pill labelled">Named</span> : h.organization === null ? null : <span class="pill">Below the threshold</span>}
        <Meter value={h.confidence} hot={h.named} width={110} />
        <b class="num w4">{percent(h.confidence)}</b>
      </div>
      {h.evidence.length === 0 ? (
        <p class="muted">{h.organization === null ? "What is left when the other hypotheses have had their share." : "No evidence was kept."}</p>
      ) : (
        <ul class="supports">
          {h.evidence.map((e) => (
            <li key={`${e.kind} ${e.text}`}>
              {e.kind === null ? <span /> : <span class="tag">{words(e.kind)}</span>}
              <span>{e.text}</span>
            </li>
          ))}
        </ul>
      )}
    </li>
  );
}
