// What the REST API answers, as far as the screens read it. Times are ISO-8601 in UTC, days are yyyy-mm-dd, shares and scores 0..1.

export type EntityType =
  | "account"
  | "payment"
  | "ip"
  | "network"
  | "identifier"
  | "prompt-family"
  | "pattern"
  | "organization"
  | "cluster";

export type ClusterState = "labelled" | "review";
export type Facet = "payment" | "network" | "client" | "prompt" | "timing" | "creation";

export interface Session {
  user: string;
  roles: string[];
  /** What has to be done before anything else. */
  due: "second-factor" | "new-password" | "enrolment" | null;
  secondFactor: boolean;
  /** Whether the site's identity provider says who this is, instead of a password. */
  signOn: boolean;
  /** Whether it is the installation's own administrator, whose password is a file. */
  installation: boolean;
  /** When the session ends however busy it is. */
  endsAt: string | null;
}

/** The beginning of a second factor: the secret in Base32, and the same as an address that authenticator apps open. */
export interface Enrolment {
  secret: string;
  uri: string;
}

/** A second factor that counts from now on; the codes are shown this once. */
export interface Confirmation {
  session: Session;
  recoveryCodes: string[];
}

export type UserState = "active" | "disabled";

export interface User {
  name: string;
  roles: string[];
  state: UserState;
  /** Goes up with each change; a change says of which version it speaks. */
  version: number;
  passwordDue: boolean;
  secondFactor: boolean;
  /** Whether the site's identity provider says who this is, instead of a password. */
  signOn: boolean;
  /** Whether it is the installation's own administrator. */
  installation: boolean;
  createdAt: string | null;
  createdBy: string | null;
  changedAt: string | null;
  changedBy: string | null;
  passwordAt: string | null;
}

/** A user with a password for one login, shown this once. */
export interface UserWithPassword {
  user: User;
  /** Null where the user needs none. */
  password: string | null;
}

export interface Token {
  id: string;
  owner: string;
  name: string;
  scopes: string[];
  standing: "good" | "expired" | "revoked" | "owner-disabled";
  createdAt: string;
  expiresAt: string;
  /** A day. */
  lastUsed: string | null;
  revokedAt: string | null;
  revokedBy: string | null;
}

/** A token with the text that a program sends, shown this once. */
export interface TokenWithSecret {
  token: Token;
  secret: string;
}

/** One page of a list: how much of how much, why it was cut, and how to go on. */
export interface Page<T> {
  items: T[];
  shown: number;
  total: number;
  reason: "page" | "budget" | null;
  next: string | null;
  /** How many there are besides that people suppressed; not of every list. */
  hidden?: number;
}

export interface OrganizationLink {
  id: string;
  name: string;
  confidence: number;
}

export interface CapabilityShare {
  id: string;
  exchanges: number;
  share: number;
}

export interface ClusterSummary {
  id: string;
  state: ClusterState;
  score: number;
  linked: number;
  abusive: number;
  accounts: number;
  reviewAccounts: number;
  exchanges: number;
  firstSeen: string | null;
  lastSeen: string | null;
  capabilities: CapabilityShare[];
  facets: string[];
  organization: OrganizationLink | null;
}

export interface FacetScore {
  facet: string;
  bits: number;
  /** The linked score if this facet's evidence were not there. */
  without: number;
}

/** One thing that makes a cluster look abusive; `value` is its strength. */
export interface Signal {
  id: string | null;
  label: string | null;
  value: number | null;
  weight: number | null;
  text: string | null;
}

export interface EvidenceRow {
  type: EntityType;
  key: string;
  label: string;
  facet: string | null;
  detector: string | null;
  bits: number;
  /** How many of the cluster share it, and how many accounts anywhere. */
  members: number;
  total: number;
  /** Whether it was given less weight than its bits, and in `reason` why. */
  discounted: boolean;
  reason: string | null;
}

export interface Hypothesis {
  organization: { id: string; name: string } | null;
  label: string;
  confidence: number;
  named: boolean;
  kinds: string[];
  evidence: { kind: string | null; text: string }[];
}

export type HypothesisKind = "organization" | "deception" | "unknown";

interface Named {
  id: string;
  name: string;
}

/** Evidence × hypotheses about who stands behind a cluster; bits in the order of the hypotheses. */
export interface Attribution {
  outcome: string;
  hypotheses: { hypothesis: HypothesisKind; organization: Named | null; label: string; confidence: number; logOdds: number; named: boolean }[];
  matrix: { organization: Named | null; evidence: string; found: boolean; reach: number; text: string; bits: number[] }[];
  changes: {
    change: "with" | "without";
    organization: Named;
    evidence: string;
    leader: HypothesisKind;
    leading: Named | null;
    confidence: number;
    outcome: string;
  }[];
  statements: { organization: Named; statement: string; by: string; at: string; reference: string | null; status: string }[];
}

export interface ClusterDay {
  day: string;
  exchanges: number;
  accounts: number;
}

