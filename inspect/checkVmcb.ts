import { powerOn } from '../hypervisor/machine.js';
import { Processor } from '../silicon/host/cpu.js';
import type { WasmModule } from '../silicon/host/wasm.js';
import { cpuFacts } from './cpuFacts.js';
import { explainChecks, type Finding } from './explain.js';
import { findingLines } from './findingText.js';

/** What VMRUN thinks of a VMCB. */
export interface VmcbVerdict {
  /** Every reason why it fails; none means the guest is entered. */
  readonly findings: readonly Finding[];
  /** The findings as lines of text. */
  readonly lines: readonly string[];
  /** What could not be checked, or does not matter any more, a line each. */
  readonly notes: readonly string[];
}

const RAM = 0x20_0000;
/** Where the VMCB lies meanwhile: any page of RAM. */
const PAGE = 0x1000;
// A host in 64-bit mode.
const HOST = { cr0: 0x8000_0011n, cr4: 0x20n, efer: 0x1d00n } as const;

/** Ask the processor of a `-cpu` argument what its VMRUN would say to the 4096 bytes of a VMCB. */
export function checkVmcb(wasm: WasmModule, vmcb: Uint8Array, cpu: string): VmcbVerdict {
  const facts = cpuFacts(cpu);
  const processor = new Processor({ wasm, vcpus: 1, ramBelow4GiB: RAM, ramAbove4GiB: 0 });
  powerOn(processor, cpu);
  processor.writePhysical(PAGE, vmcb);
  const at = processor.hostAddress(PAGE);
  const mask = BigInt.asUintN(64, processor.wasm.vmcbChecks(at, HOST.cr0, HOST.cr4, HOST.efer));
  const findings = explainChecks(vmcb, mask, facts);
  const notes: string[] = [];
  if (processor.wasm.loadsPdptes(at))
    notes.push(
      'S13 is not checked: VMRUN would load four page-directory pointers from CR3, and they are not in the VMCB',
    );
  if (!facts.features.has('svm')) notes.push('this processor has no SVM: VMRUN itself is #UD');
  return { findings, lines: findings.flatMap((finding) => findingLines(finding, facts)), notes };
}
