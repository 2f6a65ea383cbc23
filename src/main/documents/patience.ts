/**
 * How something ended, or undefined once so many milliseconds have passed: a network folder
 * that is gone may not answer for minutes.
 */
export async function within<T>(milliseconds: number, work: Promise<T>): Promise<T | undefined> {
  let timer: NodeJS.Timeout | undefined
  const passed = new Promise<undefined>((resolve) => {
    timer = setTimeout(() => resolve(undefined), milliseconds)
  })
  return Promise.race([work, passed]).finally(() => clearTimeout(timer))
}
