import type { RunProgress } from '../../../engine/runner'
import type { Forecast } from '../../../forecast/forecast'
import type { Scenario } from '../../../forecast/scenario'
import type { ComparedOne } from '../../charts/compared-rows'
import type { Entry, Origin } from '../../state/compare-store'
import { sayMomentBriefly } from '../document/moment'

/** One of the scenarios on the screen, computed or not yet. */
export interface Member {
  readonly key: string
  readonly colour: number
  /** Its title, made another where one before it has the same. */
  readonly name: string
  /** Where it is from. */
  readonly note: string
  readonly scenario: Scenario
  readonly forecast: Forecast | undefined
  readonly progress: RunProgress | undefined
  readonly failure: string | undefined
  /** What it is in the store; the document is none. */
  readonly entry: Entry | undefined
}

/** The document as far as it is compared. */
export interface DocumentShown {
  readonly scenario: Scenario
  readonly forecast: Forecast | undefined
  readonly failure: string | undefined
  readonly isEdited: boolean
}

/** The document first, then what was put beside it. */
export function membersOf(document: DocumentShown, entries: readonly Entry[]): Member[] {
  const { scenario, forecast, failure, isEdited } = document
  const taken = new Set([scenario.title])
  const first = {
    key: 'document',
    colour: 0,
    name: scenario.title,
    note: isEdited ? 'open now, edited' : 'open now',
    scenario,
    forecast,
    progress: undefined,
    failure,
    entry: undefined,
  }
  const others = entries.map((entry) => {
    const name = unusedName(entry.scenario.title, sayOrigin(entry.origin), taken)
    taken.add(name)
    const { key, colour } = entry
    const state = { forecast: entry.forecast, progress: entry.progress, failure: entry.failure }
    return {
      key,
      colour,
      name,
      note: sayNote(entry.origin),
      scenario: entry.scenario,
      ...state,
      entry,
    }
  })
  return [first, ...others]
}

/** Those that can be set side by side. */
export const computedOf = (members: readonly Member[]): ComparedOne[] =>
  members.flatMap(({ key, name, colour, scenario, forecast }) =>
    forecast ? [{ key, name, colour, scenario, forecast }] : [],
  )

function unusedName(title: string, origin: string, taken: ReadonlySet<string>): string {
  if (!taken.has(title)) return title
  for (let count = 1; ; count++) {
    const name = `${origin}${count === 1 ? '' : ` ${count}`}: ${title}`
    if (!taken.has(name)) return name
  }
}

function sayOrigin({ kind, token }: Origin): string {
  switch (kind) {
    case 'bundled':
      return 'Bundled'
    case 'file':
      return 'From a file'
    case 'version':
      return 'Version'
    case 'saved':
      return asItWas(token, 'A')
  }
}

function sayNote({ kind, token, fileName, savedAt }: Origin): string {
  switch (kind) {
    case 'bundled':
      return 'bundled'
    case 'file':
      return fileName
    case 'version':
      return savedAt ? `version of ${sayMomentBriefly(savedAt)}` : 'a version'
    case 'saved':
      return asItWas(token, 'a')
  }
}

/** What has no file has not been saved either: it is as it came. */
const asItWas = (token: string | null, first: 'A' | 'a'): string =>
  `${first}s ${token === null ? 'opened' : 'last saved'}`
