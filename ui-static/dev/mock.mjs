// A stand-in for the server while working on the screens: the REST contract over generated data, plus the built files under the
// same content security policy as the real server. `npm run mock`, then `npm run dev`, or open http://127.0.0.1:8099 after a build.
// Sign in as admin, or one of the others of access.mjs, with the password iolaus. SLOW=800 delays each answer, FAIL=subgraph makes the calls that match fail.

import { createServer } from "node:http";
import { readFile } from "node:fs/promises";
import { extname, join, normalize } from "node:path";
import { fileURLToPath } from "node:url";
import { access } from "./access.mjs";
import { ok, page, problem } from "./answers.mjs";
import { byId, clusters, detail, find, GRAPH_TIME, subgraph } from "./data.mjs";

const PORT = Number(process.env.PORT ?? 8099);
const STATIC = fileURLToPath(new URL("../target/classes/static/", import.meta.url));
const CSP = "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data: blob:; font-src 'self'; connect-src 'self'; worker-src 'self'; base-uri 'none'; form-action 'self'; frame-ancestors 'none'";
const TYPES = { ".html": "text/html; charset=utf-8", ".js": "text/javascript; charset=utf-8", ".css": "text/css; charset=utf-8", ".svg": "image/svg+xml", ".woff2": "font/woff2" };
const RELATIONS = { payment: "PAID_WITH", ip: "CONNECTED_FROM", identifier: "HAS_IDENTIFIER", "prompt-family": "PROMPTED", pattern: "SHOWS", network: "IN_NETWORK", organization: "VERIFIED_BY" };
const sorted = (list, key, order) => [...list].sort((a, b) => (order === "asc" ? 1 : -1) * (a[key] < b[key] ? -1 : a[key] > b[key] ? 1 : 0));

function listClusters(q) {
  const text = (q.get("q") ?? "").toLowerCase();
  const list = clusters.map((c) => c.summary)
    .filter((c) => !q.get("state") || c.state === q.get("state"))
    .filter((c) => !text || [c.id, c.organization?.name ?? "", ...c.capabilities.map((x) => x.id), ...c.facets].join(" ").toLowerCase().includes(text));
  return ok(page(sorted(list, q.get("sort") ?? "score", q.get("order") ?? "desc"), q, 25));
}

function cluster(id) {
  const { summary } = byId.get(id), d = detail(id);
  return ok({ ...summary, facetScores: d.facetScores, signals: d.signals, evidence: d.evidence, hypotheses: d.hypotheses, timeline: d.timeline, run: { id: "run-0042", asOf: new Date(GRAPH_TIME).toISOString(), recordedAt: "2026-04-01T00:02:11Z" } });
}

function neighbours(hit) {
  const { d, i } = hit, out = [];
  d.edges.forEach((e) => {
    if (e.s !== i && e.t !== i) return;
    const n = d.nodes[e.s === i ? e.t : e.s], k = d.nodes.indexOf(n);
    if (!out.some((o) => o.id === n.id && o.type === n.type)) out.push({ type: n.type, id: n.id, label: n.label, relation: e.type, weight: e.w, firstSeen: "2026-02-11T04:00:00Z", lastSeen: "2026-03-29T19:00:00Z", state: n.state ?? null, total: d.degree[k] });
  });
  if (d.nodes[i].type === "account") for (let k = 0; k < 2; k++) out.push({ type: "ip", id: `198.51.100.${(i * 7 + k) % 250}`, label: `198.51.100.${(i * 7 + k) % 250}`, relation: "CONNECTED_FROM", weight: 1, firstSeen: "2026-02-11T04:00:00Z", lastSeen: "2026-03-29T19:00:00Z", state: null, total: 3 + k });
  return out;
}
const counts = (list) => Object.values(list.reduce((m, n) => ((m[n.relation + n.type] ??= { relation: n.relation, type: n.type, count: 0 }).count++, m), {}));

function entity(type, id) {
  const hit = find(type, id);
  if (!hit) return problem(404, "entity-not-found", `No ${type} ${id}`);
  const n = hit.d.nodes[hit.i], m = hit.d.members.find((x) => x.account === id);
  const properties = m ? { status: m.status, createdAt: m.createdAt, firstSeen: m.firstSeen, lastSeen: m.lastSeen, exchanges: m.exchanges, emailDomain: m.emailDomain, plan: "pay-as-you-go", verified: false } : { accounts: hit.d.degree[hit.i], firstSeen: "2026-02-11T04:00:00Z" };
  return ok({ type, id, label: n.label, properties, clusters: type === "account" ? [{ id: hit.cluster.spec.id, state: n.state, membership: m.membership }] : [], neighbours: counts(neighbours(hit)), timeline: hit.d.timeline.map((t, k) => ({ day: t.day, count: Math.round(20 + ((k * 37 + hit.i * 13) % 17)) })) });
}

