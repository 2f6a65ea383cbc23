import { createElement, type ReactNode } from 'react'
import { type Block, type Inline, plainText, type Target } from '../../help/blocks'
import { CopyButton } from '../components/copy-button'
import { MadeBlock } from './made-blocks'
import { titleOfTopic } from './pages'

/** A place in the help. */
export interface Place {
  readonly topic: string
  readonly heading?: string | undefined
}

interface ViewProps {
  readonly onGo: (place: Place) => void
}

interface BlocksProps extends ViewProps {
  readonly blocks: readonly Block[]
}

/** A text of the help as elements of the page; no markup is made of it anywhere. */
export const Blocks = ({ blocks, onGo }: BlocksProps) =>
  blocks.map((block, index) => (
    // biome-ignore lint/suspicious/noArrayIndexKey: a text that was read at build time never changes
    <BlockView key={index} {...{ block, onGo }} />
  ))

const BlockView = ({ block, onGo }: ViewProps & { readonly block: Block }): ReactNode => {
  switch (block.kind) {
    case 'heading':
      return createElement(
        `h${block.level}`,
        { id: headingId(block.id), tabIndex: -1 },
        <Inlines of={block.of} onGo={onGo} />,
      )
    case 'paragraph':
      return (
        <p>
          <Inlines of={block.of} onGo={onGo} />
        </p>
      )
    case 'list':
      return createElement(
        block.isOrdered ? 'ol' : 'ul',
        {},
        block.items.map((item, index) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: as above
          <li key={index}>
            <Blocks blocks={item} onGo={onGo} />
          </li>
        )),
      )
    case 'table':
      return <TableView {...{ block, onGo }} />
    case 'code':
      return <pre>{block.text}</pre>
    case 'quote':
      return (
        <blockquote>
          <Blocks blocks={block.of} onGo={onGo} />
        </blockquote>
      )
    case 'made':
      return <MadeBlock from={block.from} />
  }
}

/** The words of a heading may be the id of something else on the page. */
export const headingId = (id: string): string => `heading-${id}`

interface TableViewProps extends ViewProps {
  readonly block: Extract<Block, { kind: 'table' }>
}

const TableView = ({ block: { head, rows }, onGo }: TableViewProps) => (
  <div className="help-wide">
    <table>
      <thead>
        <tr>
          {head.map((cell, index) =>
            cell.length > 0 ? (
              // biome-ignore lint/suspicious/noArrayIndexKey: as above
              <th key={index} scope="col">
                <Inlines of={cell} onGo={onGo} />
              </th>
            ) : (
              // biome-ignore lint/suspicious/noArrayIndexKey: as above
              <td key={index} />
            ),
          )}
        </tr>
      </thead>
      <tbody>
        {rows.map((cells, row) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: as above
          <tr key={row}>
            {cells.map((cell, index) => (
              // biome-ignore lint/suspicious/noArrayIndexKey: as above
              <td key={index}>
                <Inlines of={cell} onGo={onGo} />
              </td>
            ))}
          </tr>
        ))}
      </tbody>
    </table>
  </div>
)

interface InlinesProps extends ViewProps {
  readonly of: readonly Inline[]
}

const Inlines = ({ of, onGo }: InlinesProps) =>
  of.map((inline, index) => (
    // biome-ignore lint/suspicious/noArrayIndexKey: as above
    <InlineView key={index} {...{ inline, onGo }} />
  ))

const InlineView = ({ inline, onGo }: ViewProps & { readonly inline: Inline }): ReactNode => {
  switch (inline.kind) {
    case 'text':
      return inline.text
    case 'code':
      return <code>{inline.text}</code>
    case 'strong':
    case 'em':
      return createElement(inline.kind, {}, <Inlines of={inline.of} onGo={onGo} />)
    case 'link':
      return (
        <LinkView to={inline.to} words={plainText(inline.of)} onGo={onGo}>
          <Inlines of={inline.of} onGo={onGo} />
        </LinkView>
      )
  }
}

interface LinkViewProps extends ViewProps {
  readonly to: Target
  readonly words: string
  readonly children: ReactNode
}

/** Within the help it leads on; an address can only be copied, since nothing is opened outside. */
const LinkView = ({ to, words, children, onGo }: LinkViewProps) => {
  switch (to.kind) {
    case 'topic':
      return (
        <button type="button" className="link help-link" onClick={() => onGo(to)}>
          {/* What the repository calls by its file has a title here. */}
          {words.endsWith('.md') ? titleOfTopic(to.topic) : children}
        </button>
      )
    case 'address':
      return (
        <span className="help-address">
          {children}
          {words !== to.address && <span className="help-address-text"> ({to.address})</span>}{' '}
          <CopyButton
            className="link"
            text={to.address}
            label="copy"
            name={`Copy the address ${to.address}`}
          />
        </span>
      )
    case 'file':
      return <span title={`A file of Brink’s sources: ${to.path}`}>{children}</span>
  }
}
