// Numbers, days and names as the screens write them. All times are shown in UTC, as the graph keeps them.

import type { EntityType } from "../api/types";

const whole = new Intl.NumberFormat("en-GB", { maximumFractionDigits: 0 });
const day = new Intl.DateTimeFormat("en-GB", { day: "numeric", month: "short", year: "numeric", timeZone: "UTC" });
const dayNoYear = new Intl.DateTimeFormat("en-GB", { day: "numeric", month: "short", timeZone: "UTC" });
const time = new Intl.DateTimeFormat("en-GB", { hour: "2-digit", minute: "2-digit", timeZone: "UTC" });

export const NONE = "–";

export function count(n: number | null | undefined): string {
  return n === null || n === undefined ? NONE : whole.format(n);
}

/** 1,412,880 → "1.41 M"; below ten thousand the whole number. */
export function compact(n: number): string {
  if (n < 10_000) return whole.format(n);
  const [value, unit] = n < 999_500 ? [n / 1e3, "k"] : n < 999_500_000 ? [n / 1e6, "M"] : [n / 1e9, "bn"];
  return `${value < 10 ? value.toFixed(2) : value < 100 ? value.toFixed(1) : value.toFixed(0)} ${unit}`;
}

/** A score 0..1 with two digits; never rounded up to a certainty it does not have. */
export function score(x: number | null | undefined): string {
  if (x === null || x === undefined) return NONE;
  return x < 1 && x >= 0.995 ? ">0.99" : x > 0 && x < 0.005 ? "<0.01" : x.toFixed(2);
}

export function percent(x: number): string {
  return x < 1 && x >= 0.995 ? ">99 %" : x > 0 && x < 0.005 ? "<1 %" : `${Math.round(x * 100)} %`;
}

export function bits(x: number): string {
  return `${x < 10 ? x.toFixed(1) : x.toFixed(0)} bits`;
}

export function plural(n: number, one: string, many = `${one}s`): string {
  return `${count(n)} ${n === 1 ? one : many}`;
}

export function date(iso: string | null | undefined): string {
  return iso ? day.format(new Date(iso)) : NONE;
}

export function moment(iso: string | null | undefined): string {
  return iso ? `${day.format(new Date(iso))}, ${time.format(new Date(iso))} UTC` : NONE;
}

/** "15 Feb – 31 Mar 2026"; the first year only where it differs. */
export function span(from: string | null, to: string | null): string {
  if (!from || !to) return NONE;
  const sameYear = from.slice(0, 4) === to.slice(0, 4);
  return `${(sameYear ? dayNoYear : day).format(new Date(from))} – ${day.format(new Date(to))}`;
}

/** "15 Feb – 31 Mar", where the year is said elsewhere. */
export function shortSpan(from: string, to: string): string {
  return `${dayNoYear.format(new Date(from))} – ${dayNoYear.format(new Date(to))}`;
}

export function days(from: string | null, to: string | null): number {
  if (!from || !to) return 0;
  return Math.floor(Date.parse(to.slice(0, 10)) / 86_400_000) - Math.floor(Date.parse(from.slice(0, 10)) / 86_400_000) + 1;
}

export function millis(ms: number): string {
  return ms < 1000 ? `${Math.round(ms)} ms` : `${(ms / 1000).toFixed(1)} s`;
}

/** "PT15M" → "15 min", "P60D" or "PT1440H" → "60 days"; what is no ISO-8601 duration stays as it is. */
export function duration(iso: string): string {
  const found = /^P(?:(\d+)D)?(?:T(?:(\d+)H)?(?:(\d+)M)?(?:(\d+)S)?)?$/.exec(iso);
  if (found === null) return iso;
  const [d, h, m, s] = found.slice(1).map((part) => Number(part ?? 0)) as [number, number, number, number];
  const parts = [plural(d + Math.floor(h / 24), "day"), `${h % 24} h`, `${m} min`, `${s} s`].filter((part) => !part.startsWith("0 "));
  return parts.length === 0 ? iso : parts.join(" ");
}

const TYPE_NAMES: Record<EntityType, readonly [string, string]> = {
  account: ["account", "accounts"],
  payment: ["payment instrument", "payment instruments"],
  ip: ["address", "addresses"],
  network: ["network", "networks"],
  identifier: ["identifier", "identifiers"],
  "prompt-family": ["prompt family", "prompt families"],
  pattern: ["pattern", "patterns"],
  organization: ["organization", "organizations"],
  cluster: ["cluster", "clusters"],
};

export function typeName(type: EntityType, n = 1): string {
  const names = TYPE_NAMES[type];
  return names === undefined ? type : names[n === 1 ? 0 : 1];
}

const RELATIONS: Record<string, string> = {
  PAID_WITH: "paid with",
  CONNECTED_FROM: "connected from",
  HAS_IDENTIFIER: "has identifier",
  IN_NETWORK: "in network",
  PROMPTED: "prompted with",
  SHOWS: "shows",
  VERIFIED_BY: "verified by",
  SEAT_OF: "seat of",
  MEMBER_OF: "member of",
  SUPPORTED_BY: "supported by",
  ATTRIBUTED_TO: "attributed to",
};

export function relationName(relation: string): string {
  return RELATIONS[relation] ?? relation.toLowerCase().replaceAll("_", " ");
}

const ACRONYMS = /\b(asn|bin|cidr|id|ip|tls)\b/gi;

/** "skeleton-concentration" or "emailDomain" → "Skeleton concentration", "Email domain". */
export function words(name: string): string {
  const text = name.replace(/([a-z])([A-Z])/g, "$1 $2").replaceAll(/[-_]/g, " ").toLowerCase();
  return (text.charAt(0).toUpperCase() + text.slice(1)).replace(ACRONYMS, (name) => name.toUpperCase());
}

export function value(x: unknown): string {
  if (x === null || x === undefined || x === "") return NONE;
  if (typeof x === "number") return Number.isInteger(x) ? count(x) : String(Math.round(x * 1000) / 1000);
  if (typeof x === "boolean") return x ? "yes" : "no";
  if (Array.isArray(x)) return x.length === 0 ? NONE : x.map(value).join(", ");
  if (typeof x === "string" && /^\d{4}-\d{2}-\d{2}T/.test(x)) return moment(x);
  return typeof x === "object" ? JSON.stringify(x) : String(x);
}
