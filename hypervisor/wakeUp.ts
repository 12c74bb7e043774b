import { WAKING_VECTOR } from '../board/firmwareTables.js';
import type { Machine, World } from '../board/machine.js';
import { FIRMWARE_PORT_WRITES } from '../board/realModeFirmware.js';
import { STATE } from '../silicon/host/cpu.js';

const CS = STATE['SEGS'] + 16;
const REAL_MODE_MEMORY = 0x10_0000;

/** What firmware does when the board wakes up from S3: set up the devices again and go to the guest's waking vector. */
export function wakeUp(machine: Machine, world: World, powerOn: () => void): void {
  const { cpu, pc, now } = machine;
  const { vcpus } = cpu.options;
  for (let v = 0; v < vcpus; v++) {
    cpu.select(v);
    cpu.beginSlice(now, 0);
  }
  pc.wake();
  powerOn();
  for (const [port, value] of FIRMWARE_PORT_WRITES) pc.portWrite(port, 1, value);
  cpu.select(0);
  const vector = new DataView(cpu.readPhysical(WAKING_VECTOR, 4).buffer).getUint32(0, true);
  if (vector === 0 || vector >= REAL_MODE_MEMORY) {
    cpu.stop({ kind: 'unimplemented', what: `ACPI waking vector ${vector.toString(16)}h, not in real mode` });
    return;
  }
  cpu.u32[CS >> 2] = ((cpu.u32[CS >> 2] & 0xffff_0000) | (vector >> 4)) >>> 0;
  cpu.u64[(CS + 8) >> 3] = BigInt(vector & ~15);
  cpu.u64[STATE['RIP'] >> 3] = BigInt(vector & 15);
  cpu.wasm.updateCodeMode();
  for (let v = vcpus - 1; v >= 0; v--) {
    cpu.select(v);
    world.reset?.(v);
  }
}
