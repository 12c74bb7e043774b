import type { Pins } from '../silicon/host/bus.js';
import type { PortRange } from './ports.js';

/** QEMU's isa-debug-exit: a write of v ends the machine with exit status 2v + 1. */
export function debugExitPorts(iobase: number, iosize: number, pins: Pins): PortRange {
  return {
    name: 'isa-debug-exit',
    first: iobase,
    count: iosize,
    width: 4,
    read: () => 0,
    // An exit status is one byte to every shell, so the excess is dropped here.
    write: (_offset, _size, value) => pins.stop({ kind: 'exit', code: ((value << 1) | 1) & 0xff }),
  };
}
