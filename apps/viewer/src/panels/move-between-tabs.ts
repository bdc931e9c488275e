/** Arrow keys between the tabs of a list, the way the page is read. */
export function moveBetweenTabs(event: KeyboardEvent & { currentTarget: HTMLElement }): void {
  if (event.key !== 'ArrowLeft' && event.key !== 'ArrowRight') return
  const tabs = [...event.currentTarget.querySelectorAll<HTMLElement>('[role=tab]')]
  const forward = (event.key === 'ArrowRight') === (getComputedStyle(event.currentTarget).direction === 'ltr')
  const at = tabs.findIndex((tab) => tab === document.activeElement)
  const next = tabs[(at + (forward ? 1 : tabs.length - 1)) % tabs.length]
  next?.click()
  next?.focus()
}
