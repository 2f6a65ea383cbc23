import { type ReactNode, useLayoutEffect, useRef } from 'react'
import { METHOD_TITLE } from '../../briefing/content'
import {
  ATTACHED,
  COLUMN_SHARES,
  type ReportContent,
  sayCourse,
} from '../../briefing/report/sections'
import type { ChartKind } from '../state/view-store'

/** A chart as it is drawn for the report. */
export interface ReportFigure {
  readonly kind: ChartKind
  readonly title: string
  readonly drawing: SVGElement
}

interface ReportProps {
  readonly content: ReportContent
  readonly figures: readonly ReportFigure[]
}

/** The forecast on paper: what it says, why, on what evidence, by what method. */
export const Report = ({ content, figures }: ReportProps) => {
  const event = figures.find(({ kind }) => kind === 'event')
  const ladder = figures.find(({ kind }) => kind === 'ladder')
  return (
    <article className="report">
      <Head content={content} />
      {event && <Drawing {...event} />}
      <Conclusion {...content.conclusion} more={content.leftOut.claims} />
      {content.summary && (
        <section>
          <h2>The scenario</h2>
          <p>
            <bdi>{content.summary}</bdi>
          </p>
        </section>
      )}
      {ladder && (
        <section className="report-whole">
          <h2>{ladder.title}</h2>
          <p>{content.ladder.note}</p>
          <Drawing {...ladder} />
        </section>
      )}
      <Drivers {...content.drivers} more={content.leftOut.drivers} />
      {content.why && <Why {...content.why} />}
      <Evidence {...content.evidence} more={content.leftOut.evidence} />
      <section className="report-method">
        <h2>{METHOD_TITLE}</h2>
        {content.method.map((paragraph) => (
          <p key={paragraph}>{paragraph}</p>
        ))}
        <footer className="report-provenance">
          {content.provenance.lines.map((line) => (
            <p key={line}>{line}</p>
          ))}
          <p>{ATTACHED}</p>
          {content.leftOut.texts && <p>{content.leftOut.texts}</p>}
        </footer>
      </section>
    </article>
  )
}

const Head = ({ content }: Pick<ReportProps, 'content'>) => {
  const { claim, band, bandNote, standing, reason } = content.headline
  return (
    <header>
      <p className="report-case">
        <bdi>{content.caseTitle}</bdi> · {content.saysTime}
      </p>
      <h1>
        <bdi>{content.title}</bdi>
      </h1>
      <p className="report-headline">
        {claim} {band}
      </p>
      <p className="report-standing">
        {standing} {reason}
      </p>
      <p className="report-quiet">{bandNote}</p>
      {content.drivers.pointer && <p>{content.drivers.pointer}</p>}
    </header>
  )
}

/** How many more there are, and where. */
interface WithMore {
  readonly more: string
}

const More = ({ more }: WithMore) => more && <p className="report-quiet">{more}</p>

const Conclusion = ({ title, heads, claims, more }: ReportContent['conclusion'] & WithMore) =>
  claims.length === 0 ? null : (
    <section>
      <div className="report-intro">
        <h2>{title}</h2>
        <More more={more} />
      </div>
      <Table heads={heads} shares={COLUMN_SHARES.conclusion}>
        {claims.map((line) => (
          <tr key={line.id}>
            <th scope="row">
              <bdi>{line.statement}</bdi>
            </th>
            <td>
              <bdi>“{line.wording}”</bdi>
              <br />
              <span className="report-quiet">{line.saysRange}</span>
            </td>
            <td className="report-figure">
              <strong>{line.saysForecast}</strong>
            </td>
            <td className="report-figure">{line.saysBand}</td>
            <td>{line.called}</td>
            <td>{line.saysVerdict}</td>
          </tr>
        ))}
      </Table>
    </section>
  )

