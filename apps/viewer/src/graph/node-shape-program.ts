/**
 * Sigma's node program for our six shapes: one point a node, its outline a signed distance worked
 * out in the fragment shader, with a rim in the colour of the paper so that neighbours stay apart.
 */
import { NodeProgram } from 'sigma/rendering'
import type { NodeProgramType, ProgramInfo } from 'sigma/rendering'
import type { NodeDisplayData, RenderParams } from 'sigma/types'
import { floatColor } from 'sigma/utils'
import type { EdgeAttributes, NodeAttributes } from './commitment-graph.ts'
import type { Rgb } from './palette.ts'

const UNIFORMS = ['u_matrix', 'u_sizeRatio', 'u_pixelRatio', 'u_rim'] as const
type Uniform = (typeof UNIFORMS)[number]

/** The point reaches beyond the radius, for corners and the rim. */
const REACH = 1.5

const VERTEX = /* glsl */ `
attribute vec4 a_id;
attribute vec4 a_color;
attribute vec2 a_position;
attribute float a_size;
attribute float a_shape;
uniform mat3 u_matrix;
uniform float u_sizeRatio;
uniform float u_pixelRatio;
varying vec4 v_color;
varying float v_shape;
varying float v_pixel;

void main() {
  gl_Position = vec4((u_matrix * vec3(a_position, 1.0)).xy, 0.0, 1.0);
  float radius = a_size / u_sizeRatio * u_pixelRatio;
  gl_PointSize = radius * 2.0 * ${REACH.toFixed(1)};
  v_pixel = 1.0 / radius;
  v_shape = a_shape;
  #ifdef PICKING_MODE
  v_color = a_id;
  #else
  v_color = a_color;
  #endif
  v_color.a *= 255.0 / 254.0;
}
`

const FRAGMENT = /* glsl */ `
precision highp float;
uniform vec4 u_rim;
varying vec4 v_color;
varying float v_shape;
varying float v_pixel;

float box(vec2 p, vec2 half_size, float corner) {
  vec2 d = abs(p) - half_size + corner;
  return length(max(d, 0.0)) + min(max(d.x, d.y), 0.0) - corner;
}

float pin(vec2 p) {
  // Pointing down: a triangle between one level side and two slanting ones.
  float slant = dot(vec2(abs(p.x), p.y) - vec2(0.0, -0.95), vec2(0.866, -0.5));
  return max(p.y - 0.72, slant) - 0.06;
}

float outline(vec2 p) {
  if (v_shape < 0.5) return (abs(p.x) + abs(p.y) - 1.0) * 0.7071 - 0.08;
  if (v_shape < 1.5) return length(p) - 0.9;
  if (v_shape < 2.5) return pin(p);
  if (v_shape < 3.5) return box(p, vec2(0.78), 0.14);
  if (v_shape < 4.5) return length(p) - 0.9;
  return box(p, vec2(0.7, 0.95), 0.12);
}

float hole(vec2 p) {
  if (v_shape > 3.5 && v_shape < 4.5) return length(p) - 0.42;
  if (v_shape > 4.5) return min(box(p - vec2(0.0, 0.28), vec2(0.38, 0.1), 0.0), box(p + vec2(0.0, 0.18), vec2(0.38, 0.1), 0.0));
  return 1.0;
}

void main() {
  vec2 p = (gl_PointCoord * 2.0 - 1.0) * vec2(1.0, -1.0) * ${REACH.toFixed(1)};
  float d = outline(p);
  #ifdef PICKING_MODE
  if (d > 0.1) discard;
  gl_FragColor = v_color;
  #else
  float rim = 1.5 * v_pixel;
  float covered = 1.0 - smoothstep(rim - v_pixel * 0.5, rim + v_pixel * 0.5, d);
  float inside = (1.0 - smoothstep(-v_pixel * 0.5, v_pixel * 0.5, d)) * smoothstep(-v_pixel * 0.5, v_pixel * 0.5, hole(p));
  gl_FragColor = mix(u_rim, v_color, inside) * covered;
  #endif
}
`

/** @param rim the colour around every node; read at each frame, so that it follows the theme. */
export function createNodeShapeProgram(rim: () => Rgb): NodeProgramType<NodeAttributes, EdgeAttributes> {
  return class NodeShapeProgram extends NodeProgram<Uniform, NodeAttributes, EdgeAttributes> {
    override getDefinition() {
      const { FLOAT, UNSIGNED_BYTE, POINTS } = WebGLRenderingContext
      return {
        VERTICES: 1,
        VERTEX_SHADER_SOURCE: VERTEX,
        FRAGMENT_SHADER_SOURCE: FRAGMENT,
        METHOD: POINTS,
        UNIFORMS,
        ATTRIBUTES: [
          { name: 'a_position', size: 2, type: FLOAT },
          { name: 'a_size', size: 1, type: FLOAT },
          { name: 'a_shape', size: 1, type: FLOAT },
          { name: 'a_color', size: 4, type: UNSIGNED_BYTE, normalized: true },
          { name: 'a_id', size: 4, type: UNSIGNED_BYTE, normalized: true },
        ],
      }
    }

    override processVisibleItem(
      nodeIndex: number,
      start: number,
      data: NodeDisplayData & { shape?: number },
    ): void {
      this.array.set([data.x, data.y, data.size, data.shape ?? 1, floatColor(data.color), nodeIndex], start)
    }

    override setUniforms(params: RenderParams, { gl, uniformLocations }: ProgramInfo<Uniform>): void {
      gl.uniformMatrix3fv(uniformLocations.u_matrix, false, params.matrix)
      gl.uniform1f(uniformLocations.u_sizeRatio, params.sizeRatio)
      gl.uniform1f(uniformLocations.u_pixelRatio, params.pixelRatio)
      const [red, green, blue] = rim()
      gl.uniform4f(uniformLocations.u_rim, red / 255, green / 255, blue / 255, 1)
    }
  }
}