function path(q) {
  const a = find(q.get("fromType"), q.get("from"));
  if (!a) return problem(404, "entity-not-found", "No such entity");
  const near = new Map([[a.i, null]]), queue = [a.i];
  const goal = a.d.nodes.findIndex((n) => n.type === q.get("toType") && n.id === q.get("to"));
  while (queue.length && goal >= 0 && !near.has(goal)) {
    const at = queue.shift();
    a.d.edges.forEach((e) => { const o = e.s === at ? e.t : e.t === at ? e.s : -1; if (o >= 0 && !near.has(o)) { near.set(o, { at, e }); queue.push(o); } });
  }
  if (!near.has(goal)) return ok({ found: false, nodes: [], edges: [], bits: null, paths: [], shown: 0, total: 0, totalUnknown: null, reason: "unconnected", continue: null });
  const nodes = [], edges = [];
  for (let at = goal; at !== null; at = near.get(at)?.at ?? null) {
    nodes.unshift({ type: a.d.nodes[at].type, id: a.d.nodes[at].id, label: a.d.nodes[at].label });
    if (near.get(at)) edges.unshift({ relation: near.get(at).e.type, text: `${a.d.nodes[near.get(at).at].label} – ${a.d.nodes[at].label}` });
  }
  const best = { nodes: nodes.map((n) => ({ ...n, users: n.type === "account" ? null : 3, bits: null })), edges: edges.map((e, i) => ({ source: i, target: i + 1, ...e })), bits: 7.4 };
  return ok({ found: true, ...best, paths: [{ ...best, cost: 7.6 }], shown: 1, total: null, totalUnknown: "only one was asked for", reason: "limit", continue: null });
}

function search(text) {
  const t = text.replace(/^(acct|ip|pay|id|fp|org|cluster):/, "").toLowerCase(), items = [];
  for (const c of clusters) {
    if (c.spec.id.includes(t)) items.push({ type: "cluster", id: c.spec.id, label: c.spec.id, detail: `${c.summary.accounts} accounts`, cluster: c.spec.id });
    for (const n of detail(c.spec.id).nodes) if ((n.id + n.label).toLowerCase().includes(t)) items.push({ type: n.type, id: n.id, label: n.label, detail: `in ${c.spec.id}`, cluster: c.spec.id });
    if (items.length > 40) break;
  }
  return ok({ items: items.slice(0, 12), shown: Math.min(12, items.length), total: items.length, reason: items.length > 12 ? "page" : null, next: null });
}

const DETECTORS = ["shared-instrument", "shared-address", "shared-network", "shared-identifier", "shared-prompt-family", "co-timing", "creation-cohort"].map((id, i) => ({
  id, title: ["Accounts paying with one instrument", "Accounts behind one address", "Accounts in one small network", "Accounts sharing a device, phone or key", "Accounts filling one prompt skeleton", "Accounts working in the same ten seconds", "Accounts created as one cohort"][i],
  version: 1, status: "active", kind: "link", facet: ["payment", "network", "network", "client", "prompt", "timing", "creation"][i],
  description: "Finds what accounts share; weighing judges whether sharing it means anything.", every: "PT15M", timeout: "PT1M", params: { window: { type: "duration", default: "P60D", doc: "how far back to look" } },
  falsePositives: [{ id: "corporate-card", note: "one team pays for many seats" }], misses: "rings that share nothing of this kind",
  lastRun: { status: i === 5 ? "partial" : "complete", links: 400 + i * 37, members: 3000 + i * 411, millis: 180 + i * 260, recordedAt: "2026-04-01T00:02:11Z" },
}));
const RUN = (n) => ({ id: "run-00" + n, seq: n, asOf: new Date(GRAPH_TIME).toISOString(), recordedAt: `2026-04-01T00:${String(n - 30).padStart(2, "0")}:11Z`, complete: true, accounts: 51234, clusters: 35, millis: 8200 + n * 11 });

