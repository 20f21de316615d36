/** A script on its way from the file input or a drop to the import dialog, which takes it once. */

let pending: File | null = null

export function isScript({ name }: File): boolean {
  return /\.(?:sql|ddl|dbml)$/i.test(name)
}

export function leaveScript(file: File): void {
  pending = file
}

export function takeScript(): File | null {
  const file = pending
  pending = null
  return file
}
