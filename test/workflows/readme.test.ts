import { readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { README, withDiagrams } from '../../scripts/workflow-diagrams.ts'
import { everyWorkflow, nodesOf } from './charts.ts'

describe('the README of the workflows', () => {
  const readme = readFileSync(README, 'utf8')
  it('shows the charts as they are in the code (node --import tsx scripts/workflow-diagrams.ts draws them anew)', () => {
    expect(readme).toBe(withDiagrams(readme))
  })
  it('shows every state and names every event', () => {
    for (const workflow of everyWorkflow) {
      for (const node of nodesOf(workflow))
        if (node.type === 'atomic')
          expect(readme).toContain(` as ${node.path.filter((part) => part !== 'open').join('_')}`)
      for (const type of Object.keys(workflow.events)) expect(readme).toContain(`| \`${type}\` `)
    }
  })
  it('holds no label that mermaid would misread', () => {
    const arrows = readme.split('\n').filter((line) => line.includes(' --> '))
    expect(arrows.length).toBeGreaterThan(50)
    for (const line of arrows) expect(line).toMatch(/^ +(\[\*\]|\w+) --> \w+( : [^:;#"]+)?$/)
  })
})
