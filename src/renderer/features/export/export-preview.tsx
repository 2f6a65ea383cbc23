import { useEffect, useState } from 'react'
import { centimetres, drawnDensity, pngMeasure } from './picture-options'
import type { Made } from './use-made'

interface PreviewProps {
  readonly made: Made | undefined
  readonly isCurrent: boolean
}

/** What will be written, byte for byte, as large as there is room. */
export const ExportPreview = ({ made, isCurrent }: PreviewProps) => (
  <section className="export-preview" aria-label="Preview" aria-busy={!isCurrent}>
    {made === undefined && <p className="hint">Drawing…</p>}
    {made?.problem && <p className="field-problem">It could not be drawn: {made.problem}</p>}
    {made?.content !== undefined &&
      (made.format === 'csv' ? <Beginning text={String(made.content)} /> : <Shown made={made} />)}
  </section>
)

const LINES = 40

/** The first lines of a table. */
const Beginning = ({ text }: { readonly text: string }) => {
  const lines = text.split('\r\n').slice(0, -1)
  return (
    <>
      <textarea
        className="export-lines"
        readOnly
        aria-label="The first lines"
        value={lines.slice(0, LINES).join('\n')}
      />
      <p className="hint">
        {lines.length.toLocaleString('en-GB')} lines, the names of the columns first.
      </p>
    </>
  )
}

const TYPES = { png: 'image/png', svg: 'image/svg+xml' } as const

const Shown = ({ made }: { readonly made: Made }) => {
  const url = useAddress(made)
  const [shown, setShown] = useState<{ made: Made; width: number; height: number }>()
  return (
    <>
      <div className="export-paper">
        {url && (
          <img
            src={url}
            alt={`${made.chart.label}, as it will be written`}
            onLoad={({ currentTarget: { naturalWidth: width, naturalHeight: height } }) =>
              setShown({ made, width, height })
            }
          />
        )}
      </div>
      <p className="hint" data-testid="export-size">
        {shown ? saySize(shown.made, shown) : '\u00a0'}
      </p>
    </>
  )
}

/** Where the page finds the bytes as an image, as long as they are shown. */
function useAddress({ content, format }: Made): string | undefined {
  const [url, setUrl] = useState<string>()
  useEffect(() => {
    if (content === undefined || format === 'csv') return
    const made = URL.createObjectURL(new Blob([content], { type: TYPES[format] }))
    setUrl(made)
    return () => URL.revokeObjectURL(made)
  }, [content, format])
  return url
}

interface Size {
  readonly width: number
  readonly height: number
}

const COUNT = new Intl.NumberFormat('en-GB')
const LENGTH = new Intl.NumberFormat('en-GB', { maximumFractionDigits: 1 })

/** `1,920 × 1,048 px; 25.4 × 13.9 cm at 192 dpi`. */
function saySize({ format, options }: Made, { width, height }: Size): string {
  const density = format === 'png' ? pngMeasure(options.png, width).pixelsPerInch : drawnDensity
  const onPaper = [width, height].map((pixels) => LENGTH.format(centimetres(pixels, density)))
  const pixels = [width, height].map((each) => COUNT.format(each))
  return `${pixels.join(' × ')} px; ${onPaper.join(' × ')} cm at ${density} dpi`
}
