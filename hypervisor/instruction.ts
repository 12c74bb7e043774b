import type { L0 } from './l0.js';
import type { Vcpu } from './vcpu.js';
import { AT } from './vmcb.js';

/** Attribute bits of CS. */
const CS_L = 1 << 9;
const CS_D = 1 << 10;
const EFER_LMA = 1 << 10;

/** Bits of an address where no prefix says otherwise: 64 in 64-bit code, else what CS says. */
function defaultAddressBits(vcpu: Vcpu): 16 | 32 | 64 {
  const attrib = vcpu.vmcb.word(AT.csSelector) >>> 16;
  if (attrib & CS_L && vcpu.vmcb.word(AT.efer) & EFER_LMA) return 64;
  return attrib & CS_D ? 32 : 16;
}

/** rAX in the address size of the instruction: the operand of VMRUN, VMLOAD, VMSAVE and INVLPGA. */
export function addressOperand(_l0: L0, vcpu: Vcpu): bigint {
  return BigInt.asUintN(defaultAddressBits(vcpu), vcpu.vmcb.long(AT.rax));
}
