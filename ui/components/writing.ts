/** Whether the person is writing or in a dialog, so that a letter is a letter and no command. */
export function isWriting(event: KeyboardEvent): boolean {
  const target = event.composedPath()[0]
  if (event.ctrlKey || event.metaKey || event.altKey || event.isComposing) return true
  if (document.querySelector('lf-dialog[open]') !== null) return true
  if (!(target instanceof HTMLElement)) return false
  return target.isContentEditable || target.matches('textarea, select, input:not([type=checkbox], [type=radio], [type=button])')
}
