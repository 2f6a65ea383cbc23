import type { PressMade, PressOutput } from '../../ipc/contract'

/** What a message to main may hold, which the contract says too. */
export const MOST_BYTES = 64_000_000

/** What is made of a job, before it is known whether it can be handed over. */
export interface Output {
  readonly output: PressOutput
  readonly name: string
}

const WORDS: Readonly<Record<PressOutput, string>> = {
  'chart-svg': 'the SVG picture',
  'chart-png': 'the PNG picture',
  'chart-csv': 'the CSV table',
  pdf: 'the PDF report',
  pptx: 'the PowerPoint deck',
  docx: 'the Word report',
  xlsx: 'the Excel workbook',
  csv: 'the CSV table',
  draws: 'the CSV table of the draws',
}

const sayMegabytes = (bytes: number): string => `${(bytes / 1_000_000).toFixed(1)}\u202fMB`

const sayHelp = (output: PressOutput): string =>
  output === 'draws'
    ? 'Take fewer draws, or write them with brink draws, which has no such limit'
    : 'A nearer horizon, or a case with less in it, makes it smaller'

/** A file as bytes, or why it is too large to be handed over, in words without a full stop. */
export function handedOver(
  { output, name }: Output,
  content: string | Uint8Array<ArrayBuffer>,
  most: number = MOST_BYTES,
): PressMade {
  const bytes = typeof content === 'string' ? new TextEncoder().encode(content) : content
  if (bytes.length <= most) return { output, name, content: bytes }
  const size = `${WORDS[output]} is ${sayMegabytes(bytes.length)} large, and the most is ${sayMegabytes(most)}`
  return { output, name, problem: `${size}. ${sayHelp(output)}` }
}

/** Makes one file; what goes wrong is its own problem and no other’s. */
export async function madeAlone(
  which: Output,
  make: () => Promise<string | Uint8Array<ArrayBuffer>>,
): Promise<PressMade> {
  try {
    return handedOver(which, await make())
  } catch (error) {
    return { ...which, problem: error instanceof Error ? error.message : String(error) }
  }
}
