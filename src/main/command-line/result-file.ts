import { z } from 'zod'
import { describeFailure } from '../../scenario-file/failures'
import { readGuardedJson } from '../../scenario-file/json-guard'
import { readFailureWords, readTextFile } from '../documents/read-file'

z.config({ jitless: true })

const text = z.string().max(20_000)
const byMonth = z.array(z.number().nullable()).max(1_000)

/** As much of what `brink forecast --json` prints as a table of claims takes up. */
const resultSchema = z.object({
  title: text,
  scenarioSha256: text.optional(),
  draws: z.number(),
  seed: z.number(),
  engine: text,
  months: z.array(z.number()).min(1).max(1_000),
  conclusion: z
    .array(
      z.object({
        id: text,
        // Printed by later versions only.
        statement: text.optional(),
        mean: byMonth,
        p05: byMonth,
        p25: byMonth,
        p50: byMonth,
        p75: byMonth,
        p95: byMonth,
        standardError: byMonth,
        verdict: text,
      }),
    )
    .max(1_000),
})

/** A forecast that was printed as JSON. */
export type Result = z.infer<typeof resultSchema>

const EXPECTED = 'expected a forecast as brink forecast --json prints it'

/** Reads a result, or says why the file holds none. */
export async function readResult(path: string): Promise<{ result: Result } | { problem: string }> {
  const read = await readTextFile(path)
  if (!read.ok) {
    const isDevice = read.failure === 'not-a-file'
    const words = isDevice ? 'It is a device or a pipe.' : readFailureWords[read.failure]
    return { problem: words }
  }
  if (read.text.trim() === '') return { problem: `The file is empty; ${EXPECTED}.` }
  const json = readGuardedJson(read.text)
  if (!json.ok) return { problem: `${describeFailure(json.failure).summary} ${capital(EXPECTED)}.` }
  const parsed = resultSchema.safeParse(json.value)
  if (parsed.success) return { result: parsed.data }
  const place = parsed.error.issues[0]?.path.map(String).join('.') || 'file'
  return { problem: `${place}: ${EXPECTED}.` }
}

const capital = (words: string): string => `${words.charAt(0).toUpperCase()}${words.slice(1)}`
