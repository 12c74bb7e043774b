import assert from 'node:assert/strict';
import { INTERCEPT_WORDS } from '../spec/intercepts.js';
import { PLACE } from '../fuzz/place.js';
import type { MachineKind, Twin } from '../fuzz/twin.js';
import type { L0Observer } from '../hypervisor/observer.js';
import type { EventCase } from './eventCases.js';
import type { InterceptCase } from './interceptCases.js';
import { makeTwin } from './twins.js';

const VMRUN_HLT = '0f01d8 f4';
const UD2 = '0f0b';
/** VMLOAD, for TR; VMRUN; HLT. */
const VMLOAD_VMRUN_HLT = '0f01da 0f01d8 f4';
const VMMCALL = '0f01d9';
const TSS = { trSelector: 0x40, trAttrib: 0x8b, trLimit: 0x67, trBase: PLACE.tss };

/** What runs a case needs, whatever comes of it. */
export type Happening = Omit<EventCase, 'at' | 'found' | 'what'>;

/** L2 runs the case and then UD2; all exceptions but the case's own are intercepted, and its IDT is empty. */
export function runIntercept(
  kind: MachineKind,
  given: InterceptCase,
  intercepted: boolean,
  fields: InterceptCase['fields'] = {},
  observer?: L0Observer,
): Twin {
  const twin = makeTwin(kind, 'max', observer);
  twin.write(PLACE.l1Code, VMRUN_HLT);
  twin.write(PLACE.l2Code, `${given.before ?? ''}${given.code}${UD2}`);
  twin.vmcb12({
    interceptExceptions: 0xffff_ffff,
    interceptMisc2: 1,
    idtrLimit: 0,
    ...given.fields,
    ...fields,
  });
  given.prepare?.(twin);
  setBit(twin, given, intercepted);
  for (let n = 0; n < 50 && (n === 0 || twin.inL2); n++) twin.run(1000);
  return twin;
}

/** L2 runs the case and then VMMCALL; what is to happen does so after its first instruction. */
export function runEvent(
  kind: MachineKind,
  given: Happening,
  intercepted: boolean,
  observer?: L0Observer,
): Twin {
  const { happen } = given;
  const twin = makeTwin(kind, 'max', observer);
  twin.write(PLACE.l1Code, VMLOAD_VMRUN_HLT);
  twin.write(PLACE.l2Code, `${given.code}${VMMCALL}`);
  twin.vmcb12({ ...TSS, ...given.fields });
  given.prepare?.(twin);
  setBit(twin, given, intercepted);
  if (happen) {
    for (let n = 0; n < 20 && twin.get('RIP') !== BigInt(PLACE.l2Code + 1); n++) twin.run(1);
    assert.equal(twin.get('RIP'), BigInt(PLACE.l2Code + 1));
    happen(twin);
  }
  for (let n = 0; n < 20; n++) twin.run(100);
  return twin;
}

function setBit(twin: Twin, { row }: Pick<InterceptCase, 'row'>, intercepted: boolean): void {
  const key = INTERCEPT_WORDS[row.word];
  const bit = 1n << BigInt(row.bit);
  const others = twin.field(key) & ~bit;
  twin.put({ [key]: intercepted ? others | bit : others });
}
