import { EXIT } from '../spec/exits.js';
import type { L0 } from './l0.js';
import { synthesize } from './nested/inject.js';
import { l1Intercepts } from './nested/reflect.js';
import type { Vcpu } from './vcpu.js';
import { AT } from './vmcb.js';

const EFER_SVME = 0x1000;

/** The guest has shut down: L1 hears of its guest's if it asked to, else it is the machine's. */
export function shutDown(l0: L0, vcpu: Vcpu): void {
  const { code } = EXIT.shutdown;
  const wanted = vcpu.inL2 ? l1Intercepts(vcpu, code) : null;
  if (wanted) {
    synthesize(l0, vcpu, wanted, 0);
    return;
  }
  l0.account?.did({ kind: 'shutDown', level: vcpu.level });
  vcpu.shutdown = true;
  // A guest that has shut down by clearing it must still be entered, to be woken up.
  const { vmcb } = vcpu;
  vmcb.setWord(AT.efer, (vmcb.word(AT.efer) | EFER_SVME) >>> 0);
}
