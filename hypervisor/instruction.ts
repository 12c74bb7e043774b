import { lookUp } from './guestPaging.js';
import type { L0 } from './l0.js';
import type { Vcpu } from './vcpu.js';
import { AT, type Vmcb } from './vmcb.js';

/** Attribute bits of CS. */
const CS_L = 1 << 9;
const CS_D = 1 << 10;
const EFER_LMA = 1 << 10;

const LONGEST_INSTRUCTION = 15;
const ADDRESS_SIZE_PREFIX = 0x67;
const PREFIXES = [0x26, 0x2e, 0x36, 0x3e, 0x64, 0x65, 0x66, ADDRESS_SIZE_PREFIX, 0xf0, 0xf2, 0xf3];
/** Bytes after 0F 01 of VMRUN, VMLOAD, VMSAVE, STGI, CLGI and INVLPGA. */
const SVM_GROUP = [0xd8, 0xda, 0xdb, 0xdc, 0xdd, 0xdf];
const PLAIN_LENGTH = 3n;

/** The instruction the guest has left at, as far as the L0 must know it. */
interface Decoded {
  readonly svm: boolean;
  readonly addressPrefix: boolean;
}

/** Width of code: 64 in 64-bit mode, else what CS says. */
function codeBits(vmcb: Vmcb): 16 | 32 | 64 {
  const attributes = vmcb.word(AT.csSelector) >>> 16;
  if (attributes & CS_L && vmcb.word(AT.efer) & EFER_LMA) return 64;
  return attributes & CS_D ? 32 : 16;
}

/** Where the instruction the guest has left at begins, and how many bytes the code segment leaves it. */
export function instructionAddress({ vmcb }: Vcpu): { linear: bigint; bits: 16 | 32 | 64; room: number } {
  const bits = codeBits(vmcb);
  const rip = vmcb.long(AT.rip);
  if (bits === 64) return { linear: rip, bits, room: Infinity };
  const linear = BigInt.asUintN(32, rip + vmcb.long(AT.csBase));
  return { linear, bits, room: vmcb.word(AT.csLimit) - Number(rip) + 1 };
}

/** rAX in the address size of the instruction: the operand of VMRUN, VMLOAD, VMSAVE and INVLPGA. */
export function addressOperand(l0: L0, vcpu: Vcpu): bigint {
  const rax = vcpu.vmcb.long(AT.rax);
  const bits = codeBits(vcpu.vmcb);
  if (!hasAddressPrefix(l0, vcpu)) return BigInt.asUintN(bits, rax);
  return BigInt.asUintN(bits === 32 ? 16 : 32, rax);
}
/** An SVM instruction with nothing but its opcode needs no look at its bytes. */
function hasAddressPrefix(l0: L0, vcpu: Vcpu): boolean {
  const { vmcb } = vcpu;
  if (vmcb.long(AT.nRip) - vmcb.long(AT.rip) === PLAIN_LENGTH) return false;
  return decode(l0, vcpu).addressPrefix;
}

/** Move RIP over the instruction the guest has left at: its L0 is always told where that ends. */
export function advanceRip({ vmcb }: Vcpu): void {
  vmcb.copyLong(AT.rip, vmcb, AT.nRip);
  vmcb.zeroLong(AT.nRip);
}

/** Whether the guest is at an instruction that needs EFER.SVME. */
export function atSvmInstruction(l0: L0, vcpu: Vcpu): boolean {
  return decode(l0, vcpu).svm;
}

function decode(l0: L0, vcpu: Vcpu): Decoded {
  const { linear: first, bits } = instructionAddress(vcpu);
  const byte = (n: number): number => {
    const linear = BigInt.asUintN(bits === 64 ? 64 : 32, first + BigInt(n));
    const pa = lookUp(l0, vcpu, linear);
    return pa === undefined ? -1 : l0.memory.byte(pa);
  };
  let at = 0;
  let addressPrefix = false;
  for (; at < LONGEST_INSTRUCTION; at++) {
    const prefix = byte(at);
    const rex = bits === 64 && prefix >> 4 === 4;
    if (!rex && !PREFIXES.includes(prefix)) break;
    addressPrefix ||= prefix === ADDRESS_SIZE_PREFIX;
  }
  const svm = byte(at) === 0x0f && byte(at + 1) === 0x01 && SVM_GROUP.includes(byte(at + 2));
  return { svm, addressPrefix };
}
