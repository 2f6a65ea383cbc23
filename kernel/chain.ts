/**
 * The inner loops of the chain with vector instructions: the functions of
 * src/forecast/chain/plain-kernel.ts, two lanes at a time. Each does the same
 * operations in the same order, so that both give the same bits.
 *
 * AssemblyScript; `npm run kernel` compiles it into simd-kernel-bytes.ts.
 * Pointers are byte offsets into the memory that the caller imports, of which the first
 * kilobyte is free; `lanes` is the number of bytes that the lanes of one value take up.
 */

export { exponentiate } from './exponential'
export { carry, takeStep } from './propagate'
export { recordLoss, recordOccupancy, tally } from './record'
