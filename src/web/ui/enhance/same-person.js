// Looks for the same person in earlier contacts when name, telephone or e-mail has been typed.
const place = document.getElementById('same')
const form = place?.closest('form')
if (form) {
  const check = form.querySelector('[data-same-check]')
  check.hidden = true
  let asked
  for (const name of ['name', 'phone', 'email'])
    form.elements[name].addEventListener('change', async () => {
      asked?.abort()
      asked = new AbortController()
      try {
        const answer = await fetch('/desk/contacts/same', {
          method: 'POST',
          headers: { 'X-Part': 'same' },
          body: new URLSearchParams(new FormData(form)),
          signal: asked.signal,
        })
        if (!answer.ok || answer.redirected) throw new Error('no answer')
        place.innerHTML = await answer.text()
      } catch (error) {
        if (error.name !== 'AbortError') check.hidden = false
      }
    })
}
