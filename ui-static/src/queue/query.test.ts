import { expect, test } from "vitest";
import { DEFAULT_QUERY, readQuery, sortBy, writeQuery } from "./query";

test("an address without parameters is the default queue", () => {
  expect(readQuery({})).toEqual(DEFAULT_QUERY);
  expect(writeQuery(DEFAULT_QUERY)).toEqual({});
});

test("writing and reading are inverse", () => {
  const query = { state: "review", q: "alder & co", sort: "accounts", order: "asc" } as const;
  expect(readQuery(writeQuery(query))).toEqual(query);
});

test("unknown values fall back to the default", () => {
  expect(readQuery({ state: "gone", sort: "colour", order: "up" })).toEqual(DEFAULT_QUERY);
});

test("the same column turns round, another one starts with its greatest", () => {
  const once = sortBy(DEFAULT_QUERY, "score");
  expect(once.order).toBe("asc");
  expect(sortBy(once, "accounts")).toEqual({ ...DEFAULT_QUERY, sort: "accounts", order: "desc" });
});
