import './fonts.css'
import '../styles/tokens.css'
import '../styles/base.css'
import '../styles/charts.css'
import './report.css'
import { workerRunner } from '../../engine/worker-runner'
import type { PressFile, PressJob } from '../../ipc/contract'
import { bridge } from '../bridge'
import { startWorker } from '../state/start-worker'
import { makeFiles } from './make-files'

/** The page without a face that makes files of scenarios, one job after the other. */

const runner = workerRunner(startWorker())
const { version } = await bridge.appInfo()

const made = async (job: PressJob): Promise<PressFile[]> =>
  makeFiles(job, runner, { appVersion: version, exportedAt: new Date().toISOString() })

for (;;) {
  const job = await bridge.pressJob()
  try {
    await bridge.pressDone(await made(job))
  } catch (error) {
    await bridge.pressFailed(error instanceof Error ? error.message : String(error))
  }
}
