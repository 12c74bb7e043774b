import { addressOf, placeState } from '../../../spec/layout.js';
import { VALUE } from './wasmBinary.js';

/** A field of the state that compiled code keeps in a local from its entry to its exit. */
export interface Slot {
  /** Its place among SLOTS. */
  readonly index: number;
  readonly address: number;
  readonly bytes: number;
  readonly type: number;
}

/** Fields that instructions use all the time. What else they use stays in memory. */
const KEPT: ReadonlySet<string> = new Set(['REGS', 'EATMP', 'LF_RES', 'LF_AUX', 'BUDGET', 'TLB_BASE']);

export const SLOTS: readonly Slot[] = placeState()
  .filter(({ name }) => KEPT.has(name))
  .flatMap(({ address, bytes, count }) =>
    Array.from({ length: count ?? 1 }, (_, i) => ({ address: address + i * bytes, bytes })),
  )
  .map(({ address, bytes }, index) => ({
    index,
    address,
    bytes,
    type: bytes === 8 ? VALUE.i64 : VALUE.i32,
  }));

export const BUDGET = addressOf('BUDGET');

const BY_ADDRESS = new Map(
  SLOTS.flatMap((slot) => [...Array(slot.bytes).keys()].map((i) => [slot.address + i, slot])),
);

/** The slot that holds the byte at an address of linear memory. */
export const slotAt = (address: number): Slot | undefined => BY_ADDRESS.get(address);