function route(method, path_, q) {
  let m;
  if (path_ === "/status") return ok({ version: "0.1.0", graphTime: new Date(GRAPH_TIME).toISOString(), accounts: 51234, exchanges: 9_482_113, clusters: { labelled: 4, review: 31 }, batches: 12, lastRun: RUN(42) });
  if (path_ === "/clusters") return listClusters(q);
  if ((m = /^\/clusters\/([^/]+)(\/\w+)?$/.exec(path_))) {
    const id = decodeURIComponent(m[1]);
    if (!byId.has(id)) return problem(404, "cluster-not-found", `No cluster ${id}`);
    if (!m[2]) return cluster(id);
    if (m[2] === "/members") return ok(page(sorted(detail(id).members.filter((x) => !q.get("state") || x.state === q.get("state")), q.get("sort") ?? "membership", q.get("order") ?? "desc"), q, 50));
    if (m[2] === "/attribution") return ok({ outcome: "no-evidence", hypotheses: [], matrix: [], changes: [], statements: [] });
    if (m[2] === "/subgraph") return ok(subgraph(id, Number(q.get("maxNodes") ?? 500), Number(q.get("maxEdges") ?? 2000)));
  }
  if ((m = /^\/entities\/([^/]+)(\/neighbours)?$/.exec(path_))) {
    if (!m[2]) return entity(m[1], q.get("id"));
    const hit = find(m[1], q.get("id"));
    if (!hit) return problem(404, "entity-not-found", `No ${m[1]} ${q.get("id")}`);
    const all = neighbours(hit);
    return ok({ ...page(all.filter((n) => !q.get("relation") || n.relation === q.get("relation")), q, 50), counts: counts(all) });
  }
  if (path_ === "/paths") return path(q);
  if (path_ === "/search") return search(q.get("q") ?? "");
  if (path_ === "/detectors") return ok({ items: DETECTORS, shown: 7, total: 7, reason: null, next: null });
  if ((m = /^\/detectors\/([^/]+)\/runs$/.exec(path_))) return ok(page(Array.from({ length: 9 }, (_, i) => ({ id: `run-00${42 - i}/${m[1]}`, run: `run-00${42 - i}`, detector: m[1], version: 1, params: "{\"window\":\"P60D\"}", status: i === 3 ? "failed" : "complete", links: 402 + i, members: 3120 - i * 9, millis: 240 + ((i * 53) % 90), recordedAt: `2026-04-01T00:${String(12 - i).padStart(2, "0")}:11Z` })), q, 50));
  if (path_ === "/runs" && method === "POST") return { status: 202, body: { state: "started" } };
  if (path_ === "/runs") return ok(page(Array.from({ length: 9 }, (_, i) => RUN(42 - i)), q, 50));
  return problem(404, "not-found", `No ${path_}`);
}

const readBody = (req) => new Promise((done) => { let s = ""; req.on("data", (c) => (s += c)).on("end", () => done(s ? JSON.parse(s) : {})); });

createServer(async (req, res) => {
  const url = new URL(req.url, "http://mock"), cookies = Object.fromEntries((req.headers.cookie ?? "").split("; ").map((c) => c.split("=")));
  const headers = { "Content-Security-Policy": CSP, "X-Content-Type-Options": "nosniff", "Referrer-Policy": "no-referrer" };
  if (url.pathname.startsWith("/api/v1/")) {
    const path_ = url.pathname.slice(7);
    await new Promise((r) => setTimeout(r, Number(process.env.SLOW ?? 40)));
    let a = access(req, path_, await readBody(req), cookies.SESSION, url.searchParams) ?? route(req.method, path_, url.searchParams);
    if (process.env.FAIL && new RegExp(process.env.FAIL).test(path_)) a = problem(503, "database-unavailable", "The database does not answer; trying again may help");
    res.writeHead(a.status, { ...headers, "Content-Type": a.type ?? "application/json", "Set-Cookie": ["XSRF-TOKEN=mock; SameSite=Strict; Path=/", ...(a.cookie ? [a.cookie] : [])] });
    return res.end(a.body ? JSON.stringify(a.body) : "");
  }
  const file = normalize(join(STATIC, url.pathname === "/" ? "index.html" : url.pathname));
  try {
    if (!file.startsWith(STATIC)) throw new Error("outside");
    const body = await readFile(file);
    res.writeHead(200, { ...headers, "Content-Type": TYPES[extname(file)] ?? "application/octet-stream" }).end(body);
  } catch {
    res.writeHead(404, headers).end("not found");
  }
}).listen(PORT, "127.0.0.1", () => console.log(`mock server on http://127.0.0.1:${PORT}`));
