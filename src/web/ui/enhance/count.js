// Counts down the characters left under a text box. Spoken only when the typing pauses.
for (const line of document.querySelectorAll('[data-count]')) {
  const box = document.getElementById(line.dataset.count)
  const limit = Number(line.dataset.limit)
  const spoken = line.cloneNode()
  spoken.removeAttribute('id')
  spoken.removeAttribute('data-count')
  spoken.className = 'ds-sr-only'
  spoken.setAttribute('aria-live', 'polite')
  line.after(spoken)
  let pause
  const tell = () => {
    const left = limit - box.value.length
    const text = left < 0 ? line.dataset.over : line.dataset.left
    line.textContent = text.replace('#', Math.abs(left).toLocaleString(document.documentElement.lang))
    clearTimeout(pause)
    if (left < limit / 10) {
      pause = setTimeout(() => {
        spoken.textContent = line.textContent
      }, 1000)
    }
  }
  box.addEventListener('input', tell)
  if (box.value) tell()
}
