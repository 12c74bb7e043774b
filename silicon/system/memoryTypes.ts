// PAT and MTRRs. Memory types have no effect without caches, but their registers hold only what is legal.
import { MTRR, PAT, G_PAT, IN_GUEST, NPT_ON, SYSCFG } from "../gen/layout";
import { physicalLimitBits } from "./features";

const VARIABLE = 8;
const SYSCFG_MODIFY_DRAM: u64 = 1 << 19;
/** RdMem and WrMem in each byte of a fixed-range register. */
const DRAM_BITS: u64 = 0x1818181818181818;

/** Bits a physical address of this processor does not have. */
export function beyondPhysical(): u64 { return ~((<u64>1 << <u64>physicalLimitBits()) - 1); }

/** The PAT register of the running program: a guest under nested paging has its own. */
export function patAddress(): usize { return load<u8>(IN_GUEST) & load<u8>(NPT_ON) ? G_PAT : PAT; }
/** Each byte is 0, 1, 4, 5, 6 or 7. */
export function patLegal(v: u64): bool {
  for (let i = 0; i < 8; i++, v >>= 8) {
    const type = <u32>v & 0xff;
    if (type > 7 || type == 2 || type == 3) return false;
  }
  return true;
}
function typeLegal(type: u32): bool { return type <= 6 && type != 2 && type != 3; }

/** Number of a fixed-range register, or -1. */
function fixedNumber(index: u32): i32 {
  if (index == 0x250) return 0;
  if (index == 0x258 || index == 0x259) return <i32>index - 0x257;
  return index >= 0x268 && index <= 0x26f ? <i32>index - 0x265 : -1;
}
/** Where the MTRR with this index is kept, or 0. */
export function mtrrAddress(index: u32): usize {
  if (index == 0x2ff) return MTRR;
  if (index >= 0x200 && index < 0x200 + 2 * VARIABLE) return MTRR + 8 + (<usize>(index - 0x200) << 3);
  const n = fixedNumber(index);
  return n < 0 ? 0 : MTRR + (<usize>(1 + 2 * VARIABLE + n) << 3);
}
/** What reads from a fixed-range register: SYSCFG.MtrrFixDramModEn shows the bits that route accesses to memory. */
export function mtrrRead(index: u32): u64 {
  const v = load<u64>(mtrrAddress(index));
  return fixedNumber(index) < 0 || (load<u64>(SYSCFG) & SYSCFG_MODIFY_DRAM) != 0 ? v : v & ~DRAM_BITS;
}
/** Write an MTRR; false for an illegal value. */
export function mtrrWrite(index: u32, v: u64): bool {
  const at = mtrrAddress(index);
  if (fixedNumber(index) >= 0) {
    const modify = (load<u64>(SYSCFG) & SYSCFG_MODIFY_DRAM) != 0;
    for (let i: u64 = 0; i < 64; i += 8) if (!typeLegal(<u32>(v >> i) & (modify ? 0xe7 : 0xff))) return false;
    store<u64>(at, modify ? v : v | (load<u64>(at) & DRAM_BITS));
    return true;
  }
  if (index == 0x2ff) { if ((v & ~0xcff) != 0 || !typeLegal(<u32>v & 0xff)) return false; }
  else if (index & 1) { if (v & (beyondPhysical() | 0x7ff)) return false; }
  else if ((v & (beyondPhysical() | 0xf00)) != 0 || !typeLegal(<u32>v & 0xff)) return false;
  store<u64>(at, v);
  return true;
}
