export function chromiumSwitches(options: { headless: boolean }): string[]
/** Leaves a folder that has settings as it is. */
export function prepareUserData(folder: string): void
export function withoutDump(command: readonly string[]): readonly string[]
export function startElectron(
  appArgs: readonly string[],
  options: { headless: boolean; cwd: string },
): Promise<number>
