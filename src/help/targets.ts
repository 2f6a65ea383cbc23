import type { Target } from './blocks'
import { topics } from './topics'

/**
 * Where a link of a page leads.
 *
 * @param href as it stands in the page
 * @param path of the page's file in the repository
 */
export function findTarget(href: string, path: string): Target {
  if (/^[a-z]+:/i.test(href)) return { kind: 'address', address: href }
  const [file = '', heading] = href.split('#')
  const led = file === '' ? path : resolved(file, path)
  const topic = topics.find((each) => each.path === led)
  return topic ? { kind: 'topic', topic: topic.id, heading } : { kind: 'file', path: led }
}

/** `../model.md` of `docs/help/why.md` is `docs/model.md`. */
function resolved(file: string, from: string): string {
  const parts = from.split('/').slice(0, -1)
  for (const part of file.split('/')) {
    if (part === '..') parts.pop()
    else if (part !== '.') parts.push(part)
  }
  return parts.join('/')
}
