export const target: string
export function compileKernel(): Promise<string>
