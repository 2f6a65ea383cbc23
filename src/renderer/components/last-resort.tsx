import { Component, type ReactNode } from 'react'

interface LastResortProps {
  readonly children: ReactNode
  /** Puts the document into a file, whatever the screen can still show. */
  readonly onSave: () => void
}

interface LastResortState {
  /** What broke; undefined while nothing has. */
  readonly reason: string | undefined
}

/** Stands in for a screen that broke, so that the work behind it can still be saved. */
export class LastResort extends Component<LastResortProps, LastResortState> {
  override state: LastResortState = { reason: undefined }

  static getDerivedStateFromError(error: unknown): LastResortState {
    return { reason: error instanceof Error ? error.message : String(error) }
  }

  override render(): ReactNode {
    const { reason } = this.state
    if (reason === undefined) return this.props.children
    return (
      <section className="last-resort banner banner-problem" role="alert">
        <div>
          <p className="banner-title">This part of the screen could not be shown.</p>
          <p>Your work is still there. Save it to a file, then open it again. ({reason})</p>
        </div>
        <button type="button" onClick={this.props.onSave}>
          Save As…
        </button>
        <button type="button" onClick={() => this.setState({ reason: undefined })}>
          Try again
        </button>
      </section>
    )
  }
}
