import { createHash } from 'node:crypto'
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import type { ModelScore } from '../../src/history/backtest/judging'
import type { QuestionRecord, TrackRecord } from '../../src/history/backtest/track-record'
import type { Interval } from '../../src/history/resampling'
import { sayCame, tellRange } from '../../src/renderer/charts/calibration-words'
import {
  hasPoint,
  reliabilityRows,
  reliabilityTop,
} from '../../src/renderer/charts/reliability-rows'
import { bandRows, sayAllBands, sayBand } from '../../src/renderer/features/track-record/band-rows'
import { sayNotShown, sayShown } from '../../src/renderer/features/track-record/limits'
import { questionOf, record, recordSource } from '../../src/renderer/features/track-record/record'
import {
  describeReliability,
  saySharpness,
} from '../../src/renderer/features/track-record/reliability-words'
import {
  sayPart,
  sayScore,
  sayScoreInterval,
  scoreRows,
} from '../../src/renderer/features/track-record/score-rows'
import {
  reliabilityTable,
  scoreCells,
  scoresTable,
} from '../../src/renderer/features/track-record/tables'
import {
  inHundred,
  sayCounts,
  sayHeadline,
  sayReach,
  saySecondSpeed,
  sayStanding,
} from '../../src/renderer/features/track-record/track-record-words'

const PER_CENT = '\u202f%'

const interval = (value: number, low: number, high: number): Interval => ({ value, low, high })

const BINS = [
  {
    from: 0.05,
    count: 200,
    meanForecast: 0.1,
    observed: 0.09,
    disputes: 40,
    low: 0.05,
    high: 0.14,
  },
  { from: 0.45, count: 50, meanForecast: 0.5, observed: 0.3, disputes: 20, low: 0.2, high: 0.4 },
  { from: 0.55, count: 20, meanForecast: 0.6, observed: 0.7, disputes: 12, low: 0.65, high: 0.8 },
  { from: 0.75, count: 30, meanForecast: 0.8, observed: 0, disputes: 15, low: 0, high: 0 },
  { from: 0.95, count: 3, meanForecast: 0.97, observed: 0.33, disputes: 3, low: 0, high: 1 },
]

const score = (
  model: ModelScore['model'],
  brier: number,
  [low, high]: readonly [number, number],
): ModelScore => ({
  model,
  brier: interval(brier, brier - 0.01, brier + 0.01),
  brierAgainstClimatology: interval(brier - 0.1, low, high),
  logarithmic: interval(0.3, 0.2, 0.4),
  logarithmicAgainstClimatology: interval(0, -0.1, 0.1),
  decomposition: { reliability: 0.01, resolution: 0.02, uncertainty: 0.1, withinBins: -0.0004 },
  sharpness: { low: 0.04, median: 0.1, high: 0.3, deviation: 0.1 },
})

const question = (months: number, ladder: readonly [number, number]): QuestionRecord => ({
  outcome: 'deaths',
  months,
  forecasts: 1200,
  events: 60,
  disputes: 300,
  disputesWithEvents: months,
  scores: [
    score('ladder', 0.09, ladder),
    score('ladder-pair', 0.08, [-0.03, -0.01]),
    score('climatology', 0.1, [0, 0]),
    score('persistence', months === 1 ? 0.12 : 0.08, [0.01, 0.03]),
    score('two-speeds', 0.09, [-0.01, 0.01]),
  ],
  reliability: [{ model: 'ladder', bins: BINS }],
  bands: [
    { model: 'ladder', nominal: 0.5, groups: 70, withChance: 0.3 + months / 100, largeGroups: 0 },
    { model: 'ladder', nominal: 0.9, groups: 70, withChance: 0.88, largeGroups: 9, alone: 0.2 },
  ],
})

const fitted = (median: number) => ({
  median,
  mean: 150,
  logLikelihood: -1,
  largestMisfit: 0.1,
  phases: [],
})

const COMPARED = {
  model: 'two-speeds',
  rungs: ['calm', 'force'],
  rankedDifference: interval(-0.008, -0.015, -0.001),
  brierForceDifference: interval(0.004, 0.001, 0.006),
  brierDeathsDifference: interval(0, -0.001, 0.001),
  passes: false,
} as const

