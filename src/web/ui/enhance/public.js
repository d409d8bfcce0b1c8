import './print.js'
import './copy.js'
import './count.js'
import './places.js'

// Few pages ask for a passkey; the others need not carry what it takes.
if (document.querySelector('form[data-passkey]')) import('./passkeys.js')
