import { STATE_WORDS } from '../ladder'
import type { Interval } from '../resampling'
import { BIN_STARTS } from '../scores'
import type { BandCoverage } from './bands'
import type { ModelScore } from './judging'
import type { ModelId } from './rolling'
import type { Misfit, SpeedComparison } from './second-speed'
import {
  MODEL_LABELS,
  type QuestionRecord,
  type Reliability,
  type TrackRecord,
} from './track-record'

/** The figures of the track record as tables in Markdown, for docs/validation-tables.md. */

const fixed = (value: number, digits = 4): string => value.toFixed(digits).replace('-', '−')

const percent = (share: number): string => {
  const value = 100 * share
  return `${value < 1.95 && !Number.isInteger(value) ? value.toFixed(1) : Math.round(value)} %`
}

const withInterval = ({ value, low, high }: Interval): string =>
  `${fixed(value)} [${fixed(low)}, ${fixed(high)}]`

type Cells = readonly (string | number)[]

const line = (cells: Cells): string => `| ${cells.join(' | ')} |`

const table = (head: Cells, rows: readonly Cells[]): string =>
  [line(head), line(head.map(() => '---')), ...rows.map(line)].join('\n')

const within = (months: number): string => `within ${months} month${months === 1 ? '' : 's'}`

const questionTitle = ({ outcome, months }: QuestionRecord): string =>
  `Reaching ${STATE_WORDS[outcome]} or more ${within(months)}`
    .replace('force without known deaths or more', 'force')
    .replace(' or more within', ' within')

function scoreRow({ scores }: QuestionRecord, score: ModelScore): Cells {
  const climatology = scores.find(({ model }) => model === 'climatology')?.brier.value ?? 0
  const { reliability, resolution, uncertainty, withinBins } = score.decomposition
  return [
    `\`${score.model}\``,
    withInterval(score.brier),
    withInterval(score.brierAgainstClimatology),
    fixed(1 - score.brier.value / climatology, 3),
    fixed(score.logarithmic.value),
    withInterval(score.logarithmicAgainstClimatology),
    `${fixed(reliability)} − ${fixed(resolution)} + ${fixed(uncertainty)} + ${fixed(withinBins)}`,
    `${percent(score.sharpness.low)} – ${percent(score.sharpness.high)}`,
  ]
}

const SCORE_HEAD = [
  'forecaster',
  'Brier',
  'less climatology',
  'skill',
  'log',
  'less climatology',
  'reliability − resolution + uncertainty + within bins',
  'nine in ten forecasts',
]

/** What forecasts of a bin were called. */
function calledOf(from: number): string {
  const to = BIN_STARTS[BIN_STARTS.indexOf(from) + 1] ?? 1
  return `${percent(from)} – ${percent(to)}`
}

const reliabilityTable = (each: Reliability): string =>
  table(
    ['said', 'forecasts', 'disputes', 'said on average', 'came', '95 % interval'],
    each.bins.map((bin) => [
      calledOf(bin.from),
      bin.count,
      bin.disputes,
      percent(bin.meanForecast),
      percent(bin.observed),
      `${percent(bin.low)} – ${percent(bin.high)}`,
    ]),
  )

function questionPart(question: QuestionRecord): string {
  const { forecasts, events, disputes, disputesWithEvents } = question
  return [
    `### ${questionTitle(question)}`,
    `${forecasts} forecasts in ${disputes} disputes; it came after ${events} of them, in ${disputesWithEvents} disputes.`,
    table(
      SCORE_HEAD,
      question.scores.map((score) => scoreRow(question, score)),
    ),
    ...question.reliability.flatMap((each) => [
      `What \`${each.model}\` said and what came:`,
      reliabilityTable(each),
    ]),
  ].join('\n\n')
}

const bandRow = ({ outcome, months }: QuestionRecord, band: BandCoverage): Cells => [
  `${outcome}, ${months}`,
  `\`${band.model}\``,
  percent(band.nominal),
  band.groups,
  percent(band.withChance),
  band.largeGroups,
  band.alone === undefined ? '' : percent(band.alone),
]

