export function missingTools(path?: string): { command: string; packageName: string }[]
