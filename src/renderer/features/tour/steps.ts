/** The tour: what is shown of the screen, and what is said of it. */
export interface Step {
  readonly title: string
  readonly text: string
  /** The part of the screen that is meant; where there are several, the first is pointed at. */
  readonly targets: readonly [string, ...string[]]
  /** On which side of it the words stand. */
  readonly side: 'right' | 'left' | 'above' | 'below'
}

export const steps: readonly Step[] = [
  {
    title: 'Drivers',
    text: 'What pushes the conflict up, and what holds it back. Drag a handle: the black mark on the track stays where the article stands. A driver’s name opens its range, its weight and the evidence on it.',
    targets: ['.driver-panel'],
    side: 'right',
  },
  {
    title: 'The forecast in a sentence',
    text: 'How likely the event is within the months ahead, with the judgment band in brackets, and how that stands to the word the article uses.',
    targets: ['.headline'],
    side: 'below',
  },
  {
    title: 'Beside the article’s conclusion',
    text: 'The blue curve is this scenario by month, its bands the draws around it. The grey bar at the end is the range that the article’s word stands for. The table below holds every claim.',
    targets: ['.card-event'],
    side: 'left',
  },
  {
    title: 'Why',
    text: 'Which drivers make the difference to the article, what each alone can do, and the least that would overturn a claim.',
    targets: ['#tab-why'],
    side: 'below',
  },
  {
    title: 'Save and compare',
    text: 'Save keeps the scenario as a file on this machine. Compare sets up to six scenarios side by side, also those that come with Brink.',
    targets: ['[data-tour="save"]', '#tab-compare'],
    side: 'below',
  },
  {
    title: 'Export',
    text: 'Pictures and tables of a chart from here; slides, reports and workbooks from File > Export Briefing. F1 explains any screen, and Help > Tour shows this again.',
    targets: ['[data-tour="export"]'],
    side: 'below',
  },
]
