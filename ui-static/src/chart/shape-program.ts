// Draws every type of node in one call: a square of two triangles for each node, the shape cut out of it by a distance function in the
// fragment shader. Shape, fill, outline and selection ring are attributes, so that highlighting changes attributes and not programs.
// The distance functions are the usual half-plane forms of regular polygons, in units of the node's radius.

import type { NodeDisplayData, RenderParams } from "sigma/types";
import { NodeProgram, type ProgramInfo } from "sigma/rendering";
import { floatColor } from "sigma/utils";
import { SHAPES, type Shape } from "./palette";

export interface ShapeData extends NodeDisplayData {
  shape: Shape;
  line: string;
  ring: string;
}

const UNIFORMS = ["u_sizeRatio", "u_correctionRatio", "u_matrix", "u_pixelRatio"] as const;

const VERTEX = /* glsl */ `
attribute vec2 a_position;
attribute float a_size;
attribute float a_shape;
attribute vec4 a_fill;
attribute vec4 a_line;
attribute vec4 a_ring;
attribute vec4 a_id;
attribute vec2 a_corner;
uniform mat3 u_matrix;
uniform float u_sizeRatio;
uniform float u_correctionRatio;
varying vec2 v_point;
varying float v_radius;
varying float v_shape;
varying vec4 v_fill;
varying vec4 v_line;
varying vec4 v_ring;
varying vec4 v_id;
const float bias = 255.0 / 254.0;
void main() {
  // Pixels: sigma's correction ratio turns half a pixel into the graph's units.
  v_radius = a_size / u_sizeRatio;
  v_point = a_corner * (v_radius * 1.3 + 6.0);
  gl_Position = vec4((u_matrix * vec3(a_position + v_point * u_correctionRatio * 2.0, 1.0)).xy, 0.0, 1.0);
  v_shape = a_shape;
  v_fill = vec4(a_fill.rgb, a_fill.a * bias);
  v_line = vec4(a_line.rgb, a_line.a * bias);
  v_ring = vec4(a_ring.rgb, a_ring.a * bias);
  v_id = vec4(a_id.rgb, a_id.a * bias);
}`;

const FRAGMENT = /* glsl */ `
precision highp float;
varying vec2 v_point;
varying float v_radius;
varying float v_shape;
varying vec4 v_fill;
varying vec4 v_line;
varying vec4 v_ring;
varying vec4 v_id;
uniform float u_pixelRatio;

float distanceTo(vec2 p, float r) {
  vec2 a = abs(p);
  if (v_shape < 0.5) return length(p) - r;
  if (v_shape < 1.5) return max(a.x, a.y) - r * 0.88;
  if (v_shape < 2.5) return (a.x + a.y) * 0.7071 - r * 0.87;
  if (v_shape < 3.5) return max(a.x * 0.8660 + p.y * 0.5, -p.y) - r * 0.66;
  if (v_shape < 4.5) return max(a.x * 0.8660 + a.y * 0.5, a.y) - r * 0.92;
  if (v_shape < 5.5) return max(max(a.x * 0.5878 + p.y * 0.8090, a.x * 0.9511 - p.y * 0.3090), -p.y) - r * 0.86;
  if (v_shape < 6.5) return max(min(a.x, a.y) - r * 0.36, max(a.x, a.y) - r);
  return max((a.x + a.y) * 0.7071, max(a.x, a.y)) - r * 0.93;
}

vec4 over(vec4 top, vec4 below) { return top + below * (1.0 - top.a); }
vec4 cover(vec4 colour, float share) { return vec4(colour.rgb, 1.0) * colour.a * share; }

void main(void) {
  float d = distanceTo(v_point, v_radius);
  float soft = 0.75 / u_pixelRatio;
#ifdef PICKING_MODE
  // Two pixels more than the shape: small nodes must be easy to hit.
  gl_FragColor = d > 2.0 ? vec4(0.0) : v_id;
#else
  float width = clamp(v_radius * 0.22, 1.0, 2.2);
  vec4 colour = cover(v_fill, 1.0 - smoothstep(-width - soft, -width + soft, d));
  colour = over(cover(v_line, smoothstep(-width - soft, -width + soft, d) * (1.0 - smoothstep(-soft, soft, d))), colour);
  float ring = abs(d - 3.5) - 1.25;
  gl_FragColor = over(cover(v_ring, 1.0 - smoothstep(-soft, soft, ring)), colour);
#endif
}`;

export class ShapeProgram extends NodeProgram<(typeof UNIFORMS)[number]> {
  getDefinition() {
    const { FLOAT, UNSIGNED_BYTE, TRIANGLES } = WebGLRenderingContext;
    const colour = (name: string) => ({ name, size: 4, type: UNSIGNED_BYTE, normalized: true });
    return {
      VERTICES: 6,
      VERTEX_SHADER_SOURCE: VERTEX,
      FRAGMENT_SHADER_SOURCE: FRAGMENT,
      METHOD: TRIANGLES,
      UNIFORMS,
      ATTRIBUTES: [
        { name: "a_position", size: 2, type: FLOAT },
        { name: "a_size", size: 1, type: FLOAT },
        { name: "a_shape", size: 1, type: FLOAT },
        colour("a_fill"),
        colour("a_line"),
        colour("a_ring"),
        colour("a_id"),
      ],
      CONSTANT_ATTRIBUTES: [{ name: "a_corner", size: 2, type: FLOAT }],
      CONSTANT_DATA: [[-1, -1], [1, -1], [1, 1], [-1, -1], [1, 1], [-1, 1]],
    };
  }

  override processVisibleItem(id: number, start: number, data: NodeDisplayData): void {
    const { shape, line, ring } = data as ShapeData;
    let at = start;
    this.array[at++] = data.x;
    this.array[at++] = data.y;
    this.array[at++] = data.size;
    this.array[at++] = SHAPES.indexOf(shape);
    this.array[at++] = floatColor(data.color);
    this.array[at++] = floatColor(line);
    this.array[at++] = floatColor(ring);
    this.array[at++] = id;
  }

  override setUniforms(params: RenderParams, { gl, uniformLocations }: ProgramInfo<(typeof UNIFORMS)[number]>): void {
    gl.uniform1f(uniformLocations.u_sizeRatio, params.sizeRatio);
    gl.uniform1f(uniformLocations.u_correctionRatio, params.correctionRatio);
    gl.uniform1f(uniformLocations.u_pixelRatio, params.pixelRatio);
    gl.uniformMatrix3fv(uniformLocations.u_matrix, false, params.matrix);
  }
}
