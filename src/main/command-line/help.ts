import type { Topic } from './command'

export const generalHelp = `Usage: brink [FILE]
       brink forecast FILE [--json] [--charts DIR]
       brink explain FILE [--claim ID] [--until GOAL] [--json]
       brink compare FILE FILE… [--json]
       brink export FILE… --to DIR --format FORMATS
       brink sweep FILE --vary WHAT=VALUES… --to DIR [--range keep|point]
       brink collect FILE… [--index SWEEP.csv] [--to TABLE.csv]
       brink draws FILE [--to TABLE.csv]

Opens the window on a scenario file, or on the bundled baseline; or works on
scenarios without a window.

  forecast       print what the scenario forecasts; see brink forecast --help
  explain        print why, what matters, and what would overturn the article
  compare        print two to six scenarios side by side
  export         write charts, tables and briefings of one or many scenarios
  sweep          write a scenario file for every combination of values
  collect        join forecasts printed as JSON into one table
  draws          print every draw of a forecast, for R, Python and others
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
  export: `Usage: brink export FILE… --to DIR --format FORMATS [--claim ID]

Writes each scenario file to DIR in every format asked for. A file that cannot be
exported is named, the others go on, and the exit status is 1.

  --to DIR          the folder; it is made if it is not there
  --format FORMATS  svg, png: each chart of the forecast as a picture
                    csv, xlsx: the numbers; draws: every draw, as CSV
                    pdf, docx, pptx: a briefing
                    several with commas between, such as svg,png,pdf
  --claim ID        the claim whose event is charted, or "reach RUNG"
${STATUS}`,
  sweep: `Usage: brink sweep FILE --vary WHAT=VALUES [--vary …] --to DIR [--range keep|point]

Writes one scenario file for each combination of the values, at most 100,000, as
sweep-00001.brink and so on, and last of all their index, sweep.csv: the name of
each file and the values varied in it. DIR may hold no sweep yet.

  --vary WHAT=VALUES  what to vary, and how; may be given again for more
      WHAT            DRIVER.intensity (0 to 1), DRIVER.weight (1 to 100) or
                      DRIVER.trend (a year), by the driver's id; horizonMonths;
                      run.draws; run.seed
      VALUES          FROM:TO:STEP with both ends, or a list A,B,…
  --to DIR            the folder to write to; made where it is not there
  --range keep|point  keep: a judged range moves along with its most likely
                      value, cut off at the ends of its scale, as with a slider;
                      point: it becomes the value alone. keep where not given
${STATUS}`,
  collect: `Usage: brink collect FILE… [--index SWEEP.csv] [--to TABLE.csv]

Joins forecasts, as brink forecast --json prints them, into one CSV table: a row
for each claim of each, at the horizon. FILE is such a file, or a folder of which
every .json is one. What is no forecast is named, and the others still go in.

  --index SWEEP.csv  add the values that a sweep varied, by the names of its files
                     without their ending, and name those without a result
  --to TABLE.csv     write there instead of printing
${STATUS}`,
  draws: `Usage: brink draws FILE [--to TABLE.csv]

Prints the draws that the forecast of a scenario file is made of as a CSV table, a
row for each: every driver's intensity and weight and every base rate as drawn,
and what follows for every claim and rung at the horizon.

  --to TABLE.csv  write there instead of printing, and beside it, to
                  TABLE.provenance.json, of what file and run the table is
${STATUS}`,
}
