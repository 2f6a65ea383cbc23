import { type BriefingContent, briefingContent } from '../../briefing/content'
import { spreadsheetCsv } from '../../briefing/csv'
import { numbersTable } from '../../briefing/numbers-table'
import type { ExplanationGiven } from '../../briefing/why-part'
import type { WorkerRunner } from '../../engine/worker-runner'
import { chosenEvent } from '../../forecast/conclusion/outlook'
import type { Forecast } from '../../forecast/forecast'
import type { Id, Scenario } from '../../forecast/scenario'
import type { DocumentOutput } from '../../ipc/contract'
import { embedInOffice } from '../../provenance/office'
import { embedInPdf } from '../../provenance/pdf'
import type { ExportRecord } from '../../provenance/provenance'
import type { ChartExport } from '../features/export/chart-export'
import { reportPictures } from './figures'

/** What the documents of one job are made of. */
interface DocumentSubject {
  readonly scenario: Scenario
  readonly forecast: Forecast
  /** Of the article’s own drivers. */
  readonly baseline: Forecast
  readonly claim: Id | undefined
  readonly charts: readonly ChartExport[]
  readonly record: ExportRecord
}

type Content = string | Uint8Array<ArrayBuffer>

/** Makes documents of one forecast; what each is set with is loaded when the first one is wanted. */
export function documentMaker(
  subject: DocumentSubject,
  runner: WorkerRunner,
): (output: DocumentOutput) => Promise<Content> {
  const { scenario, forecast, charts, record } = subject
  let content: Promise<BriefingContent> | undefined
  const words = (): Promise<BriefingContent> => {
    content ??= briefing(subject, runner)
    return content
  }
  const numbers = () => numbersTable(scenario, forecast)
  const makers: Readonly<Record<DocumentOutput, () => Promise<Content>>> = {
    pdf: async () => {
      const { printReport } = await import('./print-report')
      return embedInPdf(await printReport(await words(), charts, record.provenance), record)
    },
    pptx: async () => {
      const { writePptx } = await import('../../briefing/pptx')
      return embedInOffice(await writePptx(await words()), record)
    },
    docx: async () => {
      const { writeDocx } = await import('../../briefing/docx')
      return embedInOffice(
        await writeDocx(await words(), await reportPictures(charts, record.provenance)),
        record,
      )
    },
    xlsx: async () => {
      const { writeXlsx } = await import('../../briefing/xlsx')
      return embedInOffice(writeXlsx(await words(), numbers()), record)
    },
    draws: () => drawsOf(scenario),
    csv: async () => spreadsheetCsv(numbers(), record.provenance),
  }
  return (output) => makers[output]()
}

/** A page holds the whole table; the command line writes it in pieces. */
const MOST_DRAWS = 50_000

async function drawsOf(scenario: Scenario): Promise<Content> {
  if (scenario.run.draws > MOST_DRAWS) {
    const most = MOST_DRAWS.toLocaleString('en-GB')
    throw new Error(`More than ${most} draws are written by the command line, brink draws`)
  }
  const { drawsTable } = await import('../../briefing/draws-table')
  const pieces = [...drawsTable(scenario)].map(({ text }) => text)
  return new Uint8Array(new TextEncoder().encode(pieces.join('')))
}

async function briefing(
  { scenario, forecast, baseline, claim, record }: DocumentSubject,
  runner: WorkerRunner,
): Promise<BriefingContent> {
  const explanation = await whyOf(runner, scenario, claim)
  return briefingContent({
    scenario,
    forecast,
    baseline,
    record,
    ...(claim === undefined ? {} : { claim }),
    ...(explanation ? { explanation } : {}),
  })
}

/** Why the forecast differs from the article; nothing where the case has no event to speak of. */
function whyOf(
  runner: WorkerRunner,
  scenario: Scenario,
  claim: Id | undefined,
): Promise<ExplanationGiven | undefined> {
  const choice = chosenEvent(scenario, claim)
  if (!choice) return Promise.resolve(undefined)
  return new Promise((resolve, reject) => {
    runner.explain(
      { scenario, choice, goal: 'opposite', parts: ['attribution', 'spread'] },
      {
        onAnswer: ({ attribution, spread, done }) => {
          if (done < 1) return
          resolve(attribution ? { attribution, ...(spread ? { spread } : {}) } : undefined)
        },
        onFailure: (message) => reject(new Error(message)),
      },
    )
  })
}
