import { readFileSync } from "node:fs";
import { expect, test } from "vitest";
import { changeUsers, hasOne, readUsers, ROLES, type Role, scopesFor, startRuns } from "./roles";

// The server's own table of who may use which route.
const table = readFileSync(new URL("../../../api/src/main/resources/io/iolaus/api/security/routes.txt", import.meta.url), "utf8")
  .split("\n")
  .filter((line) => line !== "" && !line.startsWith("#"))
  .map((line) => line.split(/\s+/));
const columns = table[0]!;
const routes = table.slice(1);
const names = ROLES.map(([role]) => role);

const opens = (role: string, route: readonly string[]) => route[columns.indexOf(role)] === "x";
const who = (method: string, path: string) => names.filter((role) => opens(role, routes.find(([m, p]) => m === method && p === path)!));

test("the roles are those of the server", () => {
  expect([...names].sort()).toEqual(columns.slice(5).sort());
});

test("what is offered by role is what the server allows", () => {
  expect([...readUsers].sort()).toEqual(who("GET", "/api/v1/users").sort());
  expect([...changeUsers].sort()).toEqual(who("PATCH", "/api/v1/users/{name}").sort());
  expect([...startRuns].sort()).toEqual(who("POST", "/api/v1/runs").sort());
});

test("a scope that is offered opens no route that the roles do not", () => {
  for (const role of names) {
    for (const scope of scopesFor([role])) {
      expect(
        routes.filter((route) => opens(scope, route) && !opens(role, route)),
        `${scope} of ${role}`,
      ).toEqual([]);
    }
  }
});

test("scopes are one's own roles and what they include", () => {
  expect(scopesFor(["viewer"])).toEqual(["viewer"]);
  expect(scopesFor(["detector-author", "analyst"])).toEqual(["viewer", "analyst", "detector-author"]);
  expect(scopesFor(["administrator"])).toEqual(names);
  expect(scopesFor([])).toEqual([]);
});

test("one fitting role is enough", () => {
  expect(hasOne(["viewer", "auditor"], readUsers)).toBe(true);
  expect(hasOne(["viewer"] satisfies Role[], startRuns)).toBe(false);
});