const Drivers = ({ sentence, note, caveat, lines, more }: ReportContent['drivers'] & WithMore) => (
  <section>
    <div className="report-intro">
      <h2>Drivers, and how they differ from the article</h2>
      <p>{sentence}</p>
      {caveat && <p className="report-caveat">{caveat}</p>}
      <p className="report-quiet">{note}</p>
      <More more={more} />
    </div>
    <Table
      heads={['Driver', 'Here', 'Article', 'Weight', 'Trend and shocks']}
      shares={COLUMN_SHARES.drivers}
    >
      {lines.map((line) => (
        <tr key={line.id}>
          <th scope="row">
            <bdi>{line.label}</bdi> <span className="report-quiet">{line.saysRole}</span>
            {line.note && (
              <>
                <br />
                <span className="report-quiet">
                  <bdi>{line.note}</bdi>
                </span>
              </>
            )}
          </th>
          <td className="report-figure">
            <Marked isBold={line.differs.intensity}>{line.saysHere}</Marked>
          </td>
          <td>{line.saysArticle}</td>
          <td className="report-figure">
            <Marked isBold={line.differs.weight}>{line.saysWeight}</Marked>
          </td>
          <td>
            <Marked isBold={line.differs.course}>{sayCourse(line)}</Marked>
          </td>
        </tr>
      ))}
    </Table>
  </section>
)

/** What differs from the article stands out. */
const Marked = ({ isBold, children }: { readonly isBold: boolean; readonly children: string }) =>
  isBold ? <strong>{children}</strong> : children

const Why = ({ sentence, rows, note, further }: NonNullable<ReportContent['why']>) => (
  <section className="report-why">
    <h2>Why it differs from the article</h2>
    <p>{sentence}</p>
    {rows.length > 0 && (
      <>
        <Table
          heads={['What adds to the article’s figure', 'Contribution']}
          shares={COLUMN_SHARES.why}
        >
          {rows.map((line) => (
            <tr key={line.id}>
              <th scope="row">
                <bdi>{line.label}</bdi>
              </th>
              <td className="report-figure">{line.saysContribution}</td>
            </tr>
          ))}
        </Table>
        <p className="report-quiet">{note}</p>
      </>
    )}
    {further.map((line) => (
      <p key={line}>{line}</p>
    ))}
  </section>
)

const Evidence = ({ sentences, items, more }: ReportContent['evidence'] & WithMore) => (
  <section>
    <div className="report-intro">
      <h2>Evidence and sources</h2>
      <p>{sentences.join(' ')}</p>
      <More more={more} />
    </div>
    <ul className="report-evidence">
      {items.map((item) => (
        <li key={item.id}>
          <strong>{item.date}</strong>
          {item.isDisputed && ' (disputed)'} <bdi>{item.summary}</bdi>{' '}
          <Pointers about={item.about} locator={item.locator} />
        </li>
      ))}
    </ul>
  </section>
)

const Pointers = ({ about, locator }: { readonly about: string; readonly locator: string }) => {
  const parts = [about, locator].filter((part) => part !== '')
  return parts.length === 0 ? null : (
    <span className="report-quiet">
      (<bdi>{parts.join('; ')}</bdi>)
    </span>
  )
}

const Table = ({
  heads,
  shares,
  children,
}: {
  readonly heads: readonly string[]
  /** Of its width, in per cent. */
  readonly shares: readonly number[]
  readonly children: ReactNode
}) => (
  <table>
    <thead>
      <tr>
        {heads.map((head, at) => (
          <th key={head} scope="col" style={{ width: `${shares[at]}%` }}>
            {head}
          </th>
        ))}
      </tr>
    </thead>
    <tbody>{children}</tbody>
  </table>
)

/** A chart; the text around it says what it is, and its own title does for those who hear it. */
const Drawing = ({ drawing }: ReportFigure) => {
  const place = useRef<HTMLElement>(null)
  useLayoutEffect(() => place.current?.replaceChildren(drawing), [drawing])
  return <figure ref={place} />
}
