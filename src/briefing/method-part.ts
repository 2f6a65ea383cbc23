import { yardsticks } from '../forecast/conclusion/yardstick'
import type { Forecast } from '../forecast/forecast'
import { sayLargestError } from '../forecast/numerical-error'
import type { Scenario } from '../forecast/scenario'

/** What the numbers are and are not, in one place; each entry a paragraph. */
export function methodNote({ judgment }: Scenario, forecast: Forecast): string[] {
  const { name, source } = yardsticks[judgment.yardstick]
  const draws = forecast.draws.toLocaleString('en-GB')
  return [
    'The conflict stands on one rung of a ladder at a time and moves between rungs at rates per month. The base rates are those of the case, brought up to date by the events that its evidence counts; drivers raise or lower them.',
    `Base rates, intensities and weights are uncertain, so everything is computed for ${draws} ${forecast.draws === 1 ? 'draw' : 'draws'} of them (seed ${forecast.seed}). For each draw the chances follow exactly. The forecast is the mean over the draws.`,
    'The judgment band spans nine in ten draws: it shows how far the uncertainty of the judgments reaches, and more draws do not narrow it.',
    `The numerical error is something else, the price of having only so many draws. As a standard error at the horizon it is ${sayError(forecast)}.`,
    `Words of probability are read as in ${name} (${source}).`,
    'This works out what follows from the judgments and the evidence given here. It is not a record of how often such things have happened, it knows nothing that the case does not hold, and it is no better than the judgments behind it.',
  ]
}

const sayError = (forecast: Forecast): string => {
  const error = sayLargestError(forecast)
  return error.startsWith('±') ? `at most ${error.replaceAll(' ', '\u202f')}` : error
}
