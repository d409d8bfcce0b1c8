// Asks the device for a passkey or has it make one, and sends its answer with the form.
await import(new URL('./passkey-browser.js', import.meta.url).href)
const { browserSupportsWebAuthn, startAuthentication, startRegistration } = globalThis.SimpleWebAuthnBrowser

for (const form of document.querySelectorAll('form[data-passkey]')) {
  const { passkey, options, unsupported, cancelled, known } = form.dataset
  const button = form.querySelector('button')
  const told = form.querySelector('[data-told]')
  if (!browserSupportsWebAuthn()) {
    told.textContent = unsupported
    continue
  }
  button.hidden = false
  form.addEventListener('submit', async (event) => {
    if (form.elements.credential.value) return
    event.preventDefault()
    told.textContent = ''
    button.disabled = true
    try {
      const answer = await fetch(options, { headers: { Accept: 'application/json' } })
      // Something comes before it, such as a fresh proof or a new sign-in: go there as a page would.
      if (answer.redirected) {
        location.assign(answer.url)
        return
      }
      if (!answer.ok) throw new Error(String(answer.status))
      const optionsJSON = await answer.json()
      const credential = await (passkey === 'create' ? startRegistration : startAuthentication)({
        optionsJSON,
      })
      form.elements.credential.value = JSON.stringify(credential)
      form.submit()
    } catch (error) {
      told.textContent = error.name === 'InvalidStateError' ? known : cancelled
      button.disabled = false
    }
  })
}
