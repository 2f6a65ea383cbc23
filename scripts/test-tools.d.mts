export function missingTools(path?: string): { command: string; packageNames: string[] }[]
