import { sayReference } from '../../forecast/rate-words'
import type { BaseRate } from '../../forecast/scenario'
import { rowOfReference, sayBesideRecord, sayClassRow } from '../../history/reference-prior'
import { useRecord } from './use-record'

/** The class of the record that a prior rests on, and how it stands to it; nothing where it cites none. */
export const Citation = ({ base: { prior, reference } }: { readonly base: BaseRate }) => {
  const table = useRecord(reference !== undefined)
  if (!prior || !reference) return null
  const row = table && rowOfReference(table, reference)
  return (
    <span className="citation">
      {row
        ? `Rests on ${sayClassRow(row)}. ${sayBesideRecord(row, prior)}`
        : `Rests on ${sayReference(reference)}${table ? ', which is not in this library' : ''}.`}
    </span>
  )
}
