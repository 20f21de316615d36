/** The look that inputs, selects and comboboxes share, so that they line up side by side. */
export const controlClass = [
  'h-7.5 w-full min-w-0 rounded-md border border-border-strong bg-surface px-2.5 text-base text-fg',
  'transition-colors focus-visible:outline-offset-0',
  'disabled:opacity-45 aria-disabled:opacity-45',
  'aria-invalid:border-danger aria-invalid:focus-visible:outline-danger',
].join(' ')
