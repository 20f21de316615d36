/** Marks a file that is not saved in the folder that the design is edited in. */
export function UnsavedMark() {
  return (
    <span
      role="img"
      aria-label="unsaved"
      title="Not saved in the folder"
      className="size-1.5 shrink-0 rounded-full bg-accent"
    />
  )
}
