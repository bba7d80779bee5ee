// Addresses of the screens: everything after '#'. Reading and writing them are inverse, so that every view can be linked to.

import { signal } from "@preact/signals";
import { withQuery } from "../api/client";
import type { EntityType } from "../api/types";

export type Params = Readonly<Record<string, string>>;

export type Route =
  | { screen: "queue"; params: Params }
  | { screen: "cluster"; id: string; params: Params }
  | { screen: "entity"; type: EntityType; id: string; params: Params }
  | { screen: "detectors"; id: string | null; params: Params }
  | { screen: "account"; params: Params }
  | { screen: "users"; params: Params }
  | { screen: "unknown"; path: string; params: Params };

export function parseRoute(hash: string): Route {
  const text = hash.replace(/^#?\/?/, "");
  const cut = text.indexOf("?");
  const path = cut < 0 ? text : text.slice(0, cut);
  const params: Record<string, string> = {};
  new URLSearchParams(cut < 0 ? "" : text.slice(cut + 1)).forEach((value, name) => (params[name] = value));
  const [screen = "", ...rest] = path.split("/").map(decode);
  const [first = "", ...more] = rest;
  if (screen === "" || screen === "queue") return { screen: "queue", params };
  if (screen === "cluster" && first !== "") return { screen: "cluster", id: first, params };
  // Ids may hold slashes (networks do): the rest of the path is the id.
  if (screen === "entity" && more.length > 0) return { screen: "entity", type: first as EntityType, id: more.join("/"), params };
  if (screen === "detectors") return { screen: "detectors", id: first === "" ? null : first, params };
  if (screen === "account" || screen === "users") return { screen, params };
  return { screen: "unknown", path, params };
}

function decode(part: string): string {
  try {
    return decodeURIComponent(part);
  } catch {
    return part;
  }
}

export const queueLink = (params: Params = {}) => withQuery("#/queue", params);
export const clusterLink = (id: string, params: Params = {}) => withQuery(`#/cluster/${encodeURIComponent(id)}`, params);
export const entityLink = (type: EntityType, id: string): string =>
  type === "cluster" ? clusterLink(id) : `#/entity/${type}/${encodeURIComponent(id)}`;
export const detectorLink = (id: string) => `#/detectors/${encodeURIComponent(id)}`;

export const route = signal<Route>(parseRoute(location.hash));

addEventListener("hashchange", () => (route.value = parseRoute(location.hash)));

export function go(link: string): void {
  location.hash = link;
}

/** Changes the parameters of the present address without a new entry in the browser's history. */
export function replaceParams(params: Params): void {
  const path = location.hash.replace(/\?.*$/, "") || "#/queue";
  history.replaceState(null, "", withQuery(path, params));
  route.value = parseRoute(location.hash);
}
