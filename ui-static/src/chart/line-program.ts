// Draws edges as thin rectangles: solid where an event showed the link, dashed where a detector derived it. Dashes are measured in pixels
// on the screen, so that they look the same at every zoom.

import type { EdgeDisplayData, NodeDisplayData, RenderParams } from "sigma/types";
import { EdgeProgram, type ProgramInfo } from "sigma/rendering";
import { floatColor } from "sigma/utils";

export interface LineData extends EdgeDisplayData {
  dashed: boolean;
}

const UNIFORMS = ["u_matrix", "u_sizeRatio", "u_correctionRatio", "u_pixelRatio"] as const;

const VERTEX = /* glsl */ `
attribute vec2 a_from;
attribute vec2 a_to;
attribute float a_width;
attribute float a_dashed;
attribute vec4 a_color;
attribute vec4 a_id;
attribute float a_along;
attribute float a_side;
uniform mat3 u_matrix;
uniform float u_sizeRatio;
uniform float u_correctionRatio;
varying vec4 v_color;
varying float v_across;
varying float v_half;
varying float v_run;
varying float v_dashed;
const float bias = 255.0 / 254.0;
void main() {
  float pixel = u_correctionRatio * 2.0;
  vec2 line = a_to - a_from;
  float len = max(length(line), 1e-9);
  vec2 normal = vec2(-line.y, line.x) / len;
  v_half = max(a_width * 0.5 / u_sizeRatio, 0.45);
  v_across = a_side * (v_half + 1.0);
#ifdef PICKING_MODE
  v_across = a_side * (v_half + 3.0);
#endif
  gl_Position = vec4((u_matrix * vec3(mix(a_from, a_to, a_along) + normal * v_across * pixel, 1.0)).xy, 0.0, 1.0);
  v_run = a_along * len / pixel;
  v_dashed = a_dashed;
#ifdef PICKING_MODE
  v_color = a_id;
#else
  v_color = a_color;
#endif
  v_color.a *= bias;
}`;

const FRAGMENT = /* glsl */ `
precision highp float;
varying vec4 v_color;
varying float v_across;
varying float v_half;
varying float v_run;
varying float v_dashed;
uniform float u_pixelRatio;
void main(void) {
#ifdef PICKING_MODE
  gl_FragColor = v_color;
#else
  float soft = 0.6 / u_pixelRatio;
  float share = 1.0 - smoothstep(v_half - soft, v_half + soft, abs(v_across));
  if (v_dashed > 0.5) {
    float place = mod(v_run, 9.0);
    share *= smoothstep(0.0, 0.8, place) * (1.0 - smoothstep(5.0, 5.8, place));
  }
  gl_FragColor = vec4(v_color.rgb, 1.0) * v_color.a * share;
#endif
}`;

export class LineProgram extends EdgeProgram<(typeof UNIFORMS)[number]> {
  getDefinition() {
    const { FLOAT, UNSIGNED_BYTE, TRIANGLES } = WebGLRenderingContext;
    return {
      VERTICES: 6,
      VERTEX_SHADER_SOURCE: VERTEX,
      FRAGMENT_SHADER_SOURCE: FRAGMENT,
      METHOD: TRIANGLES,
      UNIFORMS,
      ATTRIBUTES: [
        { name: "a_from", size: 2, type: FLOAT },
        { name: "a_to", size: 2, type: FLOAT },
        { name: "a_width", size: 1, type: FLOAT },
        { name: "a_dashed", size: 1, type: FLOAT },
        { name: "a_color", size: 4, type: UNSIGNED_BYTE, normalized: true },
        { name: "a_id", size: 4, type: UNSIGNED_BYTE, normalized: true },
      ],
      CONSTANT_ATTRIBUTES: [
        { name: "a_along", size: 1, type: FLOAT },
        { name: "a_side", size: 1, type: FLOAT },
      ],
      CONSTANT_DATA: [[0, 1], [0, -1], [1, 1], [1, 1], [0, -1], [1, -1]],
    };
  }

  override processVisibleItem(id: number, start: number, source: NodeDisplayData, target: NodeDisplayData, data: EdgeDisplayData): void {
    let at = start;
    this.array[at++] = source.x;
    this.array[at++] = source.y;
    this.array[at++] = target.x;
    this.array[at++] = target.y;
    this.array[at++] = data.size;
    this.array[at++] = (data as LineData).dashed ? 1 : 0;
    this.array[at++] = floatColor(data.color);
    this.array[at++] = id;
  }

  override setUniforms(params: RenderParams, { gl, uniformLocations }: ProgramInfo<(typeof UNIFORMS)[number]>): void {
    gl.uniformMatrix3fv(uniformLocations.u_matrix, false, params.matrix);
    gl.uniform1f(uniformLocations.u_sizeRatio, params.sizeRatio);
    gl.uniform1f(uniformLocations.u_correctionRatio, params.correctionRatio);
    gl.uniform1f(uniformLocations.u_pixelRatio, params.pixelRatio);
  }
}
