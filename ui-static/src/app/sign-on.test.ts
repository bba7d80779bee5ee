import { describe, expect, it } from "vitest";
import { reasonOf } from "./sign-on";

describe("reasonOf", () => {
  it("is nothing where nobody comes back", () => {
    expect(reasonOf("")).toBeNull();
    expect(reasonOf("?other=1")).toBeNull();
  });

  it("has words for what the server says", () => {
    expect(reasonOf("?sign-on=unknown")).toContain("ask an administrator");
    expect(reasonOf("?sign-on=unavailable")).toContain("does not answer");
  });

  it("shows no text of an address", () => {
    expect(reasonOf("?sign-on=Call+0800+1")).not.toContain("0800");
    expect(reasonOf("?sign-on=constructor")).toContain("cannot be believed");
  });
});
