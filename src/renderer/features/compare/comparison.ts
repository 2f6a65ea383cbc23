import { useMemo } from 'react'
import { type Comparison, compareScenarios } from '../../../forecast/compare/compare'
import { chosenEvent } from '../../../forecast/conclusion/outlook'
import type { Id } from '../../../forecast/scenario'
import {
  type ComparedChoice,
  type ComparedCurves,
  type ComparedOne,
  comparedChoices,
  comparedCurves,
} from '../../charts/compared-rows'
import { useCompare } from '../../state/compare-store'
import { selectIsEdited, selectScenario, useDocument } from '../../state/document-store'
import { useForecast } from '../../state/forecast-store'
import { useView } from '../../state/view-store'
import { computedOf, type Member, membersOf } from './members'

/** Everything that the screen and its exports say of the scenarios side by side. */
export interface ComparisonShown {
  /** The document first. */
  readonly compared: readonly [ComparedOne, ...ComparedOne[]]
  readonly comparison: Comparison
  readonly choices: readonly ComparedChoice[]
  readonly choice: ComparedChoice | undefined
  readonly curves: ComparedCurves
}

/** The scenarios side by side, once there is the document's forecast and another. */
function comparisonOf(
  members: readonly Member[],
  wanted: Id | undefined,
): ComparisonShown | undefined {
  const [first, ...others] = computedOf(members)
  if (first?.key !== 'document' || others.length === 0) return undefined
  const compared = [first, ...others] as const
  const comparison = compareScenarios(compared)
  const choices = comparedChoices(compared.map(({ scenario }) => scenario))
  const usual = chosenEvent(first.scenario, wanted)?.id
  const choice =
    choices.find(({ id }) => id === wanted) ?? choices.find(({ id }) => id === usual) ?? choices[0]
  const curves = choice
    ? comparedCurves(compared, choice.event, comparison.months)
    : { curves: [], without: [], asOf: undefined }
  return { compared: [first, ...others], comparison, choices, choice, curves }
}

/** What is compared now, for an export. */
export function comparisonNow(): ComparisonShown | undefined {
  const { update, failure } = useForecast.getState()
  const state = useDocument.getState()
  const scenario = update?.scenario ?? selectScenario(state)
  const document = {
    scenario,
    forecast: update?.forecast,
    failure,
    isEdited: selectIsEdited(state),
  }
  return comparisonOf(membersOf(document, useCompare.getState().entries), useView.getState().claim)
}

/** Who is compared, and what comes of it, as the document and its drivers change. */
export function useComparison(): {
  readonly members: readonly Member[]
  readonly shown: ComparisonShown | undefined
} {
  const { update, failure } = useForecast()
  const present = useDocument(selectScenario)
  const isEdited = useDocument(selectIsEdited)
  const entries = useCompare((state) => state.entries)
  const claim = useView((view) => view.claim)
  const scenario = update?.scenario ?? present
  const forecast = update?.forecast
  const members = useMemo(
    () => membersOf({ scenario, forecast, failure, isEdited }, entries),
    [scenario, forecast, failure, isEdited, entries],
  )
  const shown = useMemo(() => comparisonOf(members, claim), [members, claim])
  return { members, shown }
}
