import { type Arrays, LANES } from './generator'
import type { Kernel } from './kernel'
import { SIMD_KERNEL } from './simd-kernel-bytes'

const PAGE = 65_536
/** The compiled code takes addresses below this to be free. */
const FIRST_BYTE = 1024
/** For the start of the memory and the alignment of each array. */
const SLACK = 65_536
const LANE_BYTES = LANES * Float64Array.BYTES_PER_ELEMENT

/** The functions of kernel/chain.ts: numbers and byte offsets in, nothing out. */
type Exported = Readonly<
  Record<
    Exclude<keyof Kernel, keyof Arrays | 'giveBack' | 'addToTally'> | 'tally',
    (...numbers: number[]) => void
  >
>

/** The bytes that hexadecimal digits stand for, four at a time. */
function decode(hex: string): Uint8Array<ArrayBuffer> {
  const bytes = new Uint8Array(Math.ceil(hex.length / 8) * 4)
  const view = new DataView(bytes.buffer)
  for (let at = 0; at < hex.length; at += 8) {
    view.setUint32(at / 2, Number.parseInt(hex.slice(at, at + 8).padEnd(8, '0'), 16))
  }
  return bytes.subarray(0, hex.length / 2)
}

/** As much of WebAssembly as is used; the language's own library does not declare it. */
interface Assembly {
  readonly Module: new (bytes: Uint8Array<ArrayBuffer>) => object
  readonly Memory: new (size: { initial: number }) => { readonly buffer: ArrayBuffer }
  readonly Instance: new (module: object, imports: object) => { readonly exports: object }
}

const assembly = (globalThis as { readonly WebAssembly?: Assembly }).WebAssembly

/** How many floats and integers will be asked for. */
export interface Room {
  readonly floats: number
  readonly integers: number
}

/**
 * The kernel with vector instructions, or undefined where WebAssembly may not be
 * compiled (a page's policy) or has no vectors.
 *
 * @param rooms all that will be asked for: its memory cannot grow without losing the
 *   arrays already given out
 */
export function simdKernel(rooms: readonly Room[]): Kernel | undefined {
  const bytes = rooms.reduce((sum, { floats, integers }) => sum + floats * 8 + integers * 4, SLACK)
  const machine = idle?.memory.buffer.byteLength === wholePages(bytes) ? idle : newMachine(bytes)
  if (!machine) return undefined
  if (machine === idle) idle = undefined
  return kernelOn(machine)
}

/** A compiled kernel and its memory. */
interface Machine {
  readonly wasm: Exported
  readonly memory: { readonly buffer: ArrayBuffer }
}

/** The last one given back: runs of one case follow each other, and need the same room. */
let idle: Machine | undefined

const wholePages = (bytes: number): number => Math.ceil(bytes / PAGE) * PAGE

function newMachine(bytes: number): Machine | undefined {
  const module = compiled()
  if (!module || !assembly) return undefined
  const memory = new assembly.Memory({ initial: wholePages(bytes) / PAGE })
  const { exports } = new assembly.Instance(module, { env: { memory } })
  return { wasm: exports as Exported, memory }
}

function kernelOn(machine: Machine): Kernel {
  const { wasm, memory } = machine
  let isGivenBack = false
  let end = FIRST_BYTE
  const take = (length: number): number => {
    const start = end
    end = Math.ceil((start + length) / 16) * 16
    return start
  }
  return {
    floats: (length) => new Float64Array(memory.buffer, take(length * 8), length).fill(0),
    integers: (length) => new Int32Array(memory.buffer, take(length * 4), length).fill(0),
    giveBack: () => {
      if (!isGivenBack) idle = machine
      isGivenBack = true
    },
    exponentiate: (
      { size, rowEnds, to, rates, exits },
      { terms, squarings, scale, theta, decay },
      matrix,
      scratch,
    ) =>
      wasm.exponentiate(
        size,
        rowEnds.byteOffset,
        to.byteOffset,
        rates.byteOffset,
        exits.byteOffset,
        terms,
        squarings,
        scale,
        theta,
        decay,
        matrix.byteOffset,
        scratch.byteOffset,
        LANE_BYTES,
      ),
    carry: (size, months, path, at, matrix) =>
      wasm.carry(size, months, path.byteOffset + at * 8, matrix.byteOffset, LANE_BYTES),
    takeStep: ({ size, rowEnds, to, rates, exits }, scale, weight, step, next, path, at) =>
      wasm.takeStep(
        size,
        rowEnds.byteOffset,
        to.byteOffset,
        rates.byteOffset,
        exits.byteOffset,
        scale,
        weight,
        step.byteOffset,
        next.byteOffset,
        path.byteOffset + at * 8,
        LANE_BYTES,
      ),
    recordLoss: (size, vectors, path, target, at) =>
      wasm.recordLoss(size, vectors, path.byteOffset, target.byteOffset + at * 8, LANE_BYTES),
    recordOccupancy: ({ severityWeights, above, severity, stride }, vectors, path, target, at) =>
      wasm.recordOccupancy(
        severityWeights.length,
        vectors,
        path.byteOffset,
        severityWeights.byteOffset,
        above.byteOffset,
        severity,
        target.byteOffset + at * 8,
        stride * 8,
        LANE_BYTES,
      ),
    addToTally: ({ valueCount, sums, counts, least, most }, rows, count) =>
      wasm.tally(
        valueCount,
        count,
        rows.byteOffset,
        sums.byteOffset,
        counts.byteOffset,
        counts.length / valueCount,
        least.byteOffset,
        most.byteOffset,
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
