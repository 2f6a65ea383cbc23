import type { Topic } from './arguments'

export const generalHelp = `Usage: brink [FILE]
       brink forecast FILE [--json] [--charts DIR]
       brink explain FILE [--claim ID] [--until GOAL] [--json]
       brink compare FILE FILE… [--json]

Opens the window on a scenario file, or on the bundled baseline; or works on
scenarios without a window.

  forecast       print what the scenario forecasts; see brink forecast --help
  explain        print why, what matters, and what would overturn the article
  compare        print two to six scenarios side by side
  -h, --help     print this and stop
  -v, --version  print the version and stop
`

const STATUS = `
Exit status: 0 done; 2 the file or the command is not as it should be; 1 anything else.
`

export const topicHelp: Readonly<Record<Topic, string>> = {
  forecast: `Usage: brink forecast FILE [--json] [--charts DIR]

Prints the forecast of a scenario file, held against the article's conclusion.

  --json         print one JSON object instead of tables
  --charts DIR   write the charts to DIR as PNG and SVG, and their numbers as CSV
${STATUS}`,
  explain: `Usage: brink explain FILE [--claim ID] [--until GOAL] [--json]

Prints why the forecast of a claim's event differs from what the article's own
drivers give, how much each driver matters, where the width of the judgment band
comes from, and the least that would overturn the claim.

  --claim ID     the claim; the gravest of the conclusion where none is named
  --until GOAL   opposite: until the forecast says the opposite (past 50 %);
                 outside: until the claim's word no longer fits
  --json         print one JSON object instead of tables
${STATUS}`,
  compare: `Usage: brink compare FILE FILE… [--json]

Prints two to six scenarios side by side: their forecasts of every claim, where
the conflict stands at the nearest horizon, and all in which they differ.

  --json         print one JSON object instead of tables
${STATUS}`,
}
