/**
 * What a forecast is computed from: a case (the coded article) and a judgment
 * (what the analyst makes of it). The file format of docs/scenario-format.md
 * is the written form of these types.
 */

/** An identifier, unique within its list; `[a-z0-9][a-z0-9-]*`, at most 64 characters. */
export type Id = string

/** A transition's identifier, `from>to`. */
export type TransitionId = string

export interface Scenario {
  readonly title: string
  readonly summary: string
  readonly case: Case
  readonly judgment: Judgment
  readonly run: RunSettings
}

export interface Case {
  readonly id: Id
  readonly title: string
  /** The date that month 0 stands for, `YYYY-MM-DD`. */
  readonly asOf: string
  readonly source: Source
  /** Lowest rung first; 2 to 12. */
  readonly ladder: readonly Rung[]
  readonly transitions: readonly Transition[]
  /** 1 to 30. */
  readonly drivers: readonly Driver[]
  readonly responses: readonly Response[]
  readonly evidence: readonly EvidenceItem[]
  readonly conclusion: readonly Claim[]
  /** Which states of the drivers go together; nothing is said of it where absent. */
  readonly crossImpacts?: CrossImpacts
}

export interface Source {
  readonly title: string
  readonly publisher: string
  readonly published: string
  readonly language?: string
  readonly url?: string
}

export interface Rung {
  readonly id: Id
  readonly label: string
  readonly description: string
  /** 0 to 100, rising along the ladder. */
  readonly severity: number
}

/** Knowledge of a rate before the case's own evidence, as a Gamma distribution. */
export interface RatePrior {
  /** Shape: how many events the prior is worth; above 0. */
  readonly events: number
  /** Rate: the exposure in months that those events took; above 0. */
  readonly months: number
}

/** A rung that the public record of disputes tells apart, lowest first (docs/base-rates.md). */
export type RecordRung = 'calm' | 'threat' | 'force' | 'deaths' | 'war'

/** Onset out of peace, or what follows in the next month once there has been an incident. */
export type RecordLevel = 'dispute' | 'incident'

/** A move that the public record counts. */
export interface RecordMove {
  readonly level: RecordLevel
  readonly from: RecordRung
  /** `any` adds up the rungs that an onset may lead to. */
  readonly to: RecordRung | 'any'
}

/** What a prior rests on: a move as a class of the public record has it. Nothing is computed from it. */
export interface PriorReference extends RecordMove {
  readonly class: Id
}

/** A base rate per month: exactly one of an uncertain one (`prior`) and one taken as known (`rate`). */
export interface BaseRate {
  readonly prior?: RatePrior
  /** The class of the public record that `prior` rests on; never beside `rate`. */
  readonly reference?: PriorReference
  readonly rate?: number
  /** Months in which the case's evidence was watched for such events; 0 where absent. */
  readonly observedMonths?: number
  /** Where the base rate comes from. */
  readonly basis: string
}

export interface Transition extends BaseRate {
  readonly id: TransitionId
  readonly from: Id
  readonly to: Id
}

export type Role = 'escalates' | 'restrains'

/** Low, most likely and high value of a quantity that is judged, not measured. */
export interface Judged {
  readonly low: number
  readonly mode: number
  readonly high: number
}

export interface Driver {
  readonly id: Id
  readonly label: string
  readonly description: string
  readonly role: Role
  /** The article's own intensity, 0 to 1, at which the driver multiplies nothing. */
  readonly reference: number
  /** What the rates are multiplied by between intensity 0 and 1; 1 to 100. */
  readonly multiplier: Judged
  /** The transitions it acts on; every one where absent. */
  readonly actsOn?: readonly TransitionId[]
}

/** Something one side does, once, that leaves the ladder as it is. */
export interface Response extends BaseRate {
  readonly id: Id
  readonly label: string
  readonly description: string
  /** The rate's multiple while the ladder stands on a rung; 1 where absent. */
  readonly rungMultipliers?: Readonly<Record<Id, number>>
  readonly drivers: readonly Id[]
}

export interface EvidenceItem {
  readonly id: Id
  /** `YYYY`, `YYYY-MM` or `YYYY-MM-DD`. */
  readonly date: string
  readonly summary: string
  /** Where in the source it stands. */
  readonly locator: string
  readonly bearsOn: readonly Id[]
  /** The transition that this item is one observed event of. */
  readonly counts?: TransitionId
}

/** Something of the model that has a probability by month. */
export type ForecastEvent =
  | { readonly kind: 'reach'; readonly rung: Id }
  | { readonly kind: 'at-or-above'; readonly rung: Id }
  | { readonly kind: 'response'; readonly response: Id }

export interface Claim {
  readonly id: Id
  readonly statement: string
  readonly locator: string
  /** A word of probability: of a yardstick, or any other with a `range` of its own. */
  readonly wording: string
  readonly range?: readonly [low: number, high: number]
  readonly event: ForecastEvent
}

/** Judgments of how the state that one driver is in favours or hinders the states of others. */
export interface CrossImpacts {
  /** Where the judgments come from. */
  readonly basis: string
  /** By driver, of two at least; a driver that is absent takes no part. */
  readonly states: Readonly<Record<Id, readonly DriverState[]>>
  /** An impact that is absent is 0. */
  readonly impacts: readonly CrossImpact[]
}

/** A part of the scale of intensity that has a name of its own; 2 to 7 for a driver. */
export interface DriverState {
  readonly id: Id
  readonly label: string
  /** The intensity at which it begins: 0 for the first, rising; it ends where the next begins. */
  readonly from: number
}

/** What one driver's being in a state does to another driver. */
export interface CrossImpact {
  readonly from: Id
  /** Of the driver `from`. */
  readonly state: Id
  readonly to: Id
  /** By state of the driver `to`, −3 (hinders it strongly) to 3 (favours it strongly). */
  readonly scores: Readonly<Record<Id, number>>
}

export type YardstickId = 'icd-203' | 'phia' | 'ipcc'

export interface Judgment {
  /** Probability of each rung at month 0; a rung that is absent has none. */
  readonly start: Readonly<Record<Id, number>>
  /** 1 to 120. */
  readonly horizonMonths: number
  /** One entry for every driver of the case. */
  readonly drivers: Readonly<Record<Id, DriverJudgment>>
  /** Evidence that the analyst does not accept. */
  readonly disputed: readonly Id[]
  readonly yardstick: YardstickId
}

export interface DriverJudgment {
  /** 0 to 1. */
  readonly intensity: Judged
  /** The analyst's own weight instead of the case's. */
  readonly multiplier?: Judged
  /** Change of intensity per year. */
  readonly trendPerYear?: number
  readonly shocks?: readonly Shock[]
  readonly note?: string
}

/** A dated step of intensity: active while month ≤ t < month + lasts. */
export interface Shock {
  readonly month: number
  /** −1 to 1. */
  readonly change: number
  /** Months; without end where absent. */
  readonly lasts?: number
  readonly label?: string
}

export interface RunSettings {
  /** 1 to 1,000,000. */
  readonly draws: number
  /** 0 to 4294967295. */
  readonly seed: number
}
