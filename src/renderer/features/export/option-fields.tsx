import type { ChangeEvent } from 'react'
import { NumberField } from '../../components/number-field'
import { setOptions, useOptions } from './options-store'
import { PAPER_WIDTHS, type PictureTheme, PNG_TIMES, type PngSize } from './picture-options'

const THEMES: readonly { readonly theme: PictureTheme; readonly label: string }[] = [
  { theme: 'light', label: 'Light' },
  { theme: 'dark', label: 'Dark' },
  { theme: 'print', label: 'Greys, for print' },
]

const PARTS = [
  { part: 'hasTitle', label: 'Title' },
  { part: 'hasLegend', label: 'Legend' },
  { part: 'hasSource', label: 'Source' },
] as const

interface OptionFieldsProps {
  /** Whether it has a size of its own to be chosen; the place is kept where it has not. */
  readonly hasSize: boolean
  readonly onSizeProblem: (hasProblem: boolean) => void
}

/** How a picture looks, what is on it and how large it is. */
export const OptionFields = ({ hasSize, onSizeProblem }: OptionFieldsProps) => {
  const { theme, isTransparent, png, ...shows } = useOptions()
  return (
    <>
      <fieldset className="choices choices-row">
        <legend>Colours</legend>
        {THEMES.map((choice) => (
          <label key={choice.theme}>
            <input
              type="radio"
              name="theme"
              checked={theme === choice.theme}
              onChange={() => setOptions({ theme: choice.theme })}
            />
            {choice.label}
          </label>
        ))}
        <label>
          <input
            type="checkbox"
            checked={isTransparent}
            onChange={({ target }) => setOptions({ isTransparent: target.checked })}
          />
          Transparent background
        </label>
      </fieldset>
      <fieldset className="choices choices-row">
        <legend>With the chart</legend>
        {PARTS.map(({ part, label }) => (
          <label key={part}>
            <input
              type="checkbox"
              checked={shows[part]}
              onChange={({ target }) => setOptions({ [part]: target.checked })}
            />
            {label}
          </label>
        ))}
      </fieldset>
      <div className="kept-place" data-hidden={!hasSize}>
        <SizeField size={png} onProblem={onSizeProblem} />
      </div>
    </>
  )
}

const WIDE = 'wide'

interface SizeFieldProps {
  readonly size: PngSize
  readonly onProblem: (hasProblem: boolean) => void
}

const SizeField = ({ size, onProblem }: SizeFieldProps) => {
  const choose = ({ target }: ChangeEvent<HTMLSelectElement>): void => {
    const times = PNG_TIMES.find((each) => String(each) === target.value)
    const wide: PngSize = { kind: 'wide', centimetres: PAPER_WIDTHS.usual }
    setOptions({ png: times ? { kind: 'times', times } : wide })
  }
  return (
    <fieldset className="choices choices-row export-size">
      <legend>Size of a PNG</legend>
      <select
        aria-label="Size"
        value={size.kind === 'times' ? String(size.times) : WIDE}
        onChange={choose}
      >
        {PNG_TIMES.map((times) => (
          <option key={times} value={times}>
            {times}× the screen’s
          </option>
        ))}
        <option value={WIDE}>Width, at 300 dpi</option>
      </select>
      {size.kind === 'wide' && (
        <NumberField
          label="Width in centimetres"
          unit="cm"
          value={size.centimetres}
          least={PAPER_WIDTHS.least}
          most={PAPER_WIDTHS.most}
          step={0.5}
          complaint={`${PAPER_WIDTHS.least} to ${PAPER_WIDTHS.most} cm`}
          onProblem={onProblem}
          onCommit={(centimetres) => setOptions({ png: { kind: 'wide', centimetres } })}
        />
      )}
    </fieldset>
  )
}
