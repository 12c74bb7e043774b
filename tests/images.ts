import { readFileSync } from 'node:fs';
import type { Machine } from '../board/machine.js';
import { createMachine, type MachineOptions } from '../hypervisor/machine.js';
import { Module, type WasmModule } from '../silicon/host/wasm.js';
import { ROOT } from './sourceFiles.js';

/** The two machines, as the command line names them. */
export const KINDS = ['bare', 'nested'] as const;

let compiled: WasmModule | undefined;

/** A machine about to boot an image of `guests/images`; what its serial port says goes to `said`. */
export function machineFor(
  kind: MachineOptions['kind'],
  image: string,
  args = '',
  said: number[] = [],
  more: Partial<MachineOptions> = {},
): Machine {
  compiled ??= new Module(readFileSync(new URL('dist/silicon.wasm', ROOT)));
  return createMachine({
    kind,
    wasm: compiled,
    cpu: 'max',
    vcpus: 1,
    ramBytes: 0x400_0000,
    kernel: readFileSync(new URL(`guests/images/${image}.elf`, ROOT)),
    cmdline: `${image}.elf ${args}`,
    modules: [],
    serial: (byte) => said.push(byte),
    debugExit: { iobase: 0xf4, iosize: 4 },
    ...more,
  });
}
