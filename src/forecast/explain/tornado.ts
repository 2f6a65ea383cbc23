import type { DriverJudgment, ForecastEvent, Id, Judged, Scenario } from '../scenario'
import { meanChance } from './event-chances'
import type { Steps } from './shapley'

/** The forecast with a driver held at exactly one intensity. */
export interface HeldAt {
  readonly at: number
  readonly forecast: number
}

/** What one driver alone can do to an event's forecast, all others staying as they are. */
export interface TornadoBar {
  readonly driver: Id
  /** Held at the ends of the analyst's own range. */
  readonly low: HeldAt
  readonly high: HeldAt
  /** Held at 0 and at 1. */
  readonly none: HeldAt
  readonly full: HeldAt
}

/** The scenario with another range of a driver's intensity; its trend and shocks go on from there. */
export function withIntensity(scenario: Scenario, driver: Id, intensity: Judged): Scenario {
  const { judgment } = scenario
  const own: DriverJudgment = { ...judgment.drivers[driver], intensity }
  return {
    ...scenario,
    judgment: { ...judgment, drivers: { ...judgment.drivers, [driver]: own } },
  }
}

const exactly = (value: number): Judged => ({ low: value, mode: value, high: value })

/** A bar for each driver, the widest own range first. Yields the share of it done. */
export function* tornado(scenario: Scenario, event: ForecastEvent): Steps<TornadoBar[]> {
  const { drivers } = scenario.case
  const bars: TornadoBar[] = []
  for (const { id } of drivers) {
    const intensity = scenario.judgment.drivers[id]?.intensity
    if (!intensity) continue
    const ends: HeldAt[] = []
    for (const at of [intensity.low, intensity.high, 0, 1]) {
      ends.push({ at, forecast: meanChance(withIntensity(scenario, id, exactly(at)), event) })
      yield (bars.length + ends.length / 4) / drivers.length
    }
    const [low, high, none, full] = ends as [HeldAt, HeldAt, HeldAt, HeldAt]
    bars.push({ driver: id, low, high, none, full })
  }
  return bars.sort(
    (a, b) =>
      width(b.low, b.high) - width(a.low, a.high) || width(b.none, b.full) - width(a.none, a.full),
  )
}

const width = (a: HeldAt, b: HeldAt): number => Math.abs(a.forecast - b.forecast)
