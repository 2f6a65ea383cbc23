/** A cell of a table that leaves the program. */
export type Cell = string | number
