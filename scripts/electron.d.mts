export function chromiumSwitches(options: { headless: boolean }): string[]
export function startElectron(
  appArgs: readonly string[],
  options: { headless: boolean; cwd: string },
): Promise<number>
