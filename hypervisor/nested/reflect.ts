import { INTERCEPTS, INTERCEPT_WORDS } from '../../spec/intercepts.js';
import type { Vcpu } from '../vcpu.js';
import { AT } from '../vmcb.js';

/** Intercept word and bit by exit code, -1 where no bit makes the exit. */
const PLACES = new Int16Array(0x100).fill(-1);
for (const { exitCode, word, bit } of INTERCEPTS) PLACES[exitCode] = word * 32 + bit;

/** Whether L1 has the intercept bit of an exit code; its permission maps are another matter. */
export function l1Intercepts(vcpu: Vcpu, code: number): boolean {
  const place = code < PLACES.length ? PLACES[code] : -1;
  if (place < 0) return false;
  return ((vcpu.vmcb12.word(AT[INTERCEPT_WORDS[place >> 5]]) >>> (place & 31)) & 1) !== 0;
}
