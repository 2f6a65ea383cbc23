import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import type { Scenario } from '../src/forecast/scenario'
import { readScenario } from './bundled'
import { type Json, placesIn, replaceAt } from './scenario-file/walk'

/** What tries to be markup, a script, an entity, a formula and turned text at once. */
export const PAYLOAD = `<img src=x onerror=alert(1)><script>alert(1)</script>"'><svg onload=x>]]>--> &lt;&#x41;%s\${7*7} $& $1 $$ $\` \u202e\u2066\ufffe`

/** As a cell of a table may begin, for spreadsheets that then compute. */
const STARTS = ['=', '+', '-', '@', '=cmd|', '@SUM(', '-2+3', '+1']

/** Fields whose texts are free, of every version of the format; the rest are names and dates. */
const FREE =
  /\.?(title|summary|label|description|basis|statement|locator|wording|publisher|published|note|url|language)$/

const file: Json = JSON.parse(
  readFileSync(join(import.meta.dirname, 'scenario-file', 'fixtures', 'version-3.brink'), 'utf8'),
)

/** A file with every optional text there is, so that none is left out below. */
function withEveryText(): Json {
  // biome-ignore lint/suspicious/noExplicitAny: a file that is being made has no type
  const whole: any = structuredClone(file)
  Object.assign(whole.case.source, { language: 'l', url: 'u' })
  for (const driver of Object.values<object>(whole.judgment.drivers)) {
    Object.assign(driver, { note: 'n', shocks: [{ month: 1, change: 0.1, label: 's' }] })
  }
  for (const claim of whole.case.conclusion) Object.assign(claim, { range: [0.2, 0.45] })
  return whole
}

/** Where the free texts of that file stand. */
export const FREE_TEXTS = placesIn(withEveryText())
  .filter(({ value, path }) => typeof value === 'string' && FREE.test(path.join('.')))
  .map(({ path }) => path)

/** A scenario of which every free text is a payload that begins in its own way and is told by its number. */
export const hostileScenario = (): Scenario =>
  readScenario(
    JSON.stringify(
      FREE_TEXTS.reduce<Json>(
        (left, path, index) =>
          replaceAt(left, path, `${STARTS[index % STARTS.length]}text-${index}-${PAYLOAD}`),
        withEveryText(),
      ),
    ),
  )
