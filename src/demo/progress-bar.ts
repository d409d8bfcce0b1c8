const WIDTH = 32

export interface ProgressBar {
  /** `done` from 0 to 1 */
  show(done: number): void
  done(): void
}

/**
 * Shows how far the filling has come: on a terminal a bar that grows in its line, elsewhere a line at every quarter.
 * Shows nothing at all when there was nothing to do.
 */
export function progressBar(
  write: { out(text: string): void },
  terminal: boolean = process.stdout.isTTY === true,
): ProgressBar {
  let shown = -1
  return {
    show(done) {
      const step = Math.floor(Math.min(1, Math.max(0, done)) * (terminal ? 100 : 4))
      if (step <= shown) return
      shown = step
      if (!terminal) return write.out(`Filling the demonstration: ${step * 25} %\n`)
      const full = Math.round((step / 100) * WIDTH)
      write.out(`\rFilling the demonstration ${'█'.repeat(full)}${'░'.repeat(WIDTH - full)} ${step} %`)
    },
    done() {
      if (terminal && shown >= 0) write.out('\n')
    },
  }
}
