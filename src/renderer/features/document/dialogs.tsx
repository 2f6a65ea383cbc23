import { lazy, Suspense, useEffect, useId, useState } from 'react'
import { sayDate } from '../../../forecast/calendar'
import type { Output } from '../../../ipc/contract'
import { bridge } from '../../bridge'
import { Dialog } from '../../components/dialog'
import { TextField } from '../../components/text-field'
import { selectScenario, useDocument } from '../../state/document-store'
import { retitle } from '../../state/edits'
import { setView, useView } from '../../state/view-store'
import { type BundledEntry, byCase, useBundled } from './bundled-list'
import { newBlankCase, newFromCase, openBundled, openWith } from './document-actions'

// Rarely wanted: a start does without them.
const AboutDialog = lazy(() =>
  import('../about/about-dialog').then(({ AboutDialog }) => ({ default: AboutDialog })),
)
const VersionsDialog = lazy(() =>
  import('./versions-dialog').then(({ VersionsDialog }) => ({ default: VersionsDialog })),
)
const RecoveryDialog = lazy(() =>
  import('./recovery-dialog').then(({ RecoveryDialog }) => ({ default: RecoveryDialog })),
)
const BriefingDialog = lazy(() =>
  import('../export/briefing-dialog').then(({ BriefingDialog }) => ({ default: BriefingDialog })),
)

const close = (): void => setView({ dialog: undefined })

export const DocumentDialogs = () => {
  const dialog = useView((view) => view.dialog)
  switch (dialog) {
    case 'about':
      return (
        <Suspense>
          <AboutDialog />
        </Suspense>
      )
    case 'describe':
      return <DescribeDialog />
    case 'scenarios':
      return <ScenariosDialog />
    case 'versions':
      return (
        <Suspense>
          <VersionsDialog />
        </Suspense>
      )
    case 'recovery':
      return (
        <Suspense>
          <RecoveryDialog />
        </Suspense>
      )
    case 'briefing':
      return (
        <Suspense>
          <BriefingDialog />
        </Suspense>
      )
    case undefined:
      return null
  }
}

const DescribeDialog = () => {
  const { title, summary, case: conflictCase } = useDocument(selectScenario)
  const { edit } = useDocument.getState()
  const { source } = conflictCase
  return (
    <Dialog title="About this scenario" onClose={close}>
      <TextField
        label="Title"
        value={title}
        longest={500}
        isRequired
        onCommit={(next) => edit((scenario) => retitle(scenario, next, scenario.summary))}
      />
      <TextField
        label="Summary"
        value={summary}
        longest={20000}
        lines={6}
        placeholder="What it asks, and why"
        onCommit={(next) => edit((scenario) => retitle(scenario, scenario.title, next))}
      />
      <dl className="facts">
        <dt>Case</dt>
        <dd>{conflictCase.title}</dd>
        <dt>As of</dt>
        <dd>{sayDate(conflictCase.asOf)}</dd>
        <dt>Article</dt>
        <dd>
          <bdi>{source.title}</bdi>, {source.publisher}, {source.published}
        </dd>
      </dl>
    </Dialog>
  )
}

const ScenariosDialog = () => {
  const bundled = useBundled()
  const [recent, setRecent] = useState<Output<'recent:list'>>([])
  useEffect(() => void bridge.listRecent().then(setRecent), [])
  return (
    <Dialog title="Scenarios" onClose={close} isWide>
      <div className="dialog-actions">
        <button type="button" onClick={() => void newFromCase()}>
          New from this case
        </button>
        <button type="button" onClick={() => void newBlankCase()}>
          New case from blank
        </button>
        <button type="button" onClick={() => void openWith(bridge.open)}>
          Open a file…
        </button>
      </div>
      {recent.length > 0 && (
        <section aria-labelledby="recent-files">
          <h3 id="recent-files">Recent files</h3>
          <ul className="choice-list">
            {recent.map(({ token, fileName, folder }) => (
              <li key={token}>
                <button type="button" onClick={() => void openWith(() => bridge.openToken(token))}>
                  <strong>
                    <bdi>{fileName}</bdi>
                  </strong>
                  <span>{folder}</span>
                </button>
              </li>
            ))}
          </ul>
        </section>
      )}
      {bundled &&
        [...byCase(bundled)].map(([caseTitle, entries]) => (
          <BundledOfCase key={caseTitle} caseTitle={caseTitle} entries={entries} />
        ))}
    </Dialog>
  )
}

interface BundledOfCaseProps {
  readonly caseTitle: string
  readonly entries: readonly BundledEntry[]
}

const BundledOfCase = ({ caseTitle, entries }: BundledOfCaseProps) => {
  const heading = useId()
  return (
    <section aria-labelledby={heading}>
      <h3 id={heading}>Bundled scenarios: {caseTitle}</h3>
      <ul className="choice-list">
        {entries.map(({ name, scenario: { title, summary } }) => (
          <li key={name}>
            <button type="button" onClick={() => void openBundled(name)}>
              <strong>{title}</strong>
              <span>{summary}</span>
            </button>
          </li>
        ))}
      </ul>
    </section>
  )
}
