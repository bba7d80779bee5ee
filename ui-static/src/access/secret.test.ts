import { expect, test } from "vitest";
import { grouped, passwordMistake, plainCode } from "./secret";

test("a secret is shown in groups of four, the last one shorter", () => {
  expect(grouped("JBSWY3DPEHPK3PXP")).toBe("JBSW Y3DP EHPK 3PXP");
  expect(grouped("ABCDE")).toBe("ABCD E");
  expect(grouped("JBSW Y3DP")).toBe("JBSW Y3DP");
  expect(grouped("")).toBe("");
});

test("a code may be typed as the app shows it; recovery codes keep their form", () => {
  expect(plainCode(" 123 456 ")).toBe("123456");
  expect(plainCode("k7dq-aaaa-bbbb-cccc ")).toBe("k7dq-aaaa-bbbb-cccc");
});

test("a new password is long enough, typed twice alike, and new", () => {
  expect(passwordMistake("old", "too short", "too short")).toMatch(/12 characters/);
  expect(passwordMistake("old", "long enough for it", "long enough for if")).toMatch(/not the same/);
  expect(passwordMistake("long enough for it", "long enough for it", "long enough for it")).toMatch(/choose another/);
  expect(passwordMistake("old", "long enough for it", "long enough for it")).toBeNull();
});
