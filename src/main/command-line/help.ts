export const generalHelp = `Usage: brink [FILE]
       brink forecast FILE [--json] [--charts DIR]

Opens the window on a scenario file, or on the bundled baseline; or forecasts a
scenario without a window.

  forecast       print what the scenario forecasts; see brink forecast --help
  -h, --help     print this and stop
  -v, --version  print the version and stop
`

export const forecastHelp = `Usage: brink forecast FILE [--json] [--charts DIR]

Prints the forecast of a scenario file, held against the article's conclusion.

  --json         print one JSON object instead of tables
  --charts DIR   write the charts to DIR as PNG and SVG, and their numbers as CSV

Exit status: 0 done; 2 the file or the command is not as it should be; 1 anything else.
`
