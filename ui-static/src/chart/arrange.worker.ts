// Arranges the chart anew, off the main thread: ForceAtlas2 from the present positions, then overlaps are pushed apart. No randomness:
// the same chart is arranged in the same way. Our own worker file rather than the library's, which would need blob: in the policy.

import Graph from "graphology";
import forceAtlas2 from "graphology-layout-forceatlas2";
import noverlap from "graphology-layout-noverlap";

export interface ArrangeTask {
  nodes: { key: string; x: number; y: number; size: number }[];
  edges: { source: string; target: string; weight: number }[];
}

export type Arranged = [key: string, x: number, y: number][];

addEventListener("message", ({ data }: MessageEvent<ArrangeTask>) => {
  const graph = new Graph({ type: "undirected", multi: true });
  for (const { key, ...attributes } of data.nodes) graph.addNode(key, attributes);
  for (const { source, target, weight } of data.edges) graph.addEdge(source, target, { weight });
  const settings = { ...forceAtlas2.inferSettings(graph), barnesHutOptimize: graph.order > 500, linLogMode: false, gravity: 0.6, scalingRatio: 12, slowDown: 2 };
  forceAtlas2.assign(graph, { iterations: graph.order > 1000 ? 150 : 300, getEdgeWeight: "weight", settings });
  noverlap.assign(graph, { maxIterations: 40, settings: { ratio: 1.1, margin: 1 } });
  postMessage(graph.mapNodes((key, { x, y }) => [key, x, y]) as Arranged);
});
