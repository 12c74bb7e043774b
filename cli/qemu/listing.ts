/** Thrown by an option that asks for a list or a text instead of a run: print it and leave with status 0. */
export class Listing extends Error {
  override name = 'Listing';
  constructor(readonly text: string) {
    super('a listing was asked for');
  }
}

/** Does the argument ask which values there are? */
export function asksForHelp(value: string): boolean {
  return value === 'help' || value === '?';
}
