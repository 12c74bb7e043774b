import type { Deed, Entered } from '../hypervisor/exitAccount.js';
import { checksOfMask } from '../spec/checks.js';
import { EXCEPTIONS } from '../spec/exits.js';
import { INTERCEPTS } from '../spec/intercepts.js';
import { msr as msrRow } from '../spec/msrs.js';
import { CLEAN } from '../spec/vmcb.js';
import { TLB_CONTROL } from '../spec/vmcbBits.js';
import { hex } from './explain.js';
import { eventWord } from './eventWord.js';

/** Something the L0 did on its own, in one sentence without its subject. */
export function deedText(deed: Deed): string {
  switch (deed.kind) {
    case 'mapped':
      return mappedText(deed);
    case 'delivery':
      return deed.again
        ? `delivers ${eventWord(deed.event)} again: the exit has cut it, and L1 is not told`
        : `lets the instruction run again, which asks for ${eventWord(deed.event)} anew`;
    case 'raised': {
      const code = deed.error === undefined ? '' : `(${hex(deed.error)})`;
      return `raises #${EXCEPTIONS[deed.vector] ?? deed.vector}${code} in L${deed.level}: ${deed.why}`;
    }
    case 'emulated':
      return emulatedText(deed);
    case 'mergedMsrpm':
      return 'merges the MSR permission maps anew: L1 has changed its own since VMRUN; the instruction runs again';
    case 'remembered': {
      const groups = Object.entries(CLEAN).filter(([, bit]) => (deed.clean >>> bit) & 1);
      return `reads VMCB12 but for the fields whose clean bits are set: ${groups.map(([name]) => name).join(', ')}`;
    }
    case 'entered':
      return enteredText(deed);
    case 'vmrunFailed': {
      const ids = [...checksOfMask(deed.mask), ...deed.ownRows].map(({ id }) => id).join(', ');
      return `fails the VMRUN of the VMCB at ${hex(deed.vmcbPa)}: ${ids}`;
    }
    case 'shutDown':
      return `shuts down: L${deed.level} cannot go on${deed.level === 2 ? ', and L1 has not asked to hear of it' : ''}`;
    case 'reset':
      return `starts L1 anew${deed.fromL2 ? ', and L2 is over without an exit' : ''}`;
  }
}

function mappedText({
  table,
  gpa,
  pa,
  bytes,
  writable,
  executable,
  trail,
}: Deed & { kind: 'mapped' }): string {
  const whose = table === 'NPT02' ? "L2's" : "L1's";
  const rights = `${writable ? 'writable' : 'read-only for now'}, ${executable ? 'executable' : 'not executable'}`;
  const leaf = trail.at(-1);
  const source = leaf ? `, by NPT12's entry at ${hex(leaf.address)} = ${hex(leaf.value)}` : '';
  return `enters ${whose} ${hex(gpa)} in ${table}: ${size(bytes)} at ${hex(pa)}, ${rights}${source}`;
}
function size(bytes: number): string {
  if (bytes >= 2 ** 30) return `${bytes / 2 ** 30} GiB`;
  return bytes >= 2 ** 20 ? `${bytes / 2 ** 20} MiB` : `${bytes / 2 ** 10} KiB`;
}

function emulatedText({ what, operand, asid, msr }: Deed & { kind: 'emulated' }): string {
  const place = operand === undefined ? '' : ` of ${hex(operand)}`;
  const space = asid === undefined ? '' : ` in ASID ${asid}`;
  const register = msr === undefined ? '' : ` of ${msrRow(msr)?.name ?? hex(msr)}`;
  return `carries out ${what}${place}${space}${register}`;
}

const FLUSHES: Readonly<Record<number, string>> = {
  [TLB_CONTROL.flushAll]: 'flushes everything',
  [TLB_CONTROL.flushAsid]: 'flushes this ASID',
  [TLB_CONTROL.flushAsidNonGlobal]: 'flushes this ASID but for global pages',
};
function enteredText(deed: Entered): string {
  const { vmcbPa, asid12, asid02, nestedPaging, tables, tlbControl, event } = deed;
  const flush = FLUSHES[tlbControl] ? `; TLB_CONTROL ${FLUSHES[tlbControl]}` : '';
  const npt02 = tables === 0 ? 'NPT02, which is empty' : `NPT02, which keeps ${tables} tables`;
  const memory = nestedPaging ? npt02 : "NPT01: L2's physical addresses are L1's";
  const injected = event >>> 31 ? `; EVENTINJ: ${eventWord(event)}` : '';
  const added = addedIntercepts(deed);
  const more = added === '' ? '' : `; intercepts for itself ${added}`;
  return `enters L2 with a copy of the VMCB at ${hex(vmcbPa)}: ASID ${asid12} is ${asid02} here${flush}, on ${memory}${more}${injected}`;
}
function addedIntercepts({ intercepts02, intercepts12 }: Entered): string {
  const added = INTERCEPTS.filter(
    ({ word, bit }) => ((intercepts02[word] & ~intercepts12[word]) >>> bit) & 1,
  );
  return added.map(({ name }) => name).join(', ');
}
