import './print.js'
import './copy.js'
import './count.js'
import './places.js'
