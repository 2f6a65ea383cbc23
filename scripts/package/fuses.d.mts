type Fuses = Readonly<Record<number, boolean>>

export declare function releaseFuses(platform: string): Fuses
export declare function wrongFuses(executable: string, fuses: Fuses): Promise<string[]>
