// The link chart on sigma. The graphology graph mirrors the chart's state; what is highlighted is decided in the reducers, which sigma
// runs over all elements without building its index again.

import Graph from "graphology";
import Sigma from "sigma";
import { animateNodes } from "sigma/utils";
import type { NodeDisplayData } from "sigma/types";
import { stillness } from "../app/theme";
import { drawHover, drawLabel } from "./labels";
import { LineProgram } from "./line-program";
import type { LinkChart, LinkChartEvents } from "./link-chart";
import { type ChartEdge, type ChartNode, isBundle } from "./model";
import { palette, radius, SHAPE_OF } from "./palette";
import { ShapeProgram } from "./shape-program";
import { type ChartState, EMPTY, isVisible, neighboursOf } from "./state";

type NodeAttributes = { x: number; y: number; node: ChartNode };
type EdgeAttributes = { edge: ChartEdge };

const NONE = "rgba(0,0,0,0)";
const CAMERA_MS = 260;
/** Pixels that the fitted picture keeps free, and the chart width from which the legend has its own strip. */
const MARGIN = 28;
const TOOLS = 44;
const LEGEND = 208;
const WIDE = 780;
const FADED = 0.16;
/** Above this, edges go while the picture moves. */
const MANY_EDGES = 10_000;

export function createSigmaChart(container: HTMLElement, events: LinkChartEvents): LinkChart {
  const graph = new Graph<NodeAttributes, EdgeAttributes>({ type: "undirected", multi: true });
  let colours = palette();
  let state: ChartState = EMPTY;
  let lit: ReadonlySet<string> | null = null;
  let hovered: string | null = null;
  let room = Math.min(container.clientWidth, container.clientHeight);
  let stopMoving: (() => void) | null = null;

  const sigma = new Sigma<NodeAttributes, EdgeAttributes>(graph, container, {
    allowInvalidContainer: true,
    defaultNodeType: "shape",
    defaultEdgeType: "line",
    nodeProgramClasses: { shape: ShapeProgram as never },
    nodeHoverProgramClasses: { shape: ShapeProgram as never },
    edgeProgramClasses: { line: LineProgram as never },
    labelFont: '"Inter Variable", system-ui, sans-serif',
    labelSize: 11.5,
    labelWeight: "500",
    labelDensity: 0.9,
    labelGridCellSize: 110,
    labelRenderedSizeThreshold: 7,
    stagePadding: 36,
    minCameraRatio: 0.02,
    maxCameraRatio: 4,
    zIndex: true,
    doubleClickZoomingRatio: 1,
    zoomDuration: stillness.matches ? 0 : 160,
    inertiaDuration: stillness.matches ? 0 : 200,
    defaultDrawNodeLabel: (context, data, settings) => drawLabel(context, data, settings as never, colours),
    defaultDrawNodeHover: (context, data, settings) => drawHover(context, data, settings as never, colours),
    nodeReducer: (key, attributes) => drawnNode(key, attributes),
    edgeReducer: (_key, attributes) => drawnEdge(attributes.edge),
  });

  function drawnNode(key: string, { x, y, node }: NodeAttributes): Partial<NodeDisplayData> {
    const dim = lit !== null && !lit.has(key);
    const selected = key === state.selected;
    const hollow = node.state === "review" || node.state === "discounted";
    const tint = (colour: string) => (dim ? faded(colour, FADED) : colour);
    return {
      x,
      y,
      type: "shape",
      label: node.label,
      size: radius(node.type, node.size, graph.order, room) * (selected ? 1.25 : 1),
      color: tint(hollow ? colours.surface : colours.fill[node.type]),
      hidden: !isVisible(state, key),
      forceLabel: selected || (isBundle(node) && node.size >= 10) || state.path.includes(key) || (lit !== null && lit.has(key) && lit.size <= (node.type === "account" ? 9 : 40)),
      zIndex: selected ? 3 : dim ? 0 : node.type === "account" ? 1 : 2,
      highlighted: selected,
      ...{ shape: SHAPE_OF[node.type], line: tint(hollow ? colours.fill[node.type] : colours.line[node.type]), ring: selected ? colours.selection : NONE, dim },
    } as Partial<NodeDisplayData>;
  }

  function drawnEdge(edge: ChartEdge) {
    const onPath = state.path.length > 1 && state.path.includes(edge.source) && state.path.includes(edge.target);
    const centre = hovered ?? state.selected;
    const near = edge.source === centre || edge.target === centre;
    const dim = lit !== null && !near && !onPath;
    return {
      type: "line",
      size: onPath ? 3 : near ? 1.8 : Math.min(1.6, 0.7 + Math.log2(1 + Math.max(0, edge.weight)) * 0.2),
      color: onPath ? colours.selection : near && lit !== null ? colours.edgeStrong : faded(edge.inferred ? colours.edgeInferred : colours.edge, dim ? FADED : veil()),
      hidden: !isVisible(state, edge.source) || !isVisible(state, edge.target),
      zIndex: onPath ? 2 : near ? 1 : 0,
      dashed: edge.inferred,
    };
  }

  /** Where many edges cross, thin ones leave the shape of the whole readable. */
  function veil(): number {
    return graph.size > 1500 ? 0.4 : graph.size > 500 ? 0.58 : 0.85;
  }

  function highlight(): void {
    const centre = hovered ?? state.selected;
    lit = state.path.length > 0 ? new Set(state.path) : centre === null ? null : neighboursOf(state, centre).add(centre);
    sigma.refresh({ skipIndexation: true });
  }

  function follow(next: ChartState): Record<string, { x: number; y: number }> {
    graph.forEachEdge((key) => void (next.edges.has(key) || graph.dropEdge(key)));
    graph.forEachNode((key) => void (next.nodes.has(key) || graph.dropNode(key)));
    const moving: Record<string, { x: number; y: number }> = {};
    const fresh = new Set<string>();
    for (const [key, node] of next.nodes) {
      if (!graph.hasNode(key)) {
        graph.addNode(key, { x: node.x, y: node.y, node });
        fresh.add(key);
      } else {
        const { x, y } = graph.getNodeAttributes(key);
        graph.mergeNodeAttributes(key, { node });
        if (x !== node.x || y !== node.y) moving[key] = { x: node.x, y: node.y };
      }
    }
    for (const [key, edge] of next.edges) {
      if (!graph.hasEdge(key) && graph.hasNode(edge.source) && graph.hasNode(edge.target)) graph.addEdgeWithKey(key, edge.source, edge.target, { edge });
    }
    return moving;
  }

  sigma.on("clickNode", ({ node, event }) => events.select(node, (event.original as MouseEvent).shiftKey));
  sigma.on("clickStage", () => events.select(null, false));
  sigma.on("doubleClickNode", ({ node, preventSigmaDefault }) => {
    preventSigmaDefault();
    events.open(node);
  });
  sigma.on("enterNode", ({ node }) => {
    hovered = node;
    container.classList.add("on-node");
    highlight();
  });
  sigma.on("leaveNode", () => {
    hovered = null;
    container.classList.remove("on-node");
    highlight();
  });
  Object.values(sigma.getCanvases()).forEach((canvas) => canvas.addEventListener("webglcontextlost", () => events.lost()));

  sigma.on("resize", () => (room = Math.min(container.clientWidth, container.clientHeight)));

  const camera = sigma.getCamera();
  const go = (target: Partial<{ x: number; y: number; ratio: number }>) =>
    stillness.matches ? camera.setState(target) : void camera.animate(target, { duration: CAMERA_MS });

  const chart: LinkChart = {
    show(next) {
      const first = state.nodes.size === 0 || next.version !== state.version;
      const changed = next.nodes !== state.nodes || next.edges !== state.edges;
      state = next;
      if (hovered !== null && !isVisible(state, hovered)) hovered = null;
      if (changed) {
        stopMoving?.();
        const moving = follow(next);
        // The frame is what was loaded: nodes that join later must not rescale the picture under the analyst's eyes.
        if (first) {
          sigma.setCustomBBox(null).refresh().setCustomBBox(sigma.getBBox());
          chart.fit(true);
        }
        sigma.setSetting("hideEdgesOnMove", graph.size > MANY_EDGES);
        if (Object.keys(moving).length > 0) {
          if (stillness.matches || first) Object.entries(moving).forEach(([key, at]) => graph.mergeNodeAttributes(key, at));
          else stopMoving = animateNodes(graph, moving, { duration: 400 });
        }
      }
      highlight();
    },
    fit(atOnce = false) {
      const box = visibleBox(graph, state);
      if (box === null) return;
      const [a, b] = [sigma.graphToViewport({ x: box.x1, y: box.y1 }), sigma.graphToViewport({ x: box.x2, y: box.y2 })];
      const { width, height } = sigma.getDimensions();
      // The tools on the left and the legend on the right lie over the picture.
      const left = MARGIN + TOOLS;
      const right = width > WIDE ? MARGIN + LEGEND : MARGIN;
      const zoom = Math.max(Math.abs(b.x - a.x) / (width - left - right), Math.abs(b.y - a.y) / (height - 2 * MARGIN), 0.02 / camera.ratio);
      const middle = { x: (a.x + b.x) / 2 + ((right - left) / 2) * zoom, y: (a.y + b.y) / 2 };
      const target = { ...sigma.viewportToFramedGraph(middle), ratio: camera.ratio * zoom };
      if (atOnce) camera.setState(target);
      else go(target);
    },
    zoom(factor) {
      go({ ratio: camera.getBoundedRatio(camera.ratio / factor) });
    },
    centre(key) {
      const at = sigma.getNodeDisplayData(key);
      if (at !== undefined) go({ x: at.x, y: at.y, ratio: Math.min(camera.ratio, 0.5) });
    },
    positionOf(key) {
      return graph.hasNode(key) && isVisible(state, key) ? sigma.graphToViewport(graph.getNodeAttributes(key)) : null;
    },
    recolour() {
      colours = palette();
      sigma.refresh({ skipIndexation: true });
    },
    destroy() {
      stopMoving?.();
      sigma.kill();
    },
  };
  return chart;
}

const fades = new Map<string, string>();

/** The same colour, weaker; colours come as #rrggbb from the tokens. */
function faded(colour: string, strength: number): string {
  const key = `${colour} ${strength}`;
  let known = fades.get(key);
  if (known === undefined) {
    const n = Number.parseInt(colour.slice(1), 16);
    known = /^#[0-9a-f]{6}$/i.test(colour) ? `rgba(${n >> 16},${(n >> 8) & 255},${n & 255},${strength})` : colour;
    fades.set(key, known);
  }
  return known;
}

function visibleBox(graph: Graph<NodeAttributes, EdgeAttributes>, state: ChartState) {
  let [x1, x2, y1, y2] = [Infinity, -Infinity, Infinity, -Infinity];
  graph.forEachNode((key, { x, y }) => {
    if (!isVisible(state, key)) return;
    [x1, x2, y1, y2] = [Math.min(x1, x), Math.max(x2, x), Math.min(y1, y), Math.max(y2, y)];
  });
  return x1 > x2 ? null : { x1, x2, y1, y2 };
}
