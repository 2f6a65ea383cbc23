import type { FileChange } from '../../../ipc/contract'
import { parseScenario } from '../../../scenario-file/parse'
import { takeIn } from '../../state/compare-store'
import { selectIsEdited, useDocument } from '../../state/document-store'
import { setView, useView } from '../../state/view-store'
import { Banner } from './banner'
import { keepMine, save, takeTheirs } from './saving'

export const FILE_QUESTION_ID = 'file-question'

const DECIDE_LATER = {
  label: 'Decide later',
  onClick: () => setView({ isFileChangePutOff: true }),
}

/** Asks what is to be done about a file that another hand has changed or taken away. */
export const FileChangeBanner = () => {
  const change = useDocument((state) => state.fileChange)
  const isPutOff = useView((view) => view.isFileChangePutOff)
  const isEdited = useDocument(selectIsEdited)
  if (!change || isPutOff) return null
  const { fileName, kind, theirs, details, isNewer } = change
  return (
    <Banner
      kind="problem"
      id={FILE_QUESTION_ID}
      label="The file has changed"
      title={
        <>
          <bdi>{fileName}</bdi>{' '}
          {kind === 'gone'
            ? 'is no longer where it was.'
            : 'has been changed by someone else since you opened or saved it.'}
        </>
      }
      closing={DECIDE_LATER}
    >
      <p>{sayChoice(change, isEdited)}</p>
      {theirs === null && details.length > 0 && (
        <ul>
          {details.map((detail) => (
            <li key={detail}>{detail}</li>
          ))}
        </ul>
      )}
      <div className="banner-actions">
        {!isNewer && (
          <button type="button" onClick={() => void keepMine()}>
            {kind === 'gone' ? 'Save it there again' : 'Keep mine'}
          </button>
        )}
        {theirs !== null && (
          <>
            <button type="button" onClick={() => void takeTheirs()}>
              Take theirs
            </button>
            <button type="button" onClick={() => compareTheirs(theirs, fileName)}>
              Compare the two
            </button>
          </>
        )}
        <button type="button" onClick={() => void save(true)}>
          Save a copy…
        </button>
      </div>
    </Banner>
  )
}

function sayChoice({ kind, theirs, isNewer }: FileChange, isEdited: boolean): string {
  if (kind === 'gone') {
    return 'It was moved, renamed or deleted, or its disk is no longer connected. What you see here is in no file now. Nothing is written until you say where.'
  }
  const mine = isEdited ? 'Your changes are not saved. ' : ''
  if (isNewer) {
    return `${mine}What is there now can neither be taken in nor written over. Save yours as a copy.`
  }
  return theirs !== null
    ? `${mine}“Keep mine” writes yours over it, and theirs stays under File > Versions. “Take theirs” shows theirs here, and undo brings yours back.`
    : `${mine}What is there now cannot be taken in. “Keep mine” writes yours over it; make sure first that nobody needs it.`
}

function compareTheirs(theirs: string, fileName: string): void {
  const parsed = parseScenario(theirs)
  if (!parsed.ok) return
  takeIn(parsed.scenario, { kind: 'file', token: null, fileName })
  setView({ screen: 'compare' })
}
