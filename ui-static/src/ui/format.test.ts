import { expect, test } from "vitest";
import { bits, compact, days, duration, percent, score, span, value, words } from "./format";

test("shortens large numbers to three digits", () => {
  expect([9_999, 10_000, 171_940, 999_999, 1_412_880, 28_800_000].map(compact)).toEqual(["9,999", "10.0 k", "172 k", "1.00 M", "1.41 M", "28.8 M"]);
});

test("never rounds a score up to certainty or down to nothing", () => {
  expect([1, 0.999, 0.968, 0.001, 0].map(score)).toEqual(["1.00", ">0.99", "0.97", "<0.01", "0.00"]);
  expect([1, 0.999, 0.5, 0.001].map(percent)).toEqual(["100 %", ">99 %", "50 %", "<1 %"]);
});

test("says the first year of a span only where it differs", () => {
  expect(span("2026-02-15T00:00:00Z", "2026-03-31T23:00:00Z")).toBe("15 Feb – 31 Mar 2026");
  expect(span("2025-12-30T00:00:00Z", "2026-01-02T00:00:00Z")).toBe("30 Dec 2025 – 2 Jan 2026");
  expect(span(null, "2026-01-02T00:00:00Z")).toBe("–");
});

test("counts both the first and the last day", () => {
  expect(days("2026-02-15T23:59:00Z", "2026-02-16T00:01:00Z")).toBe(2);
  expect(days("2026-02-15T01:00:00Z", "2026-02-15T02:00:00Z")).toBe(1);
});

test("says durations as people do", () => {
  expect(["PT15M", "P60D", "PT1440H", "PT1M30S", "latest"].map(duration)).toEqual(["15 min", "60 days", "60 days", "1 min 30 s", "latest"]);
});

test("turns names of code into words", () => {
  expect([words("emailDomain"), words("skeleton-concentration"), words("asn")]).toEqual(["Email domain", "Skeleton concentration", "ASN"]);
});

test("shows any property", () => {
  expect([value(null), value(true), value(12_345), value(["a", "b"]), value([])]).toEqual(["–", "yes", "12,345", "a, b", "–"]);
  expect(value("2026-02-15T10:05:00Z")).toBe("15 Feb 2026, 10:05 UTC");
  expect(bits(9.96)).toBe("10.0 bits");
});
