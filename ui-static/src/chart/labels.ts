// Labels beside nodes, drawn on the canvas above the WebGL one: with a halo in the colour of the ground, so that edges do not cut them.

import type { Settings } from "sigma/settings";
import type { NodeDisplayData } from "sigma/types";
import type { Palette } from "./palette";

type Drawn = Pick<NodeDisplayData, "x" | "y" | "size" | "label"> & { dim?: boolean };

const LIMIT = 26;
const short = (text: string) => (text.length > LIMIT ? `${text.slice(0, LIMIT - 1)}…` : text);

export function drawLabel(context: CanvasRenderingContext2D, data: Drawn, settings: Settings, colours: Palette): void {
  if (!data.label || data.dim === true) return;
  const text = short(data.label);
  context.font = `${settings.labelWeight} ${settings.labelSize}px ${settings.labelFont}`;
  context.lineJoin = "round";
  context.lineWidth = 3.5;
  context.strokeStyle = colours.ground;
  context.fillStyle = colours.text;
  const [x, y] = [data.x + data.size + 5, data.y + settings.labelSize * 0.36];
  context.strokeText(text, x, y);
  context.fillText(text, x, y);
}

/** The whole label in a box, for the node under the pointer and the selected one. */
export function drawHover(context: CanvasRenderingContext2D, data: Drawn, settings: Settings, colours: Palette): void {
  if (!data.label) return;
  const size = settings.labelSize;
  context.font = `600 ${size}px ${settings.labelFont}`;
  const width = context.measureText(data.label).width + 16;
  const height = size + 12;
  const [x, y] = [data.x + data.size + 7, data.y - height / 2];
  context.fillStyle = colours.surface;
  context.strokeStyle = colours.edgeStrong;
  context.lineWidth = 1;
  context.beginPath();
  context.roundRect(x, y, width, height, 5);
  context.fill();
  context.stroke();
  context.fillStyle = colours.text;
  context.fillText(data.label, x + 8, data.y + size * 0.36);
}
