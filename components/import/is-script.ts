/** Whether a file is a script by its name, so that opening it is importing it. */
export function isScript({ name }: File): boolean {
  return /\.(?:sql|ddl|dbml)$/i.test(name)
}
