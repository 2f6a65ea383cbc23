/** The title in a scenario’s text, whatever else it holds; undefined where there is none. */
export function titleOf(text: string): string | undefined {
  try {
    const content: unknown = JSON.parse(text)
    const title = typeof content === 'object' && content && 'title' in content && content.title
    return typeof title === 'string' && title.trim() !== '' ? title : undefined
  } catch {
    return undefined
  }
}