export interface ClusterDetail extends ClusterSummary {
  facetScores: FacetScore[];
  signals: Signal[];
  evidence: EvidenceRow[];
  evidenceTotal?: number;
  hypotheses: Hypothesis[];
  timeline: ClusterDay[];
  /** Who supplies this cluster and other ones with exits. */
  supply: { id: string; exits: number; through: string[]; share: number; tenants: { id: string; state: ClusterState; accounts: number; share: number }[] } | null;
  run: { id: string; asOf: string | null; recordedAt: string | null } | null;
}

export interface Member {
  account: string;
  state: ClusterState;
  membership: number;
  bits: number;
  facets: { facet: string; bits: number }[];
  exchanges: number;
  createdAt: string | null;
  firstSeen: string | null;
  lastSeen: string | null;
  status: string | null;
  emailDomain: string | null;
}

/** A subgraph in columns; edges name their ends by position in the node columns. */
export interface Subgraph {
  version: string;
  level: "overview" | "default" | "full";
  nodes: {
    id: string[];
    /** Of an overview every node is a "group". */
    type: EntityType[];
    /** Null in a full map where it is the id. */
    label: (string | null)[];
    x: number[];
    y: number[];
    /** How many accounts a mark stands for, or how many of the members share it. */
    size: number[];
    state: (string | null)[];
    total: number[];
    /** By which a bundle or a group is opened. */
    bundle: (string | null)[];
    /** The first few accounts of a bundle or a group. */
    first: (string[] | null)[];
    /** In an overview alone, as are the two that follow. */
    labelled?: number[];
    review?: number[];
    ties?: { type: EntityType; id: string; label: string; relation: string; accounts: number; bits: number }[][];
  };
  edges: { source: number[]; target: number[]; type: string[]; weight: number[]; inferred: boolean[]; things?: number[] };
  shown: { nodes: number; edges: number };
  total: { nodes: number; edges: number };
  /** How many accounts the nodes stand for. */
  accounts: { shown: number; total: number };
  reason: string | null;
  continue: string | null;
}

export interface RelationCount {
  relation: string;
  type: EntityType;
  count: number;
}

export interface Entity {
  type: EntityType;
  id: string;
  label: string;
  properties: Record<string, unknown>;
  clusters: { id: string; state: string; membership: number | null }[];
  neighbours: RelationCount[];
  timeline: { day: string; count: number }[];
  timelineReason?: string | null;
}

export interface Neighbour {
  type: EntityType;
  id: string;
  label: string;
  relation: string;
  weight: number;
  firstSeen: string | null;
  lastSeen: string | null;
  state: string | null;
  total: number | null;
}

export interface NeighbourPage extends Page<Neighbour> {
  counts: RelationCount[];
}

export interface EvidencePath {
  /** `users`: how many accounts use a thing; `bits`: the most it brings to a cluster. */
  nodes: { type: EntityType; id: string; label: string; users: number | null; bits: number | null }[];
  /** One for each step; `source` and `target` follow the relation's direction, not the walk; `text` says why they are joined. */
  edges: { source: number; target: number; relation: string; text: string }[];
  bits: number | null;
  /** In bits: less is stronger. */
  cost: number;
}

/** Up to `limit` chains, the strongest first; what stands beside `paths` is the strongest once more. */
export interface EvidencePaths extends Omit<EvidencePath, "cost"> {
  found: boolean;
  paths: EvidencePath[];
  shown: number;
  total: number | null;
  totalUnknown: string | null;
  reason: "limit" | "budget" | "unconnected" | "only-through-hubs" | "too-far" | null;
  continue: string | null;
}

export interface FacetCount {
  value: string;
  count: number;
  /** The count is a lower bound. */
  more: boolean;
}

export interface SearchPage extends Page<SearchHit> {
  facets: { type: FacetCount[]; state: FacetCount[] };
  /** What is not found while it is not complete, or behind, may be there all the same. */
  index: { complete: boolean; behind: boolean; at: string | null; building: { done: number; of: number } | null };
}

export interface SearchHit {
  type: EntityType;
  id: string;
  label: string;
  detail: string | null;
  cluster: string | null;
}

export interface DetectionRun {
  id: string;
  seq: number;
  asOf: string | null;
  recordedAt: string | null;
  complete: boolean;
  /** partial where a detector did not finish: clusters may be missing. */
  status?: string | null;
  unfinished?: string[];
  accounts: number;
  clusters: number;
  millis: number;
}

export interface DetectorRun {
  id: string;
  run: string | null;
  detector: string;
  version: number | string;
  params: unknown;
  status: string | null;
  links: number;
  members: number;
  millis: number;
  recordedAt: string | null;
}

export interface Detector {
  id: string;
  title: string;
  version: number | string;
  status: string;
  kind: string;
  facet: string;
  description: string;
  /** ISO-8601 durations. */
  every?: string | null;
  timeout?: string | null;
  params?: Record<string, { type?: string; default?: unknown; min?: unknown; max?: unknown; doc?: string }> | null;
  falsePositives?: { id: string; note: string }[] | null;
  misses?: string | null;
  lastRun?: { status: string; links: number; members: number; millis: number; recordedAt: string } | null;
}

export interface Status {
  version: string;
  graphTime: string | null;
  accounts: number;
  exchanges: number;
  clusters: { labelled: number; review: number };
  batches: number;
  lastRun: DetectionRun | null;
}
