// Type letters, choose from what matches: a combobox (WAI-ARIA, list autocomplete) in front of a select, which stays in
// the form and is what is sent. Tab and Ctrl+Enter take the match that is lit, so a known word costs a few letters and
// one key. Without this script the select itself is there.
const MOST = 80
const plain = (text) => text.normalize('NFD').replace(/\p{M}/gu, '').toLowerCase().trim()

for (const select of document.querySelectorAll('select[data-typeahead]')) enhance(select)

function enhance(select) {
  const { id, multiple, dataset } = select
  const choices = [...select.options]
    .filter((option) => option.value)
    .map((option, index) => ({
      option,
      id: `${id}-option-${index}`,
      label: plain(option.text),
      words: plain(`${option.text} ${option.dataset.words ?? ''}`).split(/[\s,/()–-]+/),
      hint: option.dataset.hint ?? option.closest('optgroup')?.label,
    }))
  const input = document.createElement('input')
  const box = make('div', 'av-typeahead__box')
  const chips = make('span', 'av-typeahead__chips')
  const list = make('ul', 'av-typeahead__list', { role: 'listbox', id: `${id}-options` })
  const wrap = make('div', 'av-typeahead')
  let shown = []
  let active = -1
  /** Whether the text was typed and not yet taken. */
  let typed = false

  select.removeAttribute('id')
  for (const [name, value] of Object.entries({
    id,
    class: 'ds-input',
    type: 'text',
    role: 'combobox',
    autocomplete: 'off',
    spellcheck: 'false',
    'aria-autocomplete': 'list',
    'aria-expanded': 'false',
    'aria-controls': list.id,
    placeholder: dataset.placeholder,
  }))
    input.setAttribute(name, value)
  for (const name of ['aria-describedby', 'aria-invalid', 'data-key', 'data-key-label'])
    if (select.hasAttribute(name)) {
      input.setAttribute(name, select.getAttribute(name))
      select.removeAttribute(name)
    }
  const label = document.querySelector(`label[for="${CSS.escape(id)}"]`)
  if (label) {
    label.id ||= `${id}-label`
    list.setAttribute('aria-labelledby', label.id)
  }
  if (multiple) list.setAttribute('aria-multiselectable', 'true')
  list.hidden = true
  box.append(chips, input)
  wrap.append(box, list)
  select.after(wrap)
  select.hidden = true
  show()
  if (select.autofocus) input.focus()

  function show() {
    typed = false
    if (!input.validity.valid) complain('')
    if (!multiple) {
      input.value = select.value ? (select.selectedOptions[0]?.text ?? '') : ''
      return
    }
    input.value = ''
    chips.replaceChildren(
      ...[...select.selectedOptions].map((option) => {
        // Not in the order of Tab: Backspace, or choosing it again, takes it away by keyboard.
        const chip = make('button', 'av-chip', { type: 'button', tabindex: '-1' })
        chip.textContent = option.text
        chip.setAttribute('aria-label', `${dataset.remove}: ${option.text}`)
        chip.addEventListener('click', () => {
          option.selected = false
          changed()
          input.focus()
        })
        return chip
      }),
    )
  }

  function changed() {
    show()
    select.dispatchEvent(new Event('input', { bubbles: true }))
    select.dispatchEvent(new Event('change', { bubbles: true }))
  }

  function open(words) {
    const wanted = plain(words)
    const rank = (choice) => {
      if (choice.option.disabled) return -1
      if (choice.label.startsWith(wanted)) return 0
      if (wanted.split(/\s+/).every((part) => choice.words.some((word) => word.startsWith(part)))) return 1
      return choice.label.includes(wanted) ? 2 : -1
    }
    shown = choices
      .map((choice) => ({ choice, rank: rank(choice) }))
      .filter((one) => one.rank >= 0)
      .sort((one, other) => one.rank - other.rank)
      .slice(0, wanted ? MOST : choices.length)
      .map((one) => one.choice)
    list.replaceChildren(...shown.map(item))
    if (shown.length === 0) {
      const none = make('li', 'av-typeahead__none', { role: 'option', 'aria-disabled': 'true' })
      none.textContent = dataset.none
      list.append(none)
    }
    list.hidden = false
    input.setAttribute('aria-expanded', 'true')
    const chosen = shown.findIndex(({ option }) => option.selected)
    light(wanted ? 0 : !multiple && chosen >= 0 ? chosen : -1)
  }

  function item(choice) {
    const line = make('li', '', {
      role: 'option',
      id: choice.id,
      'aria-selected': String(choice.option.selected),
    })
    line.textContent = choice.option.text
    if (choice.hint) {
      const hint = document.createElement('small')
      hint.textContent = choice.hint
      line.append(hint)
    }
    line.addEventListener('pointerdown', (event) => event.preventDefault())
    line.addEventListener('click', () => take(choice))
    return line
  }

  function close() {
    list.hidden = true
    active = -1
    input.setAttribute('aria-expanded', 'false')
    input.removeAttribute('aria-activedescendant')
  }

  function light(index) {
    list.querySelector('[data-active]')?.removeAttribute('data-active')
    active = shown.length === 0 ? -1 : index
    const choice = shown[active]
    if (!choice) return input.removeAttribute('aria-activedescendant')
    const line = document.getElementById(choice.id)
    line.setAttribute('data-active', '')
    line.scrollIntoView({ block: 'nearest' })
    input.setAttribute('aria-activedescendant', choice.id)
  }

  function take(choice) {
    if (multiple) choice.option.selected = !choice.option.selected
    else select.value = choice.option.value
    close()
    changed()
  }

  /** What stands in the box when it is left: the lit match, nothing, or what was chosen before. */
  function settle() {
    if (!typed) return close()
    const choice = shown[active]
    if (choice && input.value.trim()) return take(choice)
    close()
    // A word that is in no list stays where it was written, and nothing is saved over it.
    if (input.value.trim()) return complain(dataset.unknown)
    if (multiple) return show()
    select.value = ''
    changed()
  }

  const complaint = make('p', 'ds-validation-message', { id: `${id}-unknown`, role: 'alert' })
  complaint.hidden = true
  wrap.append(complaint)
  function complain(text) {
    input.setCustomValidity(text)
    complaint.textContent = text
    complaint.hidden = !text
    if (text) input.setAttribute('aria-invalid', 'true')
    else input.removeAttribute('aria-invalid')
    const described = (input.getAttribute('aria-describedby') ?? '')
      .split(' ')
      .filter((one) => one && one !== complaint.id)
    if (text) described.push(complaint.id)
    if (described.length > 0) input.setAttribute('aria-describedby', described.join(' '))
    else input.removeAttribute('aria-describedby')
  }
  select.form?.addEventListener(
    'submit',
    (event) => {
      if (input.validity.valid) return
      event.preventDefault()
      event.stopImmediatePropagation()
      input.focus()
    },
    { capture: true },
  )

  input.addEventListener('input', (event) => {
    event.stopPropagation()
    typed = true
    if (!input.validity.valid) complain('')
    if (input.value.trim()) open(input.value)
    else close()
  })
  input.addEventListener('focus', () => input.select())
  input.addEventListener('click', () => {
    if (list.hidden) open('')
  })
  input.addEventListener('blur', settle)
  input.addEventListener('keydown', (event) => {
    if (event.isComposing) return
    const last = shown.length - 1
    if (event.key === 'Enter' && event.ctrlKey) return settle()
    if (event.ctrlKey || event.altKey || event.metaKey) return
    switch (event.key) {
      case 'ArrowDown':
      case 'ArrowUp':
        event.preventDefault()
        if (list.hidden) return open(typed ? input.value : '')
        if (event.key === 'ArrowDown') return light(active >= last ? 0 : active + 1)
        return light(active <= 0 ? last : active - 1)
      case 'Enter':
        if (list.hidden) return
        event.preventDefault()
        if (shown[active]) take(shown[active])
        return
      case 'Escape':
        if (list.hidden && !typed) return
        event.preventDefault()
        close()
        return show()
      case 'Backspace':
        if (!multiple || input.value || select.selectedOptions.length === 0) return
        event.preventDefault()
        select.selectedOptions[select.selectedOptions.length - 1].selected = false
        return changed()
      case 'Tab':
        return typed || list.hidden || active < 0 ? settle() : take(shown[active])
    }
  })
  // A form brought back by the browser, or changed by another script, shows what is chosen in it.
  window.addEventListener('pageshow', show)
  select.addEventListener('refresh', show)
}

function make(name, style, attributes = {}) {
  const element = document.createElement(name)
  if (style) element.className = style
  for (const [key, value] of Object.entries(attributes)) element.setAttribute(key, value)
  return element
}
