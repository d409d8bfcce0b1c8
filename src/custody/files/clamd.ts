import { connect, type Socket } from 'node:net'

/** Looks for malware in a file. */
export interface Scanner {
  /** The name of what was found, or null. Throws ScannerAway when no answer was had. */
  scan(content: AsyncIterable<Buffer>): Promise<string | null>
  /** Program and signatures, such as "ClamAV 1.4.3/27800/Mon Nov 23 2026". Throws ScannerAway. */
  version(): Promise<string>
}

/** The scanner cannot be reached, broke off, or would not look at the file: nothing is known of it. */
export class ScannerAway extends Error {
  override name = 'ScannerAway'
}

interface Times {
  /** milliseconds for the connection */
  connect?: number
  /** milliseconds without a word or a byte taken */
  quiet?: number
}

/** clamd over TCP, by its INSTREAM command: the file goes over in pieces and is never written down there by us. */
export function clamd(host: string, port: number, times: Times = {}): Scanner {
  const ask = async (command: string, content?: AsyncIterable<Buffer>): Promise<string> => {
    const socket = await open(host, port, times.connect ?? 5000)
    try {
      return await talk(socket, command, content, times.quiet ?? 60_000)
    } finally {
      socket.destroy()
    }
  }
  return {
    async scan(content) {
      const answer = await ask('INSTREAM', content)
      if (answer === 'stream: OK') return null
      const found = /^stream: (.+) FOUND$/.exec(answer)?.[1]
      if (found) return found
      throw new ScannerAway(`clamd answered ${JSON.stringify(answer.slice(0, 80))}`)
    },
    async version() {
      const answer = await ask('VERSION')
      if (!answer.startsWith('ClamAV')) throw new ScannerAway('not a ClamAV server')
      return answer.slice(0, 200)
    },
  }
}

function open(host: string, port: number, wait: number): Promise<Socket> {
  return new Promise((resolve, reject) => {
    const socket = connect({ host, port })
    const timer = setTimeout(() => socket.destroy(new Error('no connection in time')), wait)
    socket.once('connect', () => {
      clearTimeout(timer)
      resolve(socket)
    })
    socket.once('error', (error) => {
      clearTimeout(timer)
      reject(new ScannerAway(error.message))
    })
  })
}

async function talk(
  socket: Socket,
  command: string,
  content: AsyncIterable<Buffer> | undefined,
  quiet: number,
) {
  const answer = listen(socket, quiet)
  // Told below as well; here so that an answer that fails while we still send is not left unheard.
  answer.catch(() => {})
  await send(socket, Buffer.from(`z${command}\0`))
  if (content) {
    for await (const bytes of content) {
      // It has answered before the end: too long for it, or something found.
      if (socket.destroyed || socket.readableEnded) break
      const length = Buffer.alloc(4)
      length.writeUInt32BE(bytes.length)
      await send(socket, Buffer.concat([length, bytes]))
    }
    await send(socket, Buffer.alloc(4))
  }
  return answer
}

/** Waits until the bytes are taken; a connection that goes meanwhile is told by the answer that does not come. */
function send(socket: Socket, bytes: Buffer): Promise<void> {
  if (socket.destroyed || !socket.writable) return Promise.resolve()
  return new Promise((resolve) => {
    const done = () => {
      socket.off('close', done)
      resolve()
    }
    socket.once('close', done)
    socket.write(bytes, done)
  })
}

function listen(socket: Socket, quiet: number): Promise<string> {
  return new Promise((resolve, reject) => {
    let text = ''
    socket.setTimeout(quiet, () => socket.destroy(new Error('no answer in time')))
    socket.on('data', (bytes) => {
      text += bytes.toString('latin1')
      if (text.includes('\0')) resolve(text.slice(0, text.indexOf('\0')).trim())
      else if (text.length > 4096) socket.destroy(new Error('answer too long'))
    })
    socket.on('error', (error) => reject(new ScannerAway(error.message)))
    socket.on('close', () => reject(new ScannerAway('the connection was closed')))
  })
}
