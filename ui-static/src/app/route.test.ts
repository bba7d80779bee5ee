import { beforeAll, expect, test, vi } from "vitest";

let parseRoute: typeof import("./route").parseRoute;
let links: typeof import("./route");

beforeAll(async () => {
  vi.stubGlobal("location", { hash: "" });
  vi.stubGlobal("addEventListener", () => {});
  links = await import("./route");
  parseRoute = links.parseRoute;
});

test("the empty address is the queue", () => {
  expect(parseRoute("")).toEqual({ screen: "queue", params: {} });
  expect(parseRoute("#/queue?state=review")).toEqual({ screen: "queue", params: { state: "review" } });
});

test("links and routes are inverse, whatever the id holds", () => {
  const id = "k1:a/b ?#&é%";
  expect(parseRoute(links.clusterLink(id, { select: "ip:2001:db8::/64" }))).toEqual({ screen: "cluster", id, params: { select: "ip:2001:db8::/64" } });
  expect(parseRoute(links.entityLink("network", "203.0.113.0/24"))).toEqual({ screen: "entity", type: "network", id: "203.0.113.0/24", params: {} });
  expect(parseRoute(links.detectorLink("co-timing"))).toEqual({ screen: "detectors", id: "co-timing", params: {} });
});

test("one's account and the users have addresses", () => {
  expect(parseRoute("#/account")).toEqual({ screen: "account", params: {} });
  expect(parseRoute("#/users")).toEqual({ screen: "users", params: {} });
});

test("an id may be written with plain slashes", () => {
  expect(parseRoute("#/entity/network/203.0.113.0/24")).toMatchObject({ type: "network", id: "203.0.113.0/24" });
});

test("what is no address is said to be none", () => {
  expect(parseRoute("#/elsewhere/1").screen).toBe("unknown");
  expect(parseRoute("#/cluster/%E0%A4%A").screen).toBe("cluster");
});
