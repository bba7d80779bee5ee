// Walking over the chart with arrow keys.

export interface Place {
  key: string;
  x: number;
  y: number;
}

const DIRECTIONS: Record<string, readonly [number, number]> = { ArrowLeft: [-1, 0], ArrowRight: [1, 0], ArrowUp: [0, -1], ArrowDown: [0, 1] };

/** The nearest place within 45 degrees of the arrow's direction; the first step goes to the place nearest to the middle. */
export function nearestInDirection(places: readonly Place[], from: string | null, arrow: string): string | null {
  const start = places.find((place) => place.key === from);
  if (start === undefined) return nearest(places, middle(places));
  const [dx, dy] = DIRECTIONS[arrow] ?? [0, 0];
  const ahead = places.filter((place) => {
    const [x, y] = [place.x - start.x, place.y - start.y];
    const along = x * dx + y * dy;
    return along > 0 && along >= Math.abs(x * dy) + Math.abs(y * dx) - 1e-9;
  });
  return nearest(ahead, start);
}

function nearest(places: readonly Place[], to: { x: number; y: number }): string | null {
  let best: string | null = null;
  let least = Infinity;
  for (const place of places) {
    const distance = Math.hypot(place.x - to.x, place.y - to.y);
    if (distance < least) [best, least] = [place.key, distance];
  }
  return best;
}

function middle(places: readonly Place[]): { x: number; y: number } {
  const n = Math.max(1, places.length);
  return { x: places.reduce((sum, p) => sum + p.x, 0) / n, y: places.reduce((sum, p) => sum + p.y, 0) / n };
}
