import { expect, test } from "vitest";
import { nearestInDirection } from "./walk";

const places = [
  { key: "middle", x: 50, y: 50 },
  { key: "right", x: 70, y: 55 },
  { key: "far-right", x: 95, y: 50 },
  { key: "above", x: 48, y: 20 },
];

test("the first step goes to the middle of the chart", () => {
  expect(nearestInDirection(places, null, "ArrowLeft")).toBe("right");
});

test("walks to the nearest node in the direction of the arrow", () => {
  expect(nearestInDirection(places, "middle", "ArrowRight")).toBe("right");
  expect(nearestInDirection(places, "right", "ArrowRight")).toBe("far-right");
  expect(nearestInDirection(places, "middle", "ArrowUp")).toBe("above");
});

test("stays where there is nothing in that direction", () => {
  expect(nearestInDirection(places, "middle", "ArrowDown")).toBeNull();
});
