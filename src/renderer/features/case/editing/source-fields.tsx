import type { Source } from '../../../../forecast/scenario'
import { limits } from '../../../../scenario-file/schema'
import { TextField } from '../../../components/text-field'
import { changeSource } from '../../../state/case-edits/change'
import { useDocument } from '../../../state/document-store'
import { CaseSection } from '../reading/case-section'

/** The article that the case is coded from. */
export const SourceFields = ({ source }: { readonly source: Source }) => {
  const field = (key: keyof Source, label: string, isRequired: boolean) => (
    <TextField
      label={label}
      value={source[key] ?? ''}
      longest={limits.line}
      isRequired={isRequired}
      onCommit={(text) =>
        useDocument
          .getState()
          .edit((scenario) => changeSource(scenario, key, text.trim() === '' ? undefined : text))
      }
    />
  )
  return (
    <CaseSection part="source">
      <div className="case-fields">
        {field('title', 'Title of the article', true)}
        <div className="case-row">
          {field('publisher', 'Publisher', true)}
          {field('published', 'Published', true)}
          {field('language', 'Language', false)}
        </div>
        {field('url', 'Address', false)}
      </div>
    </CaseSection>
  )
}
