// Keyboard shortcuts: an element with data-key="g q" is pressed by g, then q; data-key="Ctrl+Enter" by both at once.
// Plain letters do nothing while a field has the focus and can be switched off (WCAG 2.1.4).
const PAUSE = 1200
const STORE = 'keys-off'
const dialog = document.getElementById('keys')
const marked = () => [...document.querySelectorAll('[data-key]')].filter((element) => element.offsetParent)
const isOff = () => localStorage.getItem(STORE) === '1'
const labelOf = (element) => element.dataset.keyLabel ?? element.textContent.replace(/\d+\s*$/, '').trim()

let before = ''
let pause
document.addEventListener('keydown', (event) => {
  if (event.isComposing || event.defaultPrevented) return
  // Shift is told only of keys that write nothing: with a letter it is part of the letter.
  const chord = [
    event.ctrlKey && 'Ctrl',
    event.altKey && 'Alt',
    event.metaKey && 'Meta',
    (event.ctrlKey || event.altKey) && event.shiftKey && event.key.length > 1 && 'Shift',
  ].filter(Boolean)
  if (chord.length > 0) return press([...chord, event.key].join('+'), event)
  if (isOff() || dialog?.open || event.target.closest('input, textarea, select, [contenteditable]')) return
  if (event.key === '?') return open(event)
  if (event.key.length !== 1) return
  const sequence = `${before} ${event.key}`.trim()
  if (!press(sequence, event)) press(event.key, event)
  before = event.key
  clearTimeout(pause)
  pause = setTimeout(() => {
    before = ''
  }, PAUSE)
})

function press(keys, event) {
  const wanted = keys.toLowerCase()
  const found = marked().find((element) => element.dataset.key.toLowerCase() === wanted)
  if (!found) return false
  event.preventDefault()
  if (found.matches('input, select, textarea, [role="combobox"]')) found.focus()
  else found.click()
  before = ''
  return true
}

function open(event) {
  if (!dialog) return
  event?.preventDefault()
  const list = dialog.querySelector('[data-keys]')
  list.replaceChildren(
    ...marked().flatMap((element) => {
      const term = document.createElement('dt')
      for (const key of element.dataset.key.split(' ')) {
        const cap = document.createElement('kbd')
        cap.className = 'av-key'
        cap.textContent = key
        term.append(cap, ' ')
      }
      const meaning = document.createElement('dd')
      meaning.textContent = labelOf(element)
      return [term, meaning]
    }),
  )
  dialog.showModal()
}

if (dialog) {
  const toggle = document.getElementById('keys-on')
  toggle.checked = !isOff()
  toggle.addEventListener('change', () => {
    if (toggle.checked) localStorage.removeItem(STORE)
    else localStorage.setItem(STORE, '1')
  })
  for (const opener of document.querySelectorAll('[data-open="keys"]')) {
    opener.hidden = false
    opener.addEventListener('click', () => open())
  }
}
