import type { AnyStateNode } from 'xstate'
import { workflows } from '../../workflows/index.ts'
import type { Workflow } from '../../workflows/workflow.ts'

/** Every released version of every chart. */
export const everyWorkflow: readonly Workflow[] = Object.values(workflows).flat()
export const nameOf = (workflow: Workflow): string => `${workflow.id}@${workflow.version}`

export const nodesOf = (workflow: Workflow): AnyStateNode[] => walk(workflow.machine.root)

const walk = (node: AnyStateNode): AnyStateNode[] => [node, ...Object.values(node.states).flatMap(walk)]
