import { isDeepStrictEqual } from 'node:util'
import fc from 'fast-check'
import { expect, it } from 'vitest'
import { embedInOffice } from '../../src/provenance/office'
import { embedInPdf } from '../../src/provenance/pdf'
import { embedInPng } from '../../src/provenance/png'
import { exportRecord, exportSource } from '../../src/provenance/provenance'
import { readEmbedded } from '../../src/provenance/read-embedded'
import { embedInSvg } from '../../src/provenance/svg'
import { scenarios } from '../any-scenario/scenario'
import { readScenario } from '../bundled'
import { MADE, makePdf, makeXlsx, PNG, SVG } from './samples'

it('every scenario comes back to the bit out of every format that carries it', async () => {
  const [pdf, xlsx] = [await makePdf(), makeXlsx()]
  await fc.assert(
    fc.asyncProperty(scenarios(0.3), async (scenario) => {
      const run = { ...scenario.run, engineVersion: '2' }
      const record = await exportRecord(exportSource(scenario, run), MADE)
      const files = [
        new TextEncoder().encode(await embedInSvg(SVG, record)),
        await embedInPng(PNG, record),
        await embedInPdf(pdf, record),
        await embedInOffice(xlsx, record),
      ]
      for (const file of files) {
        const read = await readEmbedded(file)
        if (read.kind !== 'record') throw new Error(JSON.stringify(read))
        expect(isDeepStrictEqual(read.record, record)).toBe(true)
        const again = readScenario(read.record.scenarioText)
        expect(isDeepStrictEqual(again, scenario)).toBe(true)
      }
    }),
    { numRuns: 40 },
  )
})
