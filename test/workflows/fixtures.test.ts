import { readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { everyWorkflow, nameOf, nodesOf } from './charts.ts'
import { type Fixture, fixedCase, fixtureFile } from './fixture.ts'

describe.each(everyWorkflow.map((workflow) => [nameOf(workflow), workflow] as const))(
  'cases stored by %s',
  (_, workflow) => {
    const fixture = JSON.parse(readFileSync(fixtureFile(workflow), 'utf8')) as Fixture

    it('are there in every state', () => {
      expect([fixture.workflow, fixture.version]).toEqual([workflow.id, workflow.version])
      const stored = new Set(fixture.cases.flatMap(({ paths }) => paths))
      const told = nodesOf(workflow).filter((node) => node.type === 'atomic' && !node.tags.includes('quiet'))
      expect(told.map((node) => node.path.join('.')).filter((path) => !stored.has(path))).toEqual([])
    })

    it.each(fixture.cases.map((stored) => [stored.paths.join(' '), stored] as const))(
      'go on as they would have: %s',
      (_paths, stored) => {
        expect(fixedCase(workflow, stored.snapshot)).toEqual(stored)
      },
    )
  },
)
