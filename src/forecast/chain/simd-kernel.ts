import { LANES } from './generator'
import type { Kernel } from './kernel'
import { SIMD_KERNEL } from './simd-kernel-bytes'

const PAGE = 65_536
const LANE_BYTES = LANES * Float64Array.BYTES_PER_ELEMENT

/** The functions of kernel/chain.ts: numbers and byte offsets in, nothing out. */
type Exported = Readonly<
  Record<
    'multiplyByShifted' | 'multiply' | 'takeStep' | 'recordLoss' | 'recordOccupancy',
    (...numbers: number[]) => void
  >
>

const decode = (hex: string): Uint8Array<ArrayBuffer> =>
  Uint8Array.from({ length: hex.length / 2 }, (_, byte) =>
    Number.parseInt(hex.slice(2 * byte, 2 * byte + 2), 16),
  )

/** As much of WebAssembly as is used; the language's own library does not declare it. */
interface Assembly {
  readonly Module: new (bytes: Uint8Array<ArrayBuffer>) => object
  readonly Memory: new (size: { initial: number }) => { readonly buffer: ArrayBuffer }
  readonly Instance: new (module: object, imports: object) => { readonly exports: object }
}

const assembly = (globalThis as { readonly WebAssembly?: Assembly }).WebAssembly

/**
 * The kernel with vector instructions, or undefined where WebAssembly may not be
 * compiled (a page's policy) or has no vectors.
 *
 * @param floats most floats that will be asked for, and `integers` likewise: its
 *   memory cannot grow without losing the arrays already given out
 */
export function simdKernel(floats: number, integers: number): Kernel | undefined {
  const module = compiled()
  if (!module || !assembly) return undefined
  const bytes = floats * 8 + integers * 4 + 4096 * 16
  const memory = new assembly.Memory({ initial: Math.ceil(bytes / PAGE) + 1 })
  const instance = new assembly.Instance(module, { env: { memory } })
  const wasm = instance.exports as Exported
  let end = 1024
  const take = (length: number): number => {
    const start = end
    end = Math.ceil((start + length) / 16) * 16
    return start
  }
  return {
    floats: (length) => new Float64Array(memory.buffer, take(length * 8), length),
    integers: (length) => new Int32Array(memory.buffer, take(length * 4), length),
    multiplyByShifted: (
      { size, moveCount, from, to, rates, exits },
      scale,
      theta,
      matrix,
      target,
    ) =>
      wasm.multiplyByShifted(
        size,
        moveCount,
        from.byteOffset,
        to.byteOffset,
        rates.byteOffset,
        exits.byteOffset,
        scale,
        theta,
        matrix.byteOffset,
        target.byteOffset,
        LANE_BYTES,
      ),
    multiply: (rows, size, left, right, target) =>
      wasm.multiply(rows, size, left.byteOffset, right.byteOffset, target.byteOffset, LANE_BYTES),
    takeStep: ({ size, moveCount, from, to, rates, exits }, scale, weight, step, next, state) =>
      wasm.takeStep(
        size,
        moveCount,
        from.byteOffset,
        to.byteOffset,
        rates.byteOffset,
        exits.byteOffset,
        scale,
        weight,
        step.byteOffset,
        next.byteOffset,
        state.byteOffset,
        LANE_BYTES,
      ),
    recordLoss: (size, state, target, at) =>
      wasm.recordLoss(size, state.byteOffset, target.byteOffset + at * 8, LANE_BYTES),
    recordOccupancy: (state, weights, target, { on, above, severity, stride }) =>
      wasm.recordOccupancy(
        weights.length,
        state.byteOffset,
        weights.byteOffset,
        target.byteOffset + on * 8,
        target.byteOffset + above * 8,
        target.byteOffset + severity * 8,
        stride * 8,
        LANE_BYTES,
      ),
  }
}

let known: object | undefined
let isRefused = false

function compiled(): object | undefined {
  if (known || isRefused || !assembly) return known
  try {
    known = new assembly.Module(decode(SIMD_KERNEL))
  } catch {
    isRefused = true
  }
  return known
}
