// Where nodes go that join a chart which is already arranged: near where they belong, in free space, moving nothing.

export interface Point {
  x: number;
  y: number;
}

const GOLDEN_ANGLE = Math.PI * (3 - Math.sqrt(5));

/** `n` places around `centre` on a sunflower spiral, pushed away from the middle of the chart. Same input, same places. */
export function placeAround(centre: Point, n: number, others: readonly Point[]): Point[] {
  if (n === 0) return [];
  const step = spacing(others);
  const away = direction(centre, others);
  const radius = step * Math.sqrt(n);
  const middle = n === 1 ? { x: centre.x + away.x * step * 1.5, y: centre.y + away.y * step * 1.5 }
    : { x: centre.x + away.x * (radius + step), y: centre.y + away.y * (radius + step) };
  return Array.from({ length: n }, (_, i) => {
    const r = n === 1 ? 0 : step * Math.sqrt(i + 0.5);
    return { x: middle.x + r * Math.cos(i * GOLDEN_ANGLE), y: middle.y + r * Math.sin(i * GOLDEN_ANGLE) };
  });
}

/** A typical distance between neighbours: what a node would have if all were spread evenly over the chart. */
function spacing(points: readonly Point[]): number {
  if (points.length < 2) return 1;
  const box = extent(points);
  return Math.max(Math.sqrt((box.width * box.height) / points.length) * 0.6, Math.max(box.width, box.height) / 200) || 1;
}

function direction(from: Point, points: readonly Point[]): Point {
  const box = extent(points);
  const x = from.x - box.x;
  const y = from.y - box.y;
  const length = Math.hypot(x, y);
  return length === 0 ? { x: 1, y: 0 } : { x: x / length, y: y / length };
}

function extent(points: readonly Point[]): { x: number; y: number; width: number; height: number } {
  let [x1, x2, y1, y2] = [Infinity, -Infinity, Infinity, -Infinity];
  for (const p of points) {
    x1 = Math.min(x1, p.x);
    x2 = Math.max(x2, p.x);
    y1 = Math.min(y1, p.y);
    y2 = Math.max(y2, p.y);
  }
  return points.length === 0 ? { x: 0, y: 0, width: 0, height: 0 } : { x: (x1 + x2) / 2, y: (y1 + y2) / 2, width: x2 - x1, height: y2 - y1 };
}

const FAR = 3;

/**
 * New places for the few nodes that lie far outside of the rest (more than three times the distance within which nine tenths lie): one
 * loose node must not shrink everything else to a dot. They keep their direction.
 */
export function drawnIn<K>(points: ReadonlyMap<K, Point>): Map<K, Point> {
  const all = [...points.values()];
  const centre = { x: median(all.map((p) => p.x)), y: median(all.map((p) => p.y)) };
  const distances = all.map((p) => Math.hypot(p.x - centre.x, p.y - centre.y)).sort((a, b) => a - b);
  const reach = (distances[Math.floor((distances.length - 1) * 0.9)] ?? 0) * FAR;
  const near = new Map<K, Point>();
  if (reach === 0) return near;
  for (const [key, p] of points) {
    const distance = Math.hypot(p.x - centre.x, p.y - centre.y);
    // The farther out, the farther out still, but never beyond half as much again.
    if (distance > reach) near.set(key, towards(centre, p, (reach / FAR) * (1 + 0.5 * (1 - reach / distance))));
  }
  return near;
}

/** New places for a picture that is taller than wide: a quarter turn, because screens are wide. */
export function laidFlat<K>(points: ReadonlyMap<K, Point>): Map<K, Point> {
  const box = extent([...points.values()]);
  return box.height <= box.width ? new Map() : new Map([...points].map(([key, p]) => [key, { x: p.y, y: -p.x }]));
}

function towards(from: Point, to: Point, length: number): Point {
  const distance = Math.hypot(to.x - from.x, to.y - from.y);
  return { x: from.x + ((to.x - from.x) * length) / distance, y: from.y + ((to.y - from.y) * length) / distance };
}

function median(values: number[]): number {
  return values.sort((a, b) => a - b)[Math.floor(values.length / 2)] ?? 0;
}
