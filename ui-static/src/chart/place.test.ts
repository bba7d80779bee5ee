import { expect, test } from "vitest";
import { drawnIn, laidFlat, placeAround, type Point } from "./place";

const grid = (n: number): Point[] => Array.from({ length: n * n }, (_, i) => ({ x: i % n, y: Math.floor(i / n) }));
const far = (a: Point, b: Point) => Math.hypot(a.x - b.x, a.y - b.y);

test("new nodes go outwards and do not fall on each other", () => {
  const others = grid(10);
  const origin = { x: 9, y: 4.5 };
  const places = placeAround(origin, 50, others);
  expect(places).toHaveLength(50);
  for (const [i, a] of places.entries()) for (const b of places.slice(i + 1)) expect(far(a, b)).toBeGreaterThan(0.3);
  expect(places.reduce((sum, p) => sum + p.x, 0) / 50).toBeGreaterThan(origin.x);
});

test("the same input gives the same places", () => {
  expect(placeAround({ x: 1, y: 2 }, 7, grid(4))).toEqual(placeAround({ x: 1, y: 2 }, 7, grid(4)));
});

test("a chart of one node can be expanded", () => {
  expect(placeAround({ x: 0, y: 0 }, 3, [{ x: 0, y: 0 }]).every((p) => Number.isFinite(p.x) && Number.isFinite(p.y))).toBe(true);
});

test("one loose node is drawn in, the others stay", () => {
  const points = new Map<string, Point>(grid(10).map((p, i) => [`n${i}`, p]));
  points.set("loose", { x: 5000, y: 4.5 });
  const moved = drawnIn(points);
  expect([...moved.keys()]).toEqual(["loose"]);
  expect(moved.get("loose")!.x).toBeLessThan(20);
  expect(moved.get("loose")!.x).toBeGreaterThan(9);
});

test("a tall picture is laid flat, a wide one stays", () => {
  const tall = new Map([["a", { x: 0, y: 0 }], ["b", { x: 1, y: 9 }]]);
  expect(laidFlat(tall).get("b")).toEqual({ x: 9, y: -1 });
  expect(laidFlat(new Map([["a", { x: 0, y: 0 }], ["b", { x: 9, y: 1 }]])).size).toBe(0);
});
