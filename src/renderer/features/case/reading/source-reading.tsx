import type { Source } from '../../../../forecast/scenario'
import { CaseSection } from './case-section'

/** The article that the case was coded from. */
export const SourceReading = ({ source }: { readonly source: Source }) => {
  const { title, publisher, published, language, url } = source
  return (
    <CaseSection part="source">
      <dl className="facts">
        <dt>Title</dt>
        <dd dir="auto">{title}</dd>
        <dt>Publisher</dt>
        <dd dir="auto">{publisher}</dd>
        <dt>Published</dt>
        <dd dir="auto">{published}</dd>
        {language && (
          <>
            <dt>Language</dt>
            <dd dir="auto">{language}</dd>
          </>
        )}
        {url && (
          <>
            <dt>Address</dt>
            <dd dir="auto">{url}</dd>
          </>
        )}
      </dl>
    </CaseSection>
  )
}
