import { type ComponentType, lazy } from 'react'
import type { ScreenId } from '../../../ipc/contract'

import type { ChartExport } from '../export/chart-export'
import { ForecastScreen } from '../forecast/forecast-screen'

export interface Screen {
  readonly label: string
  readonly Content: ComponentType
  /** Whether the drivers stand beside it, to be moved while it is looked at. */
  readonly hasDrivers: boolean
  /** The charts it shows now; what draws them is loaded when it is asked for. */
  readonly exports: () => Promise<readonly ChartExport[]>
}

/** The screens in the order of their tabs; each but the first is loaded when it is first opened. */
export const screens: Readonly<Record<ScreenId, Screen>> = {
  forecast: {
    label: 'Forecast',
    Content: ForecastScreen,
    hasDrivers: true,
    exports: async () => (await import('../forecast/exports')).chartExports(),
  },
  why: {
    label: 'Why',
    Content: lazy(async () => ({ default: (await import('../why/why-screen')).WhyScreen })),
    hasDrivers: true,
    exports: async () => (await import('../why/exports')).chartExports(),
  },
  compare: {
    label: 'Compare',
    Content: lazy(async () => ({
      default: (await import('../compare/compare-screen')).CompareScreen,
    })),
    hasDrivers: true,
    exports: async () => (await import('../compare/exports')).chartExports(),
  },
  evidence: {
    label: 'Evidence',
    Content: lazy(async () => ({
      default: (await import('../evidence/evidence-screen')).EvidenceScreen,
    })),
    hasDrivers: true,
    exports: async () => (await import('../evidence/exports')).chartExports(),
  },
  rates: {
    label: 'Base rates',
    Content: lazy(async () => ({ default: (await import('../rates/rates-screen')).RatesScreen })),
    hasDrivers: true,
    exports: async () => (await import('../rates/exports')).chartExports(),
  },
  'track-record': {
    label: 'Track record',
    Content: lazy(async () => ({
      default: (await import('../track-record/track-record-screen')).TrackRecordScreen,
    })),
    hasDrivers: false,
    exports: async () => (await import('../track-record/exports')).chartExports(),
  },
  case: {
    label: 'Case',
    Content: lazy(async () => ({ default: (await import('../case/case-screen')).CaseScreen })),
    hasDrivers: false,
    exports: async () => [],
  },
}
