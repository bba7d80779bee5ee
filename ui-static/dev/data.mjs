// Generated data for the mock server: four campaigns, some clusters in review, and everything the screens ask for.
// Seeded, so that a screen looks the same on every start.

import Graph from "graphology";
import forceAtlas2 from "graphology-layout-forceatlas2";

const DAY = 86_400_000;
export const GRAPH_TIME = Date.UTC(2026, 2, 31, 23, 41, 7);

function random(seed) {
  let a = seed >>> 0;
  return () => {
    a = (a + 0x6d2b79f5) >>> 0;
    let t = Math.imul(a ^ (a >>> 15), 1 | a);
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t;
    return ((t ^ (t >>> 14)) >>> 0) / 4294967296;
  };
}
const iso = (ms) => new Date(ms).toISOString().replace(/\.\d+Z$/, "Z");
const hex = (r, n) => Array.from({ length: n }, () => Math.floor(r() * 16).toString(16)).join("");

const CAMPAIGNS = [
  { org: ["org-halcyon", "Halcyon Forge", 0.93], accounts: 1190, review: 41, exchanges: 1_412_880, days: 44, caps: ["agentic-coding", "tool-use", "reasoning"], facets: ["payment", "network", "prompt", "timing", "creation"], score: 0.991, payments: 38, ips: 96, families: 9, ids: 14 },
  { org: ["org-meridian", "Meridian Loom", 0.88], accounts: 604, review: 22, exchanges: 648_300, days: 61, caps: ["agentic-coding", "computer-use", "vision"], facets: ["payment", "network", "prompt", "creation"], score: 0.984, payments: 20, ips: 54, families: 7, ids: 9 },
  { org: ["org-tessel", "Tessel Research", 0.81], accounts: 238, review: 11, exchanges: 171_940, days: 38, caps: ["reasoning", "rubric-grading"], facets: ["payment", "prompt", "timing"], score: 0.968, payments: 11, ips: 33, families: 5, ids: 6 },
  { org: null, accounts: 46, review: 4, exchanges: 7_512, days: 29, caps: ["chain-of-thought", "censorship-rewrites"], facets: ["network", "prompt", "timing"], score: 0.941, payments: 5, ips: 14, families: 3, ids: 4 },
];
const REVIEW_CAPS = ["software-engineering", "translation", "customer-support", "reasoning", "data-extraction", "summarisation"];
const FACETS = ["payment", "network", "client", "prompt", "timing", "creation"];
const DETECTOR = { payment: "shared-instrument", network: "shared-address", client: "shared-identifier", prompt: "shared-prompt-family", timing: "co-timing", creation: "creation-cohort" };

function makeClusters() {
  const r = random(7);
  const list = CAMPAIGNS.map((c, i) => ({ ...c, state: "labelled", id: "c-" + ["7f3a91d0", "2be84c17", "91c05e6b", "d46f0a83"][i], seed: 100 + i }));
  for (let i = 0; i < 31; i++) {
    const accounts = 5 + Math.floor(r() ** 2 * 170);
    const facets = FACETS.filter(() => r() < 0.36);
    if (facets.length === 0) facets.push("network");
    list.push({
      id: "c-" + hex(r, 8), seed: 200 + i, state: "review", org: r() < 0.2 ? ["org-lakeside", "Lakeside University", 0.42] : null,
      accounts, review: accounts, exchanges: Math.floor(accounts * (60 + r() * 420)), days: 8 + Math.floor(r() * 70),
      caps: REVIEW_CAPS.filter(() => r() < 0.4).slice(0, 3), facets, score: 0.31 + r() * 0.5,
      payments: 1 + Math.floor(accounts / 12), ips: 2 + Math.floor(accounts / 5), families: 1 + Math.floor(r() * 3), ids: 1 + Math.floor(accounts / 20),
    });
  }
  return list.map(finish);
}

function finish(c) {
  const r = random(c.seed);
  const last = GRAPH_TIME - Math.floor(r() * (c.state === "labelled" ? 6 : 30)) * DAY;
  const first = last - c.days * DAY;
  const capShares = c.caps.map((_, i) => 1 / (i + 1.4));
  const sum = capShares.reduce((a, b) => a + b, 0.35);
  return {
    spec: c,
    summary: {
      id: c.id, state: c.state, score: round(c.score), linked: round(Math.min(0.999, c.score + 0.006)),
      abusive: round(c.state === "labelled" ? c.score - 0.012 : c.score * 0.55),
      accounts: c.accounts, reviewAccounts: c.review, exchanges: c.exchanges, firstSeen: iso(first), lastSeen: iso(last),
      capabilities: c.caps.map((id, i) => ({ id, exchanges: Math.floor((c.exchanges * capShares[i]) / sum), share: round(capShares[i] / sum) })),
      facets: c.facets, organization: c.org ? { id: c.org[0], name: c.org[1], confidence: c.org[2] } : null,
    },
  };
}
const round = (x) => Math.round(x * 1000) / 1000;

