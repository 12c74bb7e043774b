/** What a check can fail under: GIF of L1, single steps, nested paging. */
export interface Setup {
  readonly gif: boolean;
  readonly tf: boolean;
  readonly npt: boolean;
}

/** All of them together. */
export const SETUPS: readonly Setup[] = [0, 1, 2, 3, 4, 5, 6, 7].map((n) => ({
  gif: (n & 1) !== 0,
  tf: (n & 2) !== 0,
  npt: (n & 4) !== 0,
}));

/** For a person. */
export function nameOf({ gif, tf, npt }: Setup): string {
  return `GIF ${Number(gif)}, TF ${Number(tf)}, nested paging ${npt ? 'on' : 'off'}`;
}
/** A case of a table, for a message. */
export function textOf(value: unknown): string {
  return JSON.stringify(value, (_, v) => (typeof v === 'bigint' ? v.toString(16) : v));
}
