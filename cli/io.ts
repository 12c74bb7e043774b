import type { TextOutput } from './serialConsole.js';

/** What the front end may touch of the outside world; tests give their own. */
export interface Io {
  /** Program output: text for the person, or the guest's serial bytes. */
  readonly stdout: TextOutput;
  readonly stderr: TextOutput;
  /** The whole file; throws what the system says. */
  readFile(path: string): Uint8Array;
  /** A file for writing, truncated; throws what the system says. */
  createFile(path: string): TextOutput;
  /** Begins to listen to the terminal or pipe and calls back with what arrives. */
  openInput(receive: (bytes: Uint8Array, isTerminal: boolean) => void): InputHandle;
  /** Milliseconds on a clock that never goes back. */
  now(): number;
}

export interface InputHandle {
  close(): void;
}