const SMALL: TrackRecord = {
  format: 'brink-track-record',
  formatVersion: 1,
  fromYear: 2001,
  toYear: 2009,
  origins: { pairMonths: 1234, pairs: 56, disputes: 78 },
  samples: 500,
  models: [
    { id: 'ladder', label: 'The ladder' },
    { id: 'ladder-pair', label: 'The ladder with its pair' },
    { id: 'climatology', label: 'Climatology' },
  ],
  called: [{ model: 'ladder', bins: BINS }],
  questions: [question(1, [-0.02, -0.005]), question(6, [-0.02, 0.01])],
  ranked: [
    {
      months: 6,
      forecasts: 10,
      scores: [
        {
          model: 'ladder',
          score: interval(0.2, 0.1, 0.3),
          againstClimatology: interval(0.1, 0.05, 0.2),
        },
      ],
    },
  ],
  secondSpeed: {
    misfits: [
      {
        what: 'disputes since 1900',
        unit: 'days',
        spells: 9,
        ended: 9,
        observed: { median: 20, mean: 100 },
        one: fitted(70.4),
        two: fitted(31.6),
      },
    ],
    comparisons: [COMPARED],
    rungsGiven: [],
  },
}

const [first, second] = SMALL.questions
if (!first || !second) throw new Error('the small record has two questions')

describe('rows of what was called and what came', () => {
  const rows = reliabilityRows(BINS)

  it('reach up to the next bin, and stand to the diagonal as far as the interval tells', () => {
    expect(rows.map(({ called }) => called)).toEqual([
      [0.05, 0.15],
      [0.45, 0.55],
      [0.55, 0.65],
      [0.75, 0.85],
      [0.95, 1],
    ])
    expect(rows.map(({ calibration }) => calibration)).toEqual([
      'as-called',
      'less',
      'more',
      'too-few',
      'too-few',
    ])
  })

  it('have no interval where nothing came, and no point with few disputes', () => {
    expect(rows.map(({ interval: range }) => range)).toEqual([
      [0.05, 0.14],
      [0.2, 0.4],
      [0.65, 0.8],
      undefined,
      [0, 1],
    ])
    expect(rows.map(hasPoint)).toEqual([true, true, true, true, false])
  })

  it('set axes that hold all that is called, and the intervals of what has a point', () => {
    expect(reliabilityTop(rows)).toBe(1)
    expect(reliabilityTop(rows.slice(0, 1))).toBe(0.2)
    // Of three disputes the interval reaches up to 1, and is not drawn.
    expect(
      reliabilityTop(reliabilityRows([{ ...BINS[4], from: 0.02, meanForecast: 0.03 } as never])),
    ).toBe(0.05)
  })

  it('are read as per cent', () => {
    expect(tellRange([0.017, 0.123])).toBe(`1.7–12${PER_CENT}`)
    expect(sayCame({ came: 0.09, interval: [0.05, 0.14] })).toBe(
      `9.0${PER_CENT} (5.0–14${PER_CENT})`,
    )
    expect(sayCame({ came: 0 })).toBe(`0${PER_CENT}`)
  })
})

