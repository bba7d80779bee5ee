// One place that talks to the server: JSON in and out, the CSRF header, and problem+json turned into an error with its stable code.

import type {
  Attribution,
  ClusterDetail,
  ClusterSummary,
  Confirmation,
  DetectionRun,
  Detector,
  DetectorRun,
  Enrolment,
  Entity,
  EntityType,
  EvidencePaths,
  Member,
  NeighbourPage,
  Page,
  SearchPage,
  Session,
  Status,
  Subgraph,
  Token,
  TokenWithSecret,
  User,
  UserState,
  UserWithPassword,
} from "./types";

const ROOT = "api/v1";

/** An answer that is not 2xx, or no answer at all (`status` 0). */
export class ApiError extends Error {
  constructor(
    readonly status: number,
    readonly code: string,
    detail: string,
  ) {
    super(detail);
  }
}

let onSignedOut: () => void = () => {};
let onDue: () => void = () => {};

/** Called when the server says that the session is over. */
export function whenSignedOut(listener: () => void): void {
  onSignedOut = listener;
}

/** Called when the server says that something has to be done before anything else. */
export function whenDue(listener: () => void): void {
  onDue = listener;
}

const DUE = ["second-factor-due", "new-password-due", "enrolment-due"];

type Query = Record<string, string | number | null | undefined>;

/** Appends what is set; empty values are left out, so that addresses stay short. */
export function withQuery(path: string, query: Query = {}): string {
  const parts = Object.entries(query)
    .filter(([, value]) => value !== undefined && value !== null && value !== "")
    .map(([name, value]) => `${name}=${encodeURIComponent(String(value))}`);
  return parts.length === 0 ? path : `${path}?${parts.join("&")}`;
}

async function call<T>(method: string, path: string, body?: unknown, signal?: AbortSignal, more: Record<string, string> = {}): Promise<T> {
  const first = await attempt(method, path, body, signal, more);
  // The token goes with a log-out or changes in another window; the refusal, which did nothing, brings the next one.
  const answer = first instanceof ApiError && first.code === "csrf-token-invalid" ? await attempt(method, path, body, signal, more) : first;
  if (!(answer instanceof ApiError)) return (answer.status === 204 ? undefined : await answer.json().catch(() => undefined)) as T;
  if (answer.status === 401 && path !== "/session") onSignedOut();
  if (answer.status === 403 && DUE.includes(answer.code)) onDue();
  throw answer;
}

async function attempt(method: string, path: string, body: unknown, signal: AbortSignal | undefined, more: Record<string, string>): Promise<Response | ApiError> {
  const headers: Record<string, string> = { Accept: "application/json", ...more };
  if (method !== "GET") headers["X-XSRF-TOKEN"] = cookie("XSRF-TOKEN");
  if (body !== undefined) headers["Content-Type"] = "application/json";
  const request: RequestInit = { method, headers, credentials: "same-origin" };
  if (body !== undefined) request.body = JSON.stringify(body);
  if (signal !== undefined) request.signal = signal;
  const response = await send(`${ROOT}${path}`, request);
  return response.ok ? response : problem(response);
}

async function send(url: string, request: RequestInit): Promise<Response> {
  try {
    return await fetch(url, request);
  } catch (cause) {
    if (cause instanceof DOMException && cause.name === "AbortError") throw cause;
    throw new ApiError(0, "unreachable", "The server does not answer.");
  }
}

async function problem(response: Response): Promise<ApiError> {
  const body = (await response.json().catch(() => ({}))) as { code?: string; detail?: string; title?: string };
  return new ApiError(response.status, body.code ?? `http-${response.status}`, body.detail ?? body.title ?? response.statusText);
}

function cookie(name: string): string {
  const found = document.cookie.split("; ").find((entry) => entry.startsWith(`${name}=`));
  return found === undefined ? "" : decodeURIComponent(found.slice(name.length + 1));
}

