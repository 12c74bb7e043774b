import { allowedBits } from '../spec/bits.js';
import { CR4, EFER } from '../spec/controlBits.js';
import { parseCpu } from '../spec/cpuOption.js';

/** What a processor model decides about VMRUN checks. */
export interface CpuFacts {
  /** Width of a physical address. */
  readonly physBits: number;
  readonly features: ReadonlySet<string>;
}

/** The facts of a `-cpu` argument; throws `CpuOptionError`. */
export function cpuFacts(cpu: string): CpuFacts {
  const { model, features } = parseCpu(cpu);
  return { physBits: model.physBits, features };
}

const ALL = 0xffff_ffff_ffff_ffffn;
/** Bits 7:1 of EFER read as zero whatever is written: they offend nobody. */
const EFER_IGNORED = 0xfen;

/** Bits that no physical address of this processor has. */
export function beyondAddresses({ physBits }: CpuFacts): bigint {
  return ALL & ~((1n << BigInt(physBits)) - 1n);
}
/** Bits of CR4 that this processor does not have. */
export function reservedCr4({ features }: CpuFacts): bigint {
  return ALL & ~allowedBits(CR4, features);
}
/** Bits of EFER that this processor does not have. */
export function reservedEfer({ features }: CpuFacts): bigint {
  return ALL & ~allowedBits(EFER, features) & ~EFER_IGNORED;
}
