/**
 * Which design this tab shows, remembered for as long as the tab lives, so that a reload brings
 * back that one and not what another tab opened since. Where storage is forbidden, nothing is
 * remembered.
 */

const KEY = 'facet.design'

export function rememberInTab(id: string | null): void {
  try {
    if (id === null) sessionStorage.removeItem(KEY)
    else sessionStorage.setItem(KEY, id)
  } catch {
    // The design that was opened last in any tab has to do.
  }
}

export function rememberedInTab(): string | null {
  try {
    return sessionStorage.getItem(KEY)
  } catch {
    return null
  }
}
