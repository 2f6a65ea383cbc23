/** The path of a file that the build lays beside the program. */
declare module '*?asset' {
  const path: string
  export default path
}
