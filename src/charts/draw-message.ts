import type { ChartDescription } from './describe-chart.ts'

export type DrawJob = { description: ChartDescription }

/** `note` is something the operator should know, once; it never holds a name. */
export type DrawAnswer =
  | { kind: 'unfit'; reason: string }
  | { kind: 'note'; message: string }
  | { kind: 'drawn'; png: Uint8Array<ArrayBuffer> }
  | { kind: 'failed'; reason: string }
