import { yearOf } from './months'
import { isBilateral, keyOf, pairDisputesOf, pairOf, relationsOf } from './pairs'
import type { Dispute, Records } from './records'

/** Figures that were counted before from the same files, which have to come out again. */
export interface PublishedFigures {
  readonly disputes: number
  readonly disputesAtWar: number
  readonly disputesSince1946: number
  readonly disputesSince1946AtWar: number
  readonly bilateralLandNeighbours: number
  readonly bilateralLandNeighboursAtWar: number
  /** Disputes in which Iran and Azerbaijan stood on opposite sides. */
  readonly opposed: readonly number[]
  /** And on the same. */
  readonly together: readonly number[]
  /** Days that bilateral disputes between land neighbours last, halfway between least and most. */
  readonly medianDays: number
  readonly meanDays: number
}

export const PUBLISHED: PublishedFigures = {
  disputes: 2436,
  disputesAtWar: 106,
  disputesSince1946: 1726,
  disputesSince1946AtWar: 29,
  bilateralLandNeighbours: 957,
  bilateralLandNeighboursAtWar: 11,
  opposed: [4317, 4409, 4418, 4642],
  together: [3564],
  medianDays: 25,
  meanDays: 135,
}

const WAR_LEVEL = 5
const [AZERBAIJAN, IRAN] = [373, 630]

const atWar = (disputes: readonly Dispute[]): number =>
  disputes.filter(({ hostility }) => hostility === WAR_LEVEL).length

/** Bilateral disputes since 1946 between states that shared a land border in the year it began. */
export function bilateralNeighbourDisputes(records: Records): Dispute[] {
  const relationIn = relationsOf(records)
  return pairDisputesOf(records)
    .filter(({ pair, dispute }) => {
      const year = yearOf(dispute.from)
      return year >= 1946 && isBilateral(dispute) && relationIn(pair, year).areLandNeighbours
    })
    .map(({ dispute }) => dispute)
}

export function countPublished(records: Records): PublishedFigures {
  const since1946 = records.disputes.filter(({ from }) => yearOf(from) >= 1946)
  const neighbours = bilateralNeighbourDisputes(records)
  const opposed = pairDisputesOf(records)
    .filter(({ pair }) => keyOf(pair) === keyOf(pairOf(IRAN, AZERBAIJAN)))
    .map(({ dispute }) => dispute.id)
  const days = neighbours
    .map(({ days: { least, most } }) => (least + most) / 2)
    .sort((x, y) => x - y)
  return {
    disputes: records.disputes.length,
    disputesAtWar: atWar(records.disputes),
    disputesSince1946: since1946.length,
    disputesSince1946AtWar: atWar(since1946),
    bilateralLandNeighbours: neighbours.length,
    bilateralLandNeighboursAtWar: atWar(neighbours),
    opposed,
    together: togetherIn(records),
    medianDays: Math.round(medianOf(days)),
    meanDays: Math.round(days.reduce((sum, each) => sum + each, 0) / Math.max(days.length, 1)),
  }
}

function togetherIn({ participants }: Records): number[] {
  const sidesOf = (state: number) => participants.filter((each) => each.state === state)
  return sidesOf(IRAN)
    .filter(({ dispute, isSideA }) =>
      sidesOf(AZERBAIJAN).some((other) => other.dispute === dispute && other.isSideA === isSideA),
    )
    .map(({ dispute }) => dispute)
}

const medianOf = (sorted: readonly number[]): number => {
  const middle = (sorted.length - 1) / 2
  return ((sorted[Math.floor(middle)] ?? 0) + (sorted[Math.ceil(middle)] ?? 0)) / 2
}

/** What differs from the published figures, in words; nothing when all agree. */
export function differencesFromPublished(records: Records): string[] {
  const counted = countPublished(records)
  const names = Object.keys(PUBLISHED) as (keyof PublishedFigures)[]
  return names
    .filter((name) => String(counted[name]) !== String(PUBLISHED[name]))
    .map((name) => `${name}: ${counted[name]} instead of ${PUBLISHED[name]}`)
}
