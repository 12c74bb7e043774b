export { createMachine, type MachineOptions } from '../hypervisor/machine.js';
export { Machine } from '../board/machine.js';
