import { LastResort } from './components/last-resort'
import { DocumentDialogs } from './features/document/dialogs'
import { save } from './features/document/document-actions'
import { NoticeBanner } from './features/document/notices'
import { useDocumentShell } from './features/document/use-document-shell'
import { DriverPanel } from './features/drivers/driver-panel'
import { ExportDialog } from './features/export/export-dialog'
import { ForecastScreen } from './features/forecast/forecast-screen'
import { AppHeader } from './features/header/app-header'
import { StatusLine } from './features/status/status-line'
import type { ForecastEngine } from './state/forecast-store'

export const App = ({ engine }: { readonly engine: ForecastEngine }) => {
  useDocumentShell()
  return (
    <div className="app">
      <AppHeader />
      <div className="workbench">
        <DriverPanel />
        <div className="desk">
          <NoticeBanner />
          <LastResort onSave={() => void save(true)}>
            <ForecastScreen />
          </LastResort>
        </div>
      </div>
      <StatusLine engine={engine} />
      <DocumentDialogs />
      <ExportDialog />
    </div>
  )
}
