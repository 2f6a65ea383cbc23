import './fonts.css'
import '../styles/tokens.css'
import '../styles/base.css'
import '../styles/charts.css'
import './report.css'
import { workerRunner } from '../../engine/worker-runner'
import { bridge } from '../bridge'
import { startWorker } from '../state/start-worker'
import { makeFiles } from './make-files'

/** The page without a face that makes files of scenarios, one job after the other. */

const runner = workerRunner(startWorker())
const { version } = await bridge.appInfo()

for (;;) {
  const job = await bridge.pressJob()
  try {
    const by = { appVersion: version, exportedAt: new Date().toISOString() }
    for await (const made of makeFiles(job, runner, by)) await bridge.pressMade(made)
    await bridge.pressDone()
  } catch (error) {
    await bridge.pressFailed(error instanceof Error ? error.message : String(error))
  }
}
