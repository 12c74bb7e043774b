// Translation for those who only look, a debugger or the L0: no rights, no accessed bits, no faults.
import { CR0, CR3, CR4, EFER, PDPTE, NCR3, HOST_CR0, HOST_CR4, HOST_EFER } from "../gen/layout";
import { hostAddress } from "./phys";
import { nestedPaging, keepsPdptes } from "./walk";
import { nestedFinal, nestedTable } from "./nestedWalk";
import { READ, WRITE } from "../mem";
import { nestedAddress, ADDRESS, E_P, E_PS, CR0_PG, CR4_PAE, CR4_PSE, CR4_LA57, EFER_LMA } from "./tables";

const UNMAPPED: u64 = 0xffffffffffffffff;

/** Physical address behind a linear address of the running program; all ones when there is none. */
export function translateForHost(lin: u64): u64 {
  reaching = false;
  const nested = nestedPaging();
  const gpa = look(nested, lin, load<u64>(CR0), load<u64>(CR3), load<u64>(CR4), load<u64>(EFER), keepsPdptes(), ADDRESS);
  return !nested || gpa == UNMAPPED ? gpa : translateGuestPhysical(gpa);
}
/**
 * Physical address behind a linear address of the running guest with the page tables of `cr3`, all ones when those have none. A nested page
 * fault on the way is raised as it would be by the access.
 */
export function reachGuest(lin: u64, cr3: u64, write: bool): u64 {
  reaching = true;
  const gpa = look(true, lin, load<u64>(CR0), cr3, load<u64>(CR4), load<u64>(EFER), false, ADDRESS);
  reaching = false;
  return gpa == UNMAPPED ? gpa : nestedFinal(gpa, write ? WRITE : READ, false);
}
/** entry() raises nested page faults. A fault leaves it on: whoever looks next turns it off. */
let reaching: bool = false;

/** System-physical address of a guest-physical one through the nested tables; all ones when there is none. */
export function translateGuestPhysical(gpa: u64): u64 {
  const long = (load<u64>(HOST_EFER) & EFER_LMA) != 0;
  if (gpa >> (!long ? 32 : load<u64>(HOST_CR4) & CR4_LA57 ? 57 : 48)) return UNMAPPED;
  return look(false, gpa, load<u64>(HOST_CR0), load<u64>(NCR3), load<u64>(HOST_CR4), load<u64>(HOST_EFER), false, nestedAddress());
}
/** `guest`: the tables lie at guest-physical addresses; `cached`: PAE uses the loaded page-directory pointers; `leaf`: address bits of a wide one. */
function look(guest: bool, lin: u64, cr0: u64, cr3: u64, cr4: u64, efer: u64, cached: bool, leaf: u64): u64 {
  if (!(cr0 & CR0_PG)) return lin;
  const long = (efer & EFER_LMA) != 0;
  const wide = long || (cr4 & CR4_PAE) != 0;
  const bits: u64 = wide ? 9 : 10;
  let shift: u64 = !long ? (wide ? 21 : 22) : cr4 & CR4_LA57 ? 48 : 39;
  let table = cr3 & (long ? ADDRESS : 0xfffff000);
  if (wide && !long) {
    const pointer = cached ? load<u64>(PDPTE + <i32>((lin >> 27) & 0x18)) : entry(guest, (cr3 & 0xffffffe0) | ((lin >> 27) & 0x18), 8);
    if (!(pointer & E_P)) return UNMAPPED;
    table = pointer & ADDRESS;
  }
  while (true) {
    const e = entry(guest, table + (((lin >> shift) & ((<u64>1 << bits) - 1)) << (wide ? 3 : 2)), wide ? 8 : 4);
    if (!(e & E_P)) return UNMAPPED;
    const large = (e & E_PS) != 0 && (wide ? shift <= 30 : (cr4 & CR4_PSE) != 0);
    if (shift == 12 || large) {
      const within = (<u64>1 << shift) - 1;
      const high = !wide && shift != 12 ? ((e >> 13) & 0xff) << 32 : 0;
      return (e & (wide ? leaf : 0xfffff000) & ~within) | high | (lin & within);
    }
    table = e & (wide ? ADDRESS : 0xfffff000);
    shift -= bits;
  }
}
/** A table entry; not present when there is no RAM to read it from: a device must not notice that somebody looks. */
function entry(guest: bool, at: u64, size: i32): u64 {
  if (guest && reaching) nestedTable(at);
  const spa = guest ? translateGuestPhysical(at) : at;
  const m: usize = spa == UNMAPPED ? <usize>0 : hostAddress(spa);
  return m == 0 ? 0 : size == 8 ? load<u64>(m) : load<u32>(m);
}
