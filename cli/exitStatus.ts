import type { Outcome } from './machineConfig.js';

/** Exit statuses that do not come from the guest. */
export const EXIT = {
  ok: 0,
  /** QEMU's only status for a mistake on the command line. */
  qemuError: 1,
  usage: 2,
  /** A feature or a piece of nsvm is missing or wrong (EX_SOFTWARE). */
  software: 70,
  /** What timeout(1) returns. */
  timeout: 124,
  /** A triple fault in a native run, where nobody asked to see it as a normal end. */
  shutdown: 1,
  /** Stopped from the terminal, as a shell shows SIGINT. */
  interrupted: 130,
} as const;

/** Status of a QEMU-mode process: a guest that resets or shuts down has ended normally under -no-reboot. */
export function qemuStatus(outcome: Outcome): number {
  switch (outcome.kind) {
    case 'exit':
      return outcome.code & 0xff;
    case 'poweroff':
    case 'reset':
    case 'shutdown':
      return EXIT.ok;
    case 'limit':
      return EXIT.timeout;
    case 'interrupted':
      return EXIT.interrupted;
    case 'unimplemented':
      return EXIT.software;
  }
}

/** Status of `nsvm run`: as in QEMU mode, but a triple fault is a failure. */
export function nativeStatus(outcome: Outcome): number {
  return outcome.kind === 'shutdown' ? EXIT.shutdown : qemuStatus(outcome);
}

/** What to tell a person about the end; nothing when the guest ended by itself. */
export function describeOutcome(outcome: Outcome): string | undefined {
  switch (outcome.kind) {
    case 'exit':
    case 'poweroff':
      return undefined;
    case 'reset':
      return 'the guest asked for a reset';
    case 'shutdown':
      return 'the guest fell into a triple fault (shutdown)';
    case 'limit':
      return 'stopped by --timeout';
    case 'interrupted':
      return 'interrupted';
    case 'unimplemented':
      return `not implemented: ${outcome.what}`;
  }
}
