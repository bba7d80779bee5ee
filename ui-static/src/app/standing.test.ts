import { expect, test } from "vitest";
import type { Session } from "../api/types";
import { after, ended, pageOf, type SessionState } from "./standing";

const who = (due: Session["due"], user = "ann"): Session => ({ user, roles: ["analyst"], due, secondFactor: false, signOn: false, installation: false, endsAt: null });
const out: SessionState = { kind: "signed-out" };
const inside: SessionState = { kind: "signed-in", session: who(null) };

test("who has nothing to do is in", () => {
  expect(after(out, who(null)).kind).toBe("signed-in");
});

test("each thing that is due is a step of its own, on the log-in page", () => {
  for (const due of ["second-factor", "new-password", "enrolment"] as const) {
    expect(after(out, who(due))).toEqual({ kind: "due", session: who(due), step: due, over: false });
  }
});

test("one step leads to the next and then in", () => {
  const first = after(out, who("new-password"));
  const second = after(first, who("enrolment"));
  expect(second).toMatchObject({ step: "enrolment", over: false });
  expect(after(second, who(null)).kind).toBe("signed-in");
});

test("a reload in the middle comes back to the step", () => {
  expect(after({ kind: "starting" }, who("enrolment"))).toMatchObject({ kind: "due", step: "enrolment", over: false });
});

test("what falls due at work is asked for on top of the page", () => {
  expect(after(inside, who("enrolment"))).toMatchObject({ kind: "due", over: true });
});

test("a session that ends keeps the page, through the steps of the next log-in", () => {
  const expired = ended(inside);
  expect(expired.kind).toBe("expired");
  const code = after(expired, who("second-factor"));
  expect(code).toMatchObject({ kind: "due", over: true });
  expect(ended(code).kind).toBe("expired");
  expect(pageOf(code)?.user).toBe("ann");
});

test("a session that ends before it was in leads back to the password", () => {
  expect(ended(after(out, who("second-factor")))).toEqual(out);
  expect(ended({ kind: "starting" })).toEqual(out);
});