const get = <T>(path: string, query?: Query, signal?: AbortSignal) => call<T>("GET", withQuery(path, query), undefined, signal);
const cluster = (id: string) => `/clusters/${encodeURIComponent(id)}`;
const user = (name: string) => `/users/${encodeURIComponent(name)}`;

export const api = {
  session: () => get<Session>("/session"),
  provider: () => get<{ name: string | null }>("/session/sign-on/provider"),
  signIn: (username: string, password: string) => call<Session>("POST", "/session", { username, password }),
  signOut: () => call<void>("DELETE", "/session"),
  giveCode: (code: string) => call<Session>("POST", "/session/second-factor", { code }),
  changePassword: (current: string, password: string) => call<Session>("POST", "/session/password", { current, password }),
  enrol: () => call<Enrolment>("POST", "/session/second-factor/enrolment"),
  confirm: (code: string) => call<Confirmation>("POST", "/session/second-factor/confirmation", { code }),
  signOutEverywhere: () => call<void>("DELETE", "/sessions"),
  tokens: (query: Query, signal?: AbortSignal) => get<Page<Token>>("/tokens", query, signal),
  makeToken: (name: string, scopes: readonly string[], expiresAt: string) => call<TokenWithSecret>("POST", "/tokens", { name, scopes, expiresAt }),
  revokeToken: (id: string) => call<Token>("DELETE", `/tokens/${encodeURIComponent(id)}`),
  users: (query: Query, signal?: AbortSignal) => get<Page<User>>("/users", query, signal),
  user: (name: string) => get<User>(user(name)),
  addUser: (name: string, roles: readonly string[], signOn: boolean) => call<UserWithPassword>("POST", "/users", { name, roles, signOn }),
  /** Refused with 412 where somebody else has changed the user since `of` was read. */
  changeUser: (of: User, change: { roles?: readonly string[]; state?: UserState }) =>
    call<User>("PATCH", user(of.name), change, undefined, { "If-Match": `"${of.version}"` }),
  resetPassword: (name: string) => call<UserWithPassword>("POST", `${user(name)}/password-reset`),
  secondFactorOff: (name: string) => call<User>("DELETE", `${user(name)}/second-factor`),
  endSessions: (name: string) => call<void>("DELETE", `${user(name)}/sessions`),
  status: () => get<Status>("/status"),
  clusters: (query: Query, signal?: AbortSignal) => get<Page<ClusterSummary>>("/clusters", query, signal),
  cluster: (id: string, signal?: AbortSignal) => get<ClusterDetail>(cluster(id), {}, signal),
  attribution: (id: string, signal?: AbortSignal) => get<Attribution>(`${cluster(id)}/attribution`, {}, signal),
  members: (id: string, query: Query, signal?: AbortSignal) => get<Page<Member>>(`${cluster(id)}/members`, query, signal),
  subgraph: (id: string, maxNodes: number, maxEdges: number, signal?: AbortSignal) =>
    get<Subgraph>(`${cluster(id)}/subgraph`, { maxNodes, maxEdges }, signal),
  entity: (type: EntityType, id: string, signal?: AbortSignal) => get<Entity>(`/entities/${type}`, { id }, signal),
  neighbours: (type: EntityType, id: string, query: Query = {}, signal?: AbortSignal) =>
    get<NeighbourPage>(`/entities/${type}/neighbours`, { id, ...query }, signal),
  path: (fromType: EntityType, from: string, toType: EntityType, to: string) =>
    get<EvidencePaths>("/paths", { fromType, from, toType, to }),
  search: (q: string, signal?: AbortSignal) => get<SearchPage>("/search", { q, limit: 12 }, signal),
  detectors: (signal?: AbortSignal) => get<Page<Detector>>("/detectors", {}, signal),
  detectorRuns: (id: string, signal?: AbortSignal) => get<Page<DetectorRun>>(`/detectors/${encodeURIComponent(id)}/runs`, {}, signal),
  startRun: () => call<{ state: "started" | "running" }>("POST", "/runs"),
  runs: (signal?: AbortSignal) => get<Page<DetectionRun>>("/runs", {}, signal),
};