export const clusters = makeClusters();
export const byId = new Map(clusters.map((c) => [c.spec.id, c]));

/** Everything behind one cluster: its nodes, edges, members and evidence. Built once. */
const details = new Map();
export function detail(id) {
  if (!details.has(id)) details.set(id, makeDetail(byId.get(id)));
  return details.get(id);
}

function makeDetail({ spec, summary }) {
  const r = random(spec.seed + 5000);
  const nodes = [], edges = [];
  const add = (type, nid, label, extra = {}) => (nodes.push({ id: nid, type, label, ...extra }), nodes.length - 1);
  const first = Date.parse(summary.firstSeen), last = Date.parse(summary.lastSeen);
  const cells = Math.max(1, Math.round(spec.payments / 3));
  const range = (n, make) => Array.from({ length: n }, (_, i) => make(i));
  const pay = range(spec.payments, (i) => add("payment", `processor:pi_${hex(r, 6)}`, `${r() < 0.6 ? "virtual" : "card"} ${4000 + Math.floor(r() * 5999)}`, { cell: i % cells }));
  const ips = range(spec.ips, (i) => add("ip", `203.0.${113 + (i % 7)}.${1 + Math.floor(r() * 253)}`, "", { cell: i % cells }));
  ips.forEach((i) => (nodes[i].label = nodes[i].id));
  const fams = range(spec.families, (i) => add("prompt-family", `pf-${hex(r, 10)}`, `${r() < 0.3 ? "system" : "prompt"} family ${i + 1}`));
  const ids = range(spec.ids, (i) => add("identifier", `${["device", "tls", "referrer"][i % 3]}:k1_${hex(r, 8)}`, `${["device", "tls", "referrer"][i % 3]} ${hex(r, 4)}`, { cell: i % cells }));
  const patterns = [];
  if (spec.facets.includes("timing")) patterns.push(add("pattern", `co-timing:${hex(r, 6)}`, "co-timing"));
  if (spec.facets.includes("creation")) patterns.push(add("pattern", `creation-cohort:${hex(r, 6)}`, "creation cohort"));
  const nets = range(Math.min(4, Math.ceil(spec.ips / 20)), (i) => add("network", `203.0.${113 + i}.0/24`, `AS6451${i} · hosting`));
  ips.forEach((i) => edges.push({ s: i, t: nets[Math.floor(r() * nets.length)], type: "IN_NETWORK", w: 1, inferred: false }));
  if (spec.org) add("organization", spec.org[0], spec.org[1]);
  const org = spec.org ? nodes.length - 1 : -1;

  const members = [];
  const inCell = (list, cell) => list.filter((i) => nodes[i].cell === cell);
  const total = spec.state === "labelled" ? spec.accounts + spec.review : spec.accounts;
  for (let i = 0; i < total; i++) {
    const review = spec.state === "review" || i >= spec.accounts;
    const cell = Math.floor(r() * cells);
    const at = add("account", `acc-${hex(r, 8)}`, "", { state: review ? "review" : "labelled" });
    nodes[at].label = nodes[at].id;
    const bits = [];
    const join = (to, type, w, inferred) => edges.push({ s: at, t: to, type, w, inferred });
    const pick = (list) => list[Math.floor(r() * list.length)];
    if (r() < 0.92 && inCell(pay, cell).length) join(pick(inCell(pay, cell)), "PAID_WITH", 3, false);
    const hops = 1 + Math.floor(r() * 2.4);
    for (let k = 0; k < hops; k++) join(pick(r() < 0.8 && inCell(ips, cell).length ? inCell(ips, cell) : ips), "CONNECTED_FROM", 1, false);
    if (r() < 0.85) join(pick(fams), "PROMPTED", 2, true);
    if (r() < 0.3 && inCell(ids, cell).length) join(pick(inCell(ids, cell)), "HAS_IDENTIFIER", 1, false);
    if (patterns.length && r() < 0.4) join(pick(patterns), "SHOWS", 1, true);
    if (org >= 0 && (i === 3 || r() < 0.008)) join(org, "VERIFIED_BY", 1, false);
    spec.facets.forEach((f) => r() < 0.9 && bits.push({ facet: f, bits: round(2 + r() * 9) }));
    const born = first - Math.floor(r() * 20) * DAY;
    members.push({
      account: nodes[at].id, state: nodes[at].state, membership: round(review ? 0.4 + r() * 0.35 : 0.9 + r() * 0.099),
      bits: round(bits.reduce((a, b) => a + b.bits, 0)), facets: bits, exchanges: Math.floor((spec.exchanges / total) * (0.5 + r())),
      createdAt: iso(born), firstSeen: iso(born + DAY), lastSeen: iso(last - Math.floor(r() * 4) * DAY), status: r() < 0.06 ? "banned" : "active",
      emailDomain: ["mailbox.example", "inbox.example", "post.example"][Math.floor(r() * 3)],
    });
  }
  const degree = new Array(nodes.length).fill(0);
  edges.forEach((e) => (degree[e.s]++, degree[e.t]++));
  return { nodes, edges, degree, members, ...evidence(spec, summary, nodes, degree, r), timeline: timeline(spec, summary, r) };
}

