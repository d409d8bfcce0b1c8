// Asks before a page is left with text that was typed and not sent.
const typed = new WeakSet()
// The form being sent takes its own text along; what stands in another one would be lost.
let sent = null
for (const form of document.querySelectorAll('form[data-guard]')) {
  form.addEventListener('input', (event) => {
    if (event.target.matches('textarea, input, select')) typed.add(form)
  })
  form.addEventListener('submit', () => {
    sent = form
  })
}
window.addEventListener('beforeunload', (event) => {
  const unsaved = [...document.querySelectorAll('form[data-guard]')].some(
    (form) => form !== sent && typed.has(form),
  )
  if (unsaved) event.preventDefault()
})
// A page that comes back from the browser's memory has not been sent. The first showing tells nothing: somebody quick
// has sent the form before it.
window.addEventListener('pageshow', (event) => {
  if (event.persisted) sent = null
})
