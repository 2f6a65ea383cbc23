import {
  type Axis,
  countCombinations,
  nameOfQuantity,
  type Quantity,
  scales,
} from '../../forecast/sweep'
import { type Misuse, misused } from './command'

/** Files that one sweep may write. */
export const MOST_COMBINATIONS = 100_000

/** Significant digits of the largest number of a range that its values are rounded to. */
const DIGITS = 12

/** Reads what `--vary` was given each time; together they are a full grid. */
export function readAxes(texts: readonly string[]): readonly Axis[] | Misuse {
  const axes: Axis[] = []
  for (const text of texts) {
    const axis = readAxis(text)
    if ('kind' in axis) return axis
    const name = nameOfQuantity(axis.quantity)
    if (axes.some(({ quantity }) => nameOfQuantity(quantity) === name)) {
      return misused(`--vary names ${name} twice; all its values go into one list`)
    }
    axes.push(axis)
  }
  const count = countCombinations(axes)
  return count > MOST_COMBINATIONS ? tooMany(count) : axes
}

const tooMany = (count: number): Misuse =>
  misused(`this would be ${say(count)} files; a sweep writes ${say(MOST_COMBINATIONS)} at most`)

const say = (count: number): string => count.toLocaleString('en-GB')

function readAxis(text: string): Axis | Misuse {
  const at = text.indexOf('=')
  const quantity = at < 0 ? undefined : readQuantity(text.slice(0, at))
  if (!quantity) {
    const given = at < 0 ? text : text.slice(0, at)
    return misused(
      `--vary needs DRIVER.intensity, DRIVER.weight, DRIVER.trend, horizonMonths, run.draws or run.seed, then = and values; not ${given}`,
    )
  }
  const values = readValues(text.slice(at + 1))
  if ('kind' in values) return values
  return faultOf(quantity, values) ?? { quantity, values }
}

function readQuantity(name: string): Quantity | undefined {
  if (name === 'horizonMonths') return { kind: 'horizonMonths' }
  if (name === 'run.draws') return { kind: 'draws' }
  if (name === 'run.seed') return { kind: 'seed' }
  const [, driver, kind] = /^([a-z0-9][a-z0-9-]*)\.(intensity|weight|trend)$/.exec(name) ?? []
  if (driver === undefined) return undefined
  return { kind: kind as 'intensity' | 'weight' | 'trend', driver }
}

function faultOf(quantity: Quantity, values: readonly number[]): Misuse | undefined {
  const { least, most, isWhole } = scales[quantity.kind]
  const name = nameOfQuantity(quantity)
  const stranger = values.find(
    (value) => value < least || value > most || (isWhole && !Number.isInteger(value)),
  )
  if (stranger !== undefined) {
    const kind = isWhole ? 'whole numbers' : 'numbers'
    return misused(`${name} takes ${kind} from ${say(least)} to ${say(most)}, not ${stranger}`)
  }
  const isRepeated = new Set(values).size < values.length
  return isRepeated ? misused(`--vary gives ${name} one value twice`) : undefined
}

/** FROM:TO:STEP, or a list. */
function readValues(text: string): readonly number[] | Misuse {
  const isRange = text.includes(':')
  const numbers = text.split(isRange ? ':' : ',').map(readNumber)
  const unread = numbers.indexOf(undefined)
  if (unread >= 0 || (isRange && numbers.length !== 3)) {
    return misused(`--vary needs FROM:TO:STEP or a list A,B,… of numbers, not ${text || 'nothing'}`)
  }
  const known = numbers as readonly number[]
  if (!isRange) return known
  const [from = 0, to = 0, step = 0] = known
  if (step === 0 || (to - from) * step < 0) {
    return misused(`a step of ${step} does not lead from ${from} to ${to}`)
  }
  const count = stepsBetween(from, to, step) + 1
  return count > MOST_COMBINATIONS ? tooMany(count) : valuesBetween(from, to, step)
}

// Without what Number would take beside them: nothing, hexadecimals, Infinity.
const NUMBER = /^[-+]?(\d+(\.\d*)?|\.\d+)(e[-+]?\d+)?$/i

function readNumber(text: string): number | undefined {
  const value = NUMBER.test(text) ? Number(text) : Number.NaN
  // Minus zero is written as zero, and is the same value.
  return Number.isFinite(value) ? value + 0 : undefined
}

/**
 * Both ends where the step meets them. Each value is counted from the first, so that no
 * error adds up, and rounded at the twelfth digit of the largest number in the range, so
 * that one near zero keeps no rounding error of those far from it.
 */
export function valuesBetween(from: number, to: number, step: number): readonly number[] {
  const rounded = roundingFor(from, to, step)
  const count = stepsBetween(from, to, step) + 1
  return Array.from({ length: count }, (_, n) => rounded(from + n * step))
}

function roundingFor(...numbers: readonly number[]): (value: number) => number {
  const largest = Math.max(...numbers.map(Math.abs))
  const places = Math.min(Math.max(DIGITS - 1 - Math.floor(Math.log10(largest)), 0), 100)
  return (value) => Number(value.toFixed(places)) + 0
}

/** The last step reaches the end if it does so once both are rounded. */
function stepsBetween(from: number, to: number, step: number): number {
  const rounded = roundingFor(from, to, step)
  const steps = (to - from) / step
  const nearest = Math.round(steps)
  return rounded(from + nearest * step) === rounded(to) ? nearest : Math.floor(steps)
}