function evidence(spec, summary, nodes, degree, r) {
  const facetOf = { payment: "payment", ip: "network", network: "network", identifier: "client", "prompt-family": "prompt", pattern: "timing" };
  const rows = [];
  nodes.forEach((n, i) => {
    const facet = n.type === "pattern" && n.label.startsWith("creation") ? "creation" : facetOf[n.type];
    if (!facet || degree[i] < 2 || n.type === "network") return;
    rows.push({ type: n.type, key: n.id, label: n.label, facet, detector: DETECTOR[facet], bits: round(Math.log2(degree[i] + 1) * (1.1 + r())), members: degree[i], total: degree[i] + Math.floor(r() * 3), discounted: false, reason: null });
  });
  rows.sort((a, b) => b.bits - a.bits);
  rows.push({ type: "ip", key: "198.51.100.14", label: "198.51.100.14", facet: "network", detector: "shared-address", bits: 0.2, members: 31, total: 4210, discounted: true, reason: "mixed users: only 3 % of the 4210 accounts that share it have anything else in common" });
  rows.push({ type: "prompt-family", key: "pf-public", label: "public agent framework", facet: "prompt", detector: "shared-prompt-family", bits: 0, members: 88, total: 9120, discounted: true, reason: "mixed users: only 5 % of the 9120 accounts that share it have anything else in common" });
  rows.push({ type: "payment", key: "bin:424242", label: "reseller BIN 424242", facet: "payment", detector: "shared-instrument", bits: 0, members: 64, total: 1508, discounted: true, reason: "mixed users: only 21 % of the 1508 accounts that share it have anything else in common" });
  const facetScores = spec.facets.map((f) => ({ facet: f, bits: round(rows.filter((x) => x.facet === f).reduce((a, b) => a + b.bits, 0) / 3 + 4), without: round(summary.linked - 0.02 - r() * (spec.state === "labelled" ? 0.22 : 0.5)) }));
  const hot = spec.state === "labelled";
  const signals = [
    { id: "skeleton-concentration", label: "Prompt skeletons concentrated", value: hot ? 0.86 : 0.21, weight: 0.34, text: hot ? "86 % of sampled prompts fall into nine skeletons" : "21 % of sampled prompts fall into one skeleton" },
    { id: "capability-targeting", label: "Capabilities targeted", value: hot ? 0.79 : 0.3, weight: 0.24, text: hot ? "79 % of exchanges target two capabilities; everyone else: 11 %" : "mix close to everyone else's" },
    { id: "concealment", label: "Concealment", value: hot ? 0.64 : 0.08, weight: 0.18, text: hot ? "64 % of accounts use hosting addresses and virtual cards" : "residential addresses and ordinary cards" },
    { id: "replacement", label: "Replacement after bans", value: hot ? 0.42 : 0, weight: 0.12, text: hot ? "17 of 40 banned accounts were followed within a day" : "none seen" },
    { id: "load-balancing", label: "Even load", value: hot ? 0.71 : 0.12, weight: 0.12, text: hot ? "26 ± 3 exchanges a day and account" : "uneven, as people are" },
  ];
  const hypotheses = spec.org ? [
    { organization: { id: spec.org[0], name: spec.org[1] }, label: spec.org[1], confidence: spec.org[2], named: spec.org[2] > 0.75, kinds: ["verified-members", "asn", "billing-name"], evidence: [
      { kind: "verified-members", text: "2 member accounts are verified by the organization's domain" },
      { kind: "asn", text: "38 % of connections come from AS64512, announced by the organization" },
      { kind: "billing-name", text: "4 invoices carry a billing name of the organization" }] },
    { organization: { id: "org-northgate", name: "Northgate Compute" }, label: "Northgate Compute", confidence: 0.14, named: false, kinds: ["prefix"], evidence: [{ kind: "prefix", text: "6 of 96 addresses lie in its prefix 203.0.118.0/24" }] },
    { organization: null, label: "unknown", confidence: round(1 - spec.org[2] - 0.05 > 0 ? 1 - spec.org[2] - 0.05 : 0.05), named: false, kinds: [], evidence: [] },
  ] : [{ organization: null, label: "unknown", confidence: 0.97, named: false, kinds: [], evidence: [] }];
  return { evidence: rows.slice(0, 46).concat(rows.filter((x) => x.discounted && rows.indexOf(x) >= 46)), facetScores, signals, hypotheses };
}

