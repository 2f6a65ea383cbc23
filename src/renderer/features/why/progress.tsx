import { resumeExplaining, stopExplaining, useExplanation } from '../../state/explanation-store'

/** How far the work is, and the way to stop it and to go on. */
export const Progress = () => {
  const { soFar, isBusy, isStopped } = useExplanation()
  if (isStopped) {
    return (
      <p className="why-progress">
        Stopped; what was done is shown.
        <button type="button" className="link" onClick={resumeExplaining}>
          Go on
        </button>
      </p>
    )
  }
  if (!isBusy) return null
  return (
    <p className="why-progress" role="status">
      <progress max={1} value={soFar?.done ?? 0} aria-label="Forecasts compared" />
      Comparing forecasts
      <button type="button" className="link" onClick={stopExplaining}>
        Stop
      </button>
    </p>
  )
}
