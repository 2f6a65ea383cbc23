import { DocumentDialogs } from './features/document/dialogs'
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
          <ForecastScreen />
        </div>
      </div>
      <StatusLine engine={engine} />
      <DocumentDialogs />
      <ExportDialog />
    </div>
  )
}