function timeline(spec, summary, r) {
  const start = Math.floor(Date.parse(summary.firstSeen) / DAY), n = spec.days + 1;
  const raw = Array.from({ length: n }, (_, i) => (0.35 + 0.65 * Math.sin((Math.PI * (i + 2)) / (n + 4))) * (0.75 + r() * 0.5) * ((start + i) % 7 < 2 && spec.state === "review" ? 0.4 : 1));
  const sum = raw.reduce((a, b) => a + b, 0);
  return raw.map((v, i) => ({ day: iso((start + i) * DAY).slice(0, 10), exchanges: Math.round((v / sum) * spec.exchanges), accounts: Math.max(1, Math.round((v / Math.max(...raw)) * spec.accounts * 0.9)) }));
}

/** The evidence-heavy part of a cluster that fits the budget, in columns, with stable positions. */
const drawn = new Map();
export function subgraph(id, maxNodes, maxEdges) {
  const key = `${id} ${maxNodes} ${maxEdges}`;
  if (!drawn.has(key)) drawn.set(key, draw(id, maxNodes, maxEdges));
  return drawn.get(key);
}

function draw(id, maxNodes, maxEdges) {
  const d = detail(id);
  const order = d.nodes.map((_, i) => i).sort((a, b) => rank(b) - rank(a));
  function rank(i) { return (d.nodes[i].type === "account" ? 0 : 1000) + d.degree[i]; }
  const kept = order.slice(0, maxNodes), at = new Map(kept.map((i, k) => [i, k]));
  const edges = d.edges.filter((e) => at.has(e.s) && at.has(e.t)).sort((a, b) => b.w - a.w).slice(0, maxEdges);
  const g = new Graph({ type: "undirected", multi: true });
  const r = random(byId.get(id).spec.seed);
  kept.forEach((i) => g.addNode(i, { x: r() * 100, y: r() * 100 }));
  edges.forEach((e) => g.addEdge(e.s, e.t, { weight: e.type === "PROMPTED" || e.type === "SHOWS" ? 0.12 : e.w }));
  const pos = forceAtlas2(g, { iterations: 320, getEdgeWeight: "weight", settings: { gravity: 0.6, scalingRatio: 12, barnesHutOptimize: kept.length > 400, strongGravityMode: false, linLogMode: false, adjustSizes: false } });
  return {
    version: "v1",
    nodes: {
      id: kept.map((i) => d.nodes[i].id), type: kept.map((i) => d.nodes[i].type), label: kept.map((i) => d.nodes[i].label),
      x: kept.map((i) => round(pos[i].x)), y: kept.map((i) => round(pos[i].y)), size: kept.map((i) => (d.nodes[i].type === "account" ? 1 : d.degree[i])),
      state: kept.map((i) => d.nodes[i].state ?? null), total: kept.map((i) => d.degree[i] + (d.nodes[i].type === "account" ? 2 : 0)),
    },
    edges: { source: edges.map((e) => at.get(e.s)), target: edges.map((e) => at.get(e.t)), type: edges.map((e) => e.type), weight: edges.map((e) => e.w), inferred: edges.map((e) => e.inferred) },
    shown: { nodes: kept.length, edges: edges.length }, total: { nodes: d.nodes.length, edges: d.edges.length },
    reason: kept.length < d.nodes.length ? "budget" : null, continue: null,
  };
}

/** Where a node is known, whichever cluster holds it. */
export function find(type, id) {
  for (const c of clusters) {
    const d = detail(c.spec.id), i = d.nodes.findIndex((n) => n.type === type && n.id === id);
    if (i >= 0) return { cluster: c, d, i };
  }
  return null;
}
