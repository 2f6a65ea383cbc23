import { lazy, Suspense } from 'react'
import { DESK_ID } from './components/desk'
import { LastResort } from './components/last-resort'
import { DocumentDialogs } from './features/document/dialogs'
import { FileChangeBanner } from './features/document/file-change-banner'
import { NoticeBanner } from './features/document/notices'
import { save } from './features/document/saving'
import { useDocumentShell } from './features/document/use-document-shell'
import { DriverPanel } from './features/drivers/driver-panel'
import { ExportDialog } from './features/export/export-dialog'
import { AppHeader } from './features/header/app-header'
import { tabId } from './features/screens/screen-tabs'
import { screens } from './features/screens/screens'
import { useScrollPlaces } from './features/screens/use-scroll-places'
import { StatusLine } from './features/status/status-line'
import type { ForecastEngine } from './state/forecast-store'
import { useView } from './state/view-store'

// Of a first start, or when it is asked for.
const Tour = lazy(() => import('./features/tour/tour').then(({ Tour }) => ({ default: Tour })))

export const App = ({ engine }: { readonly engine: ForecastEngine }) => {
  useDocumentShell()
  const screen = useView((view) => view.screen)
  const tour = useView((view) => view.tour)
  const { Content, hasDrivers } = screens[screen]
  const { ref, onScroll } = useScrollPlaces(screen)
  return (
    <div className="app">
      <AppHeader />
      <div className={hasDrivers ? 'workbench' : 'workbench workbench-whole'}>
        {hasDrivers && <DriverPanel />}
        <div className="desk-column">
          {/* Beside what scrolls: whatever has to be said is in sight wherever one is. */}
          <div className="banners">
            <FileChangeBanner />
            <NoticeBanner />
          </div>
          <main ref={ref} className="desk" id={DESK_ID} tabIndex={-1} onScroll={onScroll}>
            <div id="screen" role="tabpanel" aria-labelledby={tabId(screen)}>
              <LastResort key={screen} onSave={() => void save(true)}>
                <Suspense>
                  <Content />
                </Suspense>
              </LastResort>
            </div>
          </main>
        </div>
      </div>
      <StatusLine engine={engine} />
      <DocumentDialogs />
      <ExportDialog />
      {tour && (
        <Suspense>
          <Tour />
        </Suspense>
      )}
    </div>
  )
}
