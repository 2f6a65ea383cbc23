import type { ScreenId } from '../../ipc/contract'
import type { Spot, useView } from './view-store'

type ViewChange = Partial<ReturnType<typeof useView.getState>>

/** What the view becomes when a link leads to a part of the case, on the screen that it is at home on. */
export function leadTo(spot: Spot): ViewChange {
  switch (spot.kind) {
    case 'driver':
      return { spot, expandedDriver: spot.id, showsOnlyChanged: false }
    case 'evidence':
      return { screen: 'evidence', spot, topic: undefined }
    case 'transition':
    case 'response':
      return { screen: 'rates', spot }
    case 'claim':
      return { screen: 'forecast', spot, claim: spot.id }
    case 'rung':
      return { screen: 'case', spot }
  }
}

/** The same for a link to a named screen: on that of the evidence, to what is about the spot. */
export function leadToScreen(spot: Spot, screen: ScreenId): ViewChange {
  if (screen !== 'evidence' || spot.kind === 'evidence' || spot.kind === 'rung') {
    return { ...leadTo(spot), screen }
  }
  return { screen, spot: undefined, topic: { kind: spot.kind, id: spot.id } }
}