describe('the track record in words', () => {
  it('says first how often what was called 10 % came', () => {
    expect(sayHeadline(SMALL)).toBe(
      `Of the moments that the ladder called about 10${PER_CENT}, 9 in 100 came true.`,
    )
    expect(sayHeadline({ ...SMALL, called: [] })).toBe(
      'What the ladder would have said, and what came of it',
    )
    expect([0, 0.004, 0.006, 0.5].map(inHundred)).toEqual([
      '0 in 100',
      'fewer than 1 in 100',
      '1 in 100',
      '50 in 100',
    ])
  })

  it('then how sure that is, and where it is furthest off, for which one bin of few does not count', () => {
    expect(sayReach(SMALL)).toBe(
      `The 95${PER_CENT} interval, from drawing whole disputes again, is 5 to 14 in 100. Furthest off is what it called about 50${PER_CENT}: 30 in 100 came true (20 to 40).`,
    )
    expect(sayReach({ ...SMALL, called: [{ model: 'ladder', bins: BINS.slice(0, 1) }] })).toMatch(
      /Nothing else that it called is clearly off\.$/,
    )
  })

  it('says how it stands to the base rate alone and to persistence', () => {
    // 0.09 against 0.12 on the first question, against 0.08 on the second.
    expect(sayStanding(SMALL)).toBe(
      'By the Brier score the ladder is clearly better than the base rate alone on 1 of the 2 questions below and clearly worse on none; it scores better than persistence, “everything stays as it is”, on 1. With the pair’s own record joined in, it is clearly better on 2.',
    )
  })

  it('says so plainly where it does not beat the base rate', () => {
    const questions = [question(6, [-0.02, 0.01]), question(6, [0.01, 0.02])]
    expect(sayStanding({ ...SMALL, questions })).toMatch(
      /^The ladder does not beat the base rate alone: .* on none of the 2 questions below and clearly worse on 1;/,
    )
  })

  it('counts what there is to judge by', () => {
    expect(sayCounts({ ...first, disputesWithEvents: 40 })).toMatch(/, in 40 disputes\.$/)
    expect(sayCounts(first)).toBe(
      '1,200 forecasts in 300 disputes; it came after 60 of them, in 1 dispute, too few to judge by.',
    )
    expect(saySharpness(first)).toBe(`Nine in ten forecasts lie in 4.0–30${PER_CENT}.`)
    expect(describeReliability(first, reliabilityRows(BINS.slice(0, 2)))).toBe(
      `Reaching use of force with deaths within 1 month, overall 5${PER_CENT}: called 5–15${PER_CENT}, 9 in 100 came true, as often as called; called 45–55${PER_CENT}, 30 in 100 came true, less often than called.`,
    )
  })

  it('tells what became of a second speed', () => {
    expect(saySecondSpeed(SMALL)).toEqual([
      'Of disputes since 1900 half are over within 20 days; a single speed makes that 70, two make it 32.',
      'Two speeds, fast at first and slower for those who stay, were tried on calm and use of force, by a rule set down before any score was known: they improved the ranked probability score by 0.0080 (0.0010 to 0.0150) and worsened the Brier score of reaching use of force by 0.0040 (0.0010 to 0.0060). By the rule no rung is given a second speed.',
    ])
    const given = { ...SMALL.secondSpeed, misfits: [], rungsGiven: ['force'] as const }
    expect(saySecondSpeed({ ...SMALL, secondSpeed: given }).join(' ')).toMatch(
      /By the rule a second speed goes to use of force\.$/,
    )
  })

  it('says what it shows and what it does not, by the figures of the record', () => {
    expect(sayShown(SMALL).join(' ')).toMatch(
      /from 2001 to 2009, .*from 1,234 months in which one of 56 pairs .*, in 78 disputes/,
    )
    expect(sayNotShown(SMALL).join(' ')).toMatch(
      /nothing here validates them.*500 times.*in 1 dispute\./,
    )
  })
})

