import { openSync, readFileSync, writeSync } from 'node:fs';
import type { InputHandle, Io } from './io.js';
import type { TextOutput } from './serialConsole.js';

/** The real world: files, descriptors 1 and 2, the terminal. */
export const nodeIo: Io = {
  stdout: descriptor(1),
  stderr: descriptor(2),
  readFile: (path) => readFileSync(path),
  createFile: (path) => descriptor(openSync(path, 'w')),
  openInput,
  now: () => performance.now(),
};

/** Writes at once and completely: the process may leave, or be killed by a runner's timeout, at any moment. */
function descriptor(fd: number): TextOutput {
  return {
    write(data) {
      let bytes = typeof data === 'string' ? Buffer.from(data) : data;
      while (bytes.length > 0) {
        try {
          bytes = bytes.subarray(writeSync(fd, bytes));
        } catch (error) {
          const { code } = error as { code?: string };
          // The reader has gone, as under `| head`: the end of the run is no error.
          if (code === 'EPIPE') process.exit(0);
          if (code !== 'EAGAIN') throw error;
          // A pipe somebody made non-blocking is full: wait for its reader.
          Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, 1);
        }
      }
    },
  };
}

function openInput(receive: (bytes: Uint8Array, isTerminal: boolean) => void): InputHandle {
  const { stdin } = process;
  const listener = (bytes: Buffer): void => receive(bytes, stdin.isTTY === true);
  // Input that ends or breaks is a person who no longer types.
  const ignore = (): void => {};
  if (stdin.isTTY) stdin.setRawMode(true);
  stdin.on('data', listener);
  stdin.on('error', ignore);
  // The machine's own work keeps the process alive, a silent terminal must not.
  stdin.unref?.();
  return {
    close() {
      stdin.off('data', listener);
      if (stdin.isTTY) stdin.setRawMode(false);
      stdin.pause();
    },
  };
}
