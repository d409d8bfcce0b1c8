// Copies the text of another element and says so in the button itself, which is a live region.
if (navigator.clipboard) {
  for (const button of document.querySelectorAll('[data-copy]')) {
    const words = button.querySelector('[aria-live]')
    const before = words.textContent
    button.hidden = false
    button.addEventListener('click', async () => {
      await navigator.clipboard.writeText(document.getElementById(button.dataset.copy).innerText.trim())
      words.textContent = button.dataset.done
      setTimeout(() => {
        words.textContent = before
      }, 3000)
    })
  }
}
