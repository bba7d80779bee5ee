import type { Arranged, ArrangeTask } from "./arrange.worker";
import type { Point } from "./place";
import { isVisible, type Picture } from "./state";

/** New positions for what is visible; hidden nodes stay where they are. Rejects when the worker cannot be started. */
export function arrange(picture: Picture): Promise<Map<string, Point>> {
  const nodes = [...picture.nodes.values()].filter((n) => isVisible(picture, n.key)).map(({ key, x, y, size }) => ({ key, x, y, size }));
  const edges = [...picture.edges.values()]
    .filter((e) => isVisible(picture, e.source) && isVisible(picture, e.target))
    // Derived links tie nearly everyone to a few families: at full weight they would pull all groups into one ball.
    .map(({ source, target, inferred }) => ({ source, target, weight: inferred ? 0.15 : 1 }));
  return new Promise((done, fail) => {
    const worker = new Worker(new URL("./arrange.worker.ts", import.meta.url), { type: "module" });
    worker.onmessage = ({ data }: MessageEvent<Arranged>) => {
      worker.terminate();
      done(new Map(data.map(([key, x, y]) => [key, { x, y }])));
    };
    worker.onerror = (event) => {
      worker.terminate();
      fail(new Error(event.message || "The layout could not be computed."));
    };
    worker.postMessage({ nodes, edges } satisfies ArrangeTask);
  });
}
