/** `ours` and `peer` in `unit`; `ratio` is ours over the peer's in time or size, so that below 1 we do better. */
export type BenchRow = { name: string; ours: number; peer: number; ratio: number; unit: string }
