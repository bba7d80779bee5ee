// Exchanges and active accounts by day.

import type { JSX } from "preact";
import { useEffect, useRef } from "preact/hooks";
import uPlot from "uplot";
import "uplot/dist/uPlot.min.css";
import { theme, token } from "../app/theme";
import { compact, count, date } from "../ui/format";

export interface TimelineDay {
  day: string;
  bars: number;
  line?: number;
}

const SECOND = 1000;
const HALF_DAY = 43_200;

export function Timeline({ days, bars, line, height }: { days: readonly TimelineDay[]; bars: string; line?: string; height: number }): JSX.Element {
  const box = useRef<HTMLDivElement>(null);
  const tip = useRef<HTMLDivElement>(null);
  const colours = theme.value;

  useEffect(() => {
    const element = box.current;
    if (element === null || days.length === 0) return;
    const plot = new uPlot(options(element.clientWidth, height, line !== undefined, tip.current!, (i) => tipText(days[i], bars, line)), columns(days, line !== undefined), element);
    const resize = new ResizeObserver(() => plot.setSize({ width: element.clientWidth, height }));
    resize.observe(element);
    return () => {
      resize.disconnect();
      plot.destroy();
    };
  }, [days, colours, height, line, bars]);

  return (
    <figure class="timeline" aria-label={summary(days, bars)}>
      <div ref={box} class="timeline-plot" />
      <div ref={tip} class="timeline-tip" hidden />
      {days.length === 0 ? <p class="muted timeline-none">No activity by day.</p> : null}
    </figure>
  );
}

/** The same in words, for those who do not see the bars. */
function summary(days: readonly TimelineDay[], bars: string): string {
  if (days.length === 0) return "No activity by day";
  const peak = days.reduce((a, b) => (b.bars > a.bars ? b : a));
  const total = days.reduce((sum, d) => sum + d.bars, 0);
  return `${count(total)} ${bars} on ${days.length} days from ${date(days[0]!.day)} to ${date(days.at(-1)!.day)}; most on ${date(peak.day)}: ${count(peak.bars)}`;
}

function tipText(at: TimelineDay | undefined, bars: string, line: string | undefined): string {
  if (at === undefined) return "";
  return `${date(at.day)}   ${count(at.bars)} ${bars}${line === undefined ? "" : `   ${count(at.line)} ${line}`}`;
}

function columns(days: readonly TimelineDay[], withLine: boolean): uPlot.AlignedData {
  const x = days.map((d) => Date.parse(d.day) / SECOND);
  const y = days.map((d) => d.bars);
  return withLine ? [x, y, days.map((d) => d.line ?? 0)] : [x, y];
}

function options(width: number, height: number, withLine: boolean, tip: HTMLElement, text: (i: number) => string): uPlot.Options {
  const [muted, grid, bar, stroke] = [token("--muted"), token("--line"), token("--bars"), token("--accent")];
  const font = '11px "Inter Variable", system-ui, sans-serif';
  const axis = { stroke: muted, font, grid: { stroke: grid, width: 1 }, ticks: { show: false }, border: { show: false } };
  return {
    width,
    height,
    padding: [10, 12, 0, 4],
    legend: { show: false },
    tzDate: (ts) => uPlot.tzDate(new Date(ts * SECOND), "Etc/UTC"),
    cursor: { y: false, drag: { x: false, y: false }, points: { show: false } },
    scales: { x: { time: true, range: (_u, min, max) => [min - HALF_DAY, max + HALF_DAY] }, y: { range: (_u, _min, max) => [0, max * 1.08 || 1] }, n: { range: (_u, _min, max) => [0, max * 1.08 || 1] } },
    axes: [
      { ...axis, grid: { show: false }, size: 26, space: 70, values: "{D} {MMM}" },
      { ...axis, size: 52, space: 32, values: (_u, ticks) => ticks.map(compact) },
      { ...axis, scale: "n", side: 1, size: withLine ? 44 : 0, show: withLine, space: 32, grid: { show: false }, values: (_u, ticks) => ticks.map(compact) },
    ],
    series: [
      {},
      { fill: bar, stroke: bar, width: 0, points: { show: false }, paths: uPlot.paths.bars!({ size: [0.72, 26], radius: 0.15, align: 0 }) },
      ...(withLine ? [{ scale: "n", stroke, width: 1.8, points: { show: false } }] : []),
    ],
    hooks: {
      setCursor: [
        (u) => {
          const i = u.cursor.idx;
          tip.hidden = i == null || (u.cursor.left ?? -1) < 0;
          if (tip.hidden || i == null) return;
          tip.textContent = text(i);
          const x = (u.cursor.left ?? 0) + u.over.offsetLeft;
          tip.style.left = `${Math.max(8, Math.min(x - tip.offsetWidth / 2, u.width - tip.offsetWidth - 8))}px`;
        },
      ],
    },
  };
}