describe('scores', () => {
  const [ladder, pair, climatology, persistence] = scoreRows(SMALL, second)

  it('are of the ladder and those it is held against, each against climatology', () => {
    expect(scoreRows(SMALL, second).map(({ model }) => model)).toEqual([
      'ladder',
      'ladder-pair',
      'climatology',
      'persistence',
    ])
    expect([ladder, pair, climatology, persistence].map((row) => row?.brier.standing)).toEqual([
      'unclear',
      'better',
      'base',
      'worse',
    ])
    expect(ladder?.label).toBe('The ladder')
    expect(persistence?.label).toBe('persistence')
  })

  it('of the rung at the end are of the same months, where they are scored', () => {
    expect(ladder?.ranked).toMatchObject({ standing: 'worse', score: { value: 0.2 } })
    expect(pair?.ranked).toBeUndefined()
    expect(scoreRows(SMALL, first)[0]?.ranked).toBeUndefined()
  })

  it('are written in as many digits as they deserve, and no zero has a sign', () => {
    expect([0.0806, 0.00391, -0.0302, -0.00001].map(sayScore)).toEqual([
      '0.081',
      '0.0039',
      '−0.030',
      '0.0000',
    ])
    expect(sayPart(-0.0004)).toBe('−0.0004')
    expect(sayScoreInterval(interval(0.08, 0.0616, 0.1006))).toBe('0.062–0.101')
    expect(sayScoreInterval(interval(-0.0002, -0.0016, 0.0011))).toBe('−0.0016 to 0.0011')
  })

  it('stand in a table of every figure, to be read or to be reckoned with', () => {
    expect(ladder && scoreCells(ladder)).toEqual([
      'The ladder',
      '0.090 (0.080–0.100)',
      '−0.010 (−0.020 to 0.010)',
      '0.0100',
      '0.0200',
      '0.1000',
      '−0.0004',
      '0.300 (0.200–0.400)',
      '0.0000 (−0.1000 to 0.1000)',
      '0.200 (0.100–0.300)',
      '0.100 (0.050–0.200)',
    ])
    const [header = [], own = [], other = []] = scoresTable(SMALL, second)
    const at = (name: string, row = own) => row[header.indexOf(name)]
    expect(at('forecaster')).toBe('ladder')
    expect(at('brier_less_climatology_p975')).toBe(0.01)
    expect(at('ranked')).toBe(0.2)
    expect(at('ranked', other)).toBeNaN()
    expect(at('within_bins')).toBe(-0.0004)
    const [names = [], row = []] = reliabilityTable(first, reliabilityRows(BINS))
    expect(row).toHaveLength(names.length)
    expect(row[names.indexOf('came_p975')]).toBe(0.14)
  })
})

describe('judgment bands', () => {
  it('that hold less than they say are too narrow', () => {
    const words = [0.44, 0.45, 0.55, 0.56].map((withChance) =>
      sayBand({ nominal: 0.5, withChance }),
    )
    expect(words).toEqual(['too narrow', 'about right', 'about right', 'too wide'])
    expect(bandRows(SMALL, first).map(({ label, words: said }) => `${label}: ${said}`)).toEqual([
      'The ladder: too narrow',
      'The ladder: about right',
    ])
  })

  it('are summed up over all questions', () => {
    expect(sayAllBands(SMALL)).toBe(
      `Over all 2 questions of this record the ladder with class base rates did so: its 50${PER_CENT} band held 31–36${PER_CENT}, its 90${PER_CENT} band held 88${PER_CENT} of the groups.`,
    )
  })
})

describe('the record that ships', () => {
  it('is told of by the sum of its file', async () => {
    const file = readFileSync(join(import.meta.dirname, '../../src/history/track-record.json'))
    const { title, sha256 } = await recordSource()
    expect(sha256).toBe(createHash('sha256').update(file).digest('hex'))
    expect(title).toBe(`Track record of the ladder, ${record.fromYear}–${record.toYear}`)
  })

  it('answers any question, and has Brier scores that are the sum of their parts', () => {
    expect(questionOf(record, { outcome: 'calm', months: 99 })).toBe(record.questions[0])
    for (const { scores } of record.questions) {
      for (const { brier, decomposition } of scores) {
        const { reliability, resolution, uncertainty, withinBins } = decomposition
        // Each is written to six digits.
        expect(reliability - resolution + uncertainty + withinBins).toBeCloseTo(brier.value, 5)
      }
    }
  })

  it('is told in whole words, and never of confidence', () => {
    const texts = [
      sayHeadline(record),
      sayReach(record),
      sayStanding(record),
      sayAllBands(record),
      ...saySecondSpeed(record),
      ...sayShown(record),
      ...sayNotShown(record),
      ...record.questions.flatMap((each) => [sayCounts(each), saySharpness(each)]),
    ]
    for (const text of texts) {
      expect(text).toMatch(/[.]$/)
      expect(text).not.toMatch(/NaN|undefined|null|Infinity|confiden/i)
    }
  })
})
