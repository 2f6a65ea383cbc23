import type { CSSProperties } from 'react'
import type { Driver, Judged } from '../../../forecast/scenario'
import { useDocument } from '../../state/document-store'
import { setView } from '../../state/view-store'

interface IntensitySliderProps {
  readonly driver: Driver
  readonly intensity: Judged
}

const place = (share: number): string => String(share)

/** The most likely intensity to drag, its range around it, and where the article stands. */
export const IntensitySlider = ({ driver, intensity }: IntensitySliderProps) => {
  const { moveIntensity, endGesture } = useDocument.getState()
  const finish = (): void => {
    setView({ isDragging: false })
    endGesture()
  }
  const percent = (share: number): number => Math.round(share * 100)
  const style = {
    '--low': place(intensity.low),
    '--high': place(intensity.high),
    '--article': place(driver.reference),
  } as CSSProperties
  return (
    <div className={`intensity-slider intensity-${driver.role}`} style={style}>
      <span className="intensity-track" aria-hidden="true">
        <span className="intensity-range" />
        <span className="intensity-article" title={`The article: ${percent(driver.reference)}`} />
      </span>
      <input
        type="range"
        min={0}
        max={100}
        step={1}
        value={percent(intensity.mode)}
        aria-label={`${driver.label}, intensity`}
        aria-valuetext={`${percent(intensity.mode)}, judged ${percent(intensity.low)} to ${percent(intensity.high)}; the article stands at ${percent(driver.reference)}`}
        onPointerDown={() => setView({ isDragging: true })}
        onChange={(event) =>
          moveIntensity(driver.id, Number(event.target.value) / 100, `slide ${driver.id}`)
        }
        onPointerUp={finish}
        onPointerCancel={finish}
        onKeyUp={finish}
        onBlur={finish}
      />
    </div>
  )
}
