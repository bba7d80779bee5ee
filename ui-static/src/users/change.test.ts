import { expect, test } from "vitest";
import type { User } from "../api/types";
import { changeOf, lossOf } from "./change";

const ann: User = {
  name: "ann", roles: ["analyst", "viewer"], state: "active", version: 3, passwordDue: false, secondFactor: false, signOn: false, installation: false,
  createdAt: null, createdBy: null, changedAt: null, changedBy: null, passwordAt: null,
};

test("only what differs is sent, whatever the order of roles", () => {
  expect(changeOf(ann, { roles: ["viewer", "analyst"], state: "active" })).toBeNull();
  expect(changeOf(ann, { roles: ["viewer", "lead"], state: "active" })).toEqual({ roles: ["viewer", "lead"] });
  expect(changeOf(ann, { roles: ["analyst", "viewer"], state: "disabled" })).toEqual({ state: "disabled" });
});

test("what is only given is not asked about", () => {
  expect(lossOf(ann, { roles: ["analyst", "viewer", "lead"], state: "active" })).toBeNull();
  expect(lossOf({ ...ann, state: "disabled" }, { roles: ann.roles, state: "active" })).toBeNull();
});

test("what is taken away is named", () => {
  expect(lossOf(ann, { roles: ["lead", "viewer"], state: "active" })).toMatch(/ann loses analyst\./);
  expect(lossOf(ann, { roles: ann.roles, state: "disabled" })).toMatch(/can no longer log in/);
});
