import { expect, test } from "vitest";
import { dayAfter, LONGEST_DAYS, startOf } from "./expiry";

const now = new Date("2026-02-27T23:30:00Z");

test("days are counted in UTC, over the end of a month", () => {
  expect(dayAfter(now, 1)).toBe("2026-02-28");
  expect(dayAfter(now, 2)).toBe("2026-03-01");
});

test("the last day that can be chosen begins within what the server allows", () => {
  const last = Date.parse(startOf(dayAfter(now, LONGEST_DAYS)));
  expect(last - now.getTime()).toBeLessThanOrEqual(LONGEST_DAYS * 86_400_000);
});
