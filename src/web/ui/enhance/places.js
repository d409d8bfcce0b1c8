// Suggests municipalities while a name is typed. Without it the page after answers with the choices.
for (const box of document.querySelectorAll('input[name="place"][list]')) {
  const list = document.getElementById(box.getAttribute('list'))
  let asked
  box.addEventListener('input', async () => {
    asked?.abort()
    const typed = box.value.trim()
    if (!typed) return list.replaceChildren()
    asked = new AbortController()
    try {
      const address = `/${document.documentElement.lang}/places?q=${encodeURIComponent(typed)}`
      const answer = await fetch(address, { signal: asked.signal })
      const found = await answer.json()
      list.replaceChildren(...found.map(({ value, label }) => new Option(label, value)))
    } catch {
      // Too slow, or no network: what is typed is enough.
    }
  })
}
