import '@fontsource-variable/inter/wght.css'
import './styles/tokens.css'
import './styles/base.css'
import './styles/dialogs.css'
import './styles/charts.css'
import './styles/layout.css'
import './styles/drivers.css'
import './styles/forecast.css'
import './styles/case.css'
import './styles/case-editing.css'
import './styles/why.css'
import './styles/links.css'
import './styles/evidence.css'
import './styles/rates.css'
import './styles/record.css'
import './styles/track-record.css'
import './styles/compare.css'
import './styles/export.css'
import './styles/plausibility.css'
import { StrictMode } from 'react'
import { createRoot } from 'react-dom/client'
import { workerRunner } from '../engine/worker-runner'
import { App } from './app'
import { bridge } from './bridge'
import { startNoting } from './features/document/note-unsaved'
import { openedText, receive } from './features/document/showing'
import { afterPaint } from './state/after-paint'
import { startExplaining } from './state/explanation-store'
import { startForecasting, useForecast } from './state/forecast-store'
import { provideRunner } from './state/runner-in-use'
import { startWorker } from './state/start-worker'
import { addNotice, setView, useView } from './state/view-store'

const FONT = '"Inter Variable"'
/** What takes longer comes up beside the drawing of the screen. */
const LONGEST_WAIT_MS = 60

/** Shows the file asked for, or says why not and shows the bundled baseline. */
async function openFirst(): Promise<void> {
  if (receive(await bridge.firstDocument())) return
  const { notice } = useView.getState()
  const [baseline] = await bridge.listBundled()
  if (!baseline) return
  receive(openedText(baseline.text))
  setView({ notice })
}

// Its thread comes up while the first document is read.
const runner = workerRunner(startWorker())
provideRunner(runner)
await openFirst()
const engine = startForecasting(runner)
startExplaining(runner)
// Drawing the screen keeps this thread busy, and the worker waiting if it is not up before;
// text laid out in another font would be laid out twice.
await Promise.race([
  Promise.all([runner.isUp, document.fonts.load(`16px ${FONT}`)]),
  new Promise((resolve) => setTimeout(resolve, LONGEST_WAIT_MS)),
])
/** What only this start has to tell; the screen does not wait for it. */
async function tellNews(): Promise<void> {
  const { notices, hasRecovered, showsTour } = await bridge.takeNews()
  for (const notice of notices) addNotice(notice)
  if (hasRecovered) setView({ dialog: 'recovery' })
  if (showsTour) await showTourAfterForecast()
}

/** The first forecast is not held up by it. */
async function showTourAfterForecast(): Promise<void> {
  await new Promise<void>((resolve) => {
    const look = (): void => {
      if (!useForecast.getState().update) return
      stop()
      resolve()
    }
    const stop = useForecast.subscribe(look)
    look()
  })
  await new Promise<void>((resolve) => afterPaint(resolve))
  setView({ tour: 'first-start' })
}

const root = document.getElementById('root')
if (!root) throw new Error('the page has no place for the app')
createRoot(root).render(
  <StrictMode>
    <App engine={engine} />
  </StrictMode>,
)
startNoting()
void tellNews()
