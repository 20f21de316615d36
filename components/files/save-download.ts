import type { Download } from '@/lib/store/sending'

/** How long the browser has to begin reading, in ms, before the bytes are let go. */
const GRACE = 10_000

/** Hands bytes to the browser as a file to save. */
export function saveDownload({ fileName, mediaType, bytes }: Download): void {
  const url = URL.createObjectURL(new Blob([new Uint8Array(bytes)], { type: mediaType }))
  const link = document.createElement('a')
  link.href = url
  link.download = fileName
  link.click()
  setTimeout(() => URL.revokeObjectURL(url), GRACE)
}
