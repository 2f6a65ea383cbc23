import { forecast } from '../src/forecast/forecast'
import { baselinePath, readScenario } from './scenarios'

/** The first forecast of a process, in milliseconds. */
const baseline = readScenario(baselinePath)
const begun = performance.now()
forecast(baseline)
console.log(performance.now() - begun)