const bandTable = ({ questions }: TrackRecord): string =>
  table(
    [
      'rung, months',
      'forecaster',
      'band',
      'groups',
      'in the band with chance',
      'large groups',
      'in the band alone',
    ],
    questions.flatMap((question) => question.bands.map((band) => bandRow(question, band))),
  )

const rankedTable = ({ ranked }: TrackRecord): string =>
  table(
    ['months', 'forecasts', 'forecaster', 'score', 'less climatology'],
    ranked.flatMap(({ months, forecasts, scores }) =>
      scores.map(({ model, score, againstClimatology }) => [
        months,
        forecasts,
        `\`${model}\``,
        withInterval(score),
        withInterval(againstClimatology),
      ]),
    ),
  )

function misfitRows(misfit: Misfit): Cells[] {
  const days = (value: number): string => fixed(value, misfit.unit === 'days' ? 0 : 1)
  const row = (
    name: string,
    { median, mean, logLikelihood, largestMisfit, phases }: Misfit['one'],
  ) => [
    misfit.what,
    name,
    days(median),
    days(mean),
    fixed(logLikelihood, 1),
    fixed(largestMisfit, 3),
    phases.map(({ share, ending }) => `${percent(share)} at ${fixed(ending, 3)}`).join(', '),
  ]
  const { median, mean } = misfit.observed
  return [
    [
      misfit.what,
      `observed (${misfit.spells}, ${misfit.spells - misfit.ended} still going on)`,
      days(median),
      days(mean),
      '',
      '',
      '',
    ],
    row('one speed', misfit.one),
    row('two speeds', misfit.two),
  ]
}

const comparisonRow = (each: SpeedComparison): Cells => [
  each.rungs.join(', '),
  withInterval(each.rankedDifference),
  withInterval(each.brierForceDifference),
  withInterval(each.brierDeathsDifference),
  each.passes ? 'yes' : 'no',
]

function speedPart({ secondSpeed: { misfits, comparisons } }: TrackRecord): string {
  return [
    '## A second speed',
    'How long disputes last in days, and stays on rungs in months; the chance of ending is per day or month.',
    table(
      [
        'what',
        '',
        'median',
        'mean',
        'log-likelihood',
        'largest misfit',
        'kinds, with their chance of ending',
      ],
      misfits.flatMap(misfitRows),
    ),
    'The ladder with a second speed on some rungs, less the ladder without (below 0 is better). Single rungs count only where the first row, with all four, meets the rule:',
    table(
      [
        'rungs',
        'ranked probability',
        'Brier, reaching force',
        'Brier, reaching deaths',
        'meets the rule',
      ],
      comparisons.map(comparisonRow),
    ),
  ].join('\n\n')
}

const legend = (models: readonly ModelId[]): string =>
  models.map((id) => `- \`${id}\`: ${MODEL_LABELS[id]}`).join('\n')

/** The whole file; the same record gives the same text. */
export function recordTables(record: TrackRecord): string {
  const { fromYear, toYear, origins, samples, called, questions } = record
  return [
    '# Validation: the tables',
    'Written by `npm run backtest`; what they mean stands in [validation.md](validation.md).',
    `Forecasts from ${origins.pairMonths} months of ${origins.pairs} pairs of states in ${origins.disputes} disputes, ${fromYear} to ${toYear}. Brackets are 95 % intervals over ${samples} resamplings of disputes.`,
    legend(record.ranked[0]?.scores.map(({ model }) => model) ?? []),
    '## How often what was called 10 % came',
    'All rungs and horizons together.',
    ...called.flatMap((each) => [`\`${each.model}\`:`, reliabilityTable(each)]),
    '## Rung by rung and horizon by horizon',
    ...questions.map(questionPart),
    '## The rung at the end: ranked probability score',
    rankedTable(record),
    '## The bands of judgment',
    bandTable(record),
    speedPart(record),
  ].join('\n\n')
}
