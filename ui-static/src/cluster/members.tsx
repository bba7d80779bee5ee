// The members table: the text equivalent of the chart, in pages.

import { useSignal } from "@preact/signals";
import type { JSX } from "preact";
import { useEffect } from "preact/hooks";
import { api } from "../api/client";
import type { Member, Page } from "../api/types";
import { useLoad } from "../app/load";
import { bits, count, date, percent } from "../ui/format";
import { Icon } from "../ui/icons";
import { Bones, Failed, FacetStrip, Meter, Note, PageFoot, Segmented, StatePill } from "../ui/parts";
import { remember } from "./member";

type Sort = "membership" | "exchanges" | "createdAt" | "account";
type State = "" | "labelled" | "review";
const PAGE = 50;

export function MembersTab({ clusterId, onShow }: { clusterId: string; onShow: (account: string) => void }): JSX.Element {
  const sort = useSignal<Sort>("membership");
  const order = useSignal<"asc" | "desc">("desc");
  const filter = useSignal<State>("");
  const query = { sort: sort.value, order: order.value, state: filter.value, limit: PAGE };
  const key = `${clusterId} ${JSON.stringify(query)}`;
  const { state, retry } = useLoad(key, (signal) => api.members(clusterId, query, signal));
  const onSort = (next: Sort) => {
    order.value = sort.value === next && order.value === "desc" ? "asc" : "desc";
    sort.value = next;
  };
  return (
    <div class="members">
      <div class="tab-tools">
        <Segmented
          label="State"
          value={filter.value}
          options={[
            { value: "", text: "All" },
            { value: "labelled", text: "Labelled" },
            { value: "review", text: "Review" },
          ]}
          onChange={(next) => (filter.value = next)}
        />
      </div>
      {state.value.kind === "failed" ? (
        <Failed error={state.value.error} what="The list of members" onRetry={retry} />
      ) : state.value.kind === "loading" ? (
        <Bones rows={9} label="Loading members" />
      ) : (
        <Rows key={key} clusterId={clusterId} first={state.value.value} query={query} onSort={onSort} onShow={onShow} />
      )}
    </div>
  );
}

interface Query {
  sort: Sort;
  order: "asc" | "desc";
  state: State;
  limit: number;
}

function Rows(props: { clusterId: string; first: Page<Member>; query: Query; onSort: (sort: Sort) => void; onShow: (account: string) => void }): JSX.Element {
  const more = useSignal<Page<Member>[]>([]);
  const busy = useSignal(false);
  const pages = [props.first, ...more.value];
  const rows = pages.flatMap((page) => page.items);
  const last = pages.at(-1)!;
  useEffect(() => remember(props.clusterId, props.first.items), [props.first]);
  const loadMore = async () => {
    busy.value = true;
    try {
      const page = await api.members(props.clusterId, { ...props.query, cursor: last.next });
      remember(props.clusterId, page.items);
      more.value = [...more.value, page];
    } finally {
      busy.value = false;
    }
  };
  if (rows.length === 0) return <Note icon="none" title="No member in this state" />;
  const head = (sort: Sort, text: string, right = false) => {
    const on = props.query.sort === sort;
    return (
      <th class={right ? "num" : ""} aria-sort={on ? (props.query.order === "asc" ? "ascending" : "descending") : undefined}>
        <button type="button" onClick={() => props.onSort(sort)}>
          {text}
          {on ? <Icon name={props.query.order === "asc" ? "up" : "down"} size={12} /> : null}
        </button>
      </th>
    );
  };
  return (
    <>
      <div class="table-wrap grow" tabIndex={0} role="region" aria-label="Members">
        <table>
          <thead>
            <tr>
              {head("account", "Account")}
              <th>State</th>
              {head("membership", "Membership")}
              <th class="num">Evidence</th>
              <th>Facets</th>
              {head("exchanges", "Exchanges", true)}
              {head("createdAt", "Created")}
              <th>Active</th>
              <th>Status</th>
              <th>Email domain</th>
            </tr>
          </thead>
          <tbody>
            {rows.map((m) => (
              <tr key={m.account}>
                <td>
                  <button type="button" class="link mono" title="Show on the chart" onClick={() => props.onShow(m.account)}>
                    {m.account}
                  </button>
                </td>
                <td>
                  <StatePill state={m.state} />
                </td>
                <td>
                  <span class="scored">
                    <Meter value={m.membership} hot={m.state === "labelled"} />
                    {percent(m.membership)}
                  </span>
                </td>
                <td class="num">{bits(m.bits)}</td>
                <td>
                  <FacetStrip facets={m.facets.map((f) => f.facet)} />
                </td>
                <td class="num">{count(m.exchanges)}</td>
                <td class="nowrap">{date(m.createdAt)}</td>
                <td class="nowrap">
                  {date(m.firstSeen)} – {date(m.lastSeen)}
                </td>
                <td>{m.status === null ? "–" : <span class={m.status === "active" ? "" : "pill bad"}>{m.status}</span>}</td>
                <td>{m.emailDomain ?? "–"}</td>
              </tr>
            ))}
          </tbody>
        </table>
      </div>
      <PageFoot shown={rows.length} total={last.total} hidden={last.hidden ?? 0} what="members" more={last.next !== null} busy={busy.value} onMore={() => void loadMore()} />
    </>
  );
}
