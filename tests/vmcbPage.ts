import { VMCB, VMCB_SIZE, type VmcbKey } from '../spec/vmcb.js';
import { Silicon } from './silicon.js';

type Fields = Partial<Record<VmcbKey, bigint | number>>;

/** CPUID features of a processor with SVM and nothing out of the way, by number. */
const FEATURES = [2, 3, 4, 5, 6, 7, 9, 13, 16, 24, 25, 49, 58, 267, 276, 285, 290, 384, 387, 400, 409];

/** A processor whose host is in 64-bit mode, with one VMCB in RAM. */
export class VmcbPage extends Silicon {
  readonly pa = 0x5000;

  constructor() {
    super(1, 0x100_0000);
    for (const feature of FEATURES) this.call('setFeature', feature, true);
    this.call('setAddressWidths', 40, 48);
    this.call('resetCpu', false);
    this.set64('CR0', 0x8000_0011n);
    this.set64('CR4', 0x620n);
    this.set64('EFER', 0x1d01n);
    this.set64('CR3', 0x1000n);
    this.set64('RIP', 0x12_3000n);
    this.call('updateCodeMode');
    this.legal();
  }

  get at(): number {
    return this.cpu.hostAddress(this.pa);
  }
  put(fields: Fields): void {
    const { at } = this;
    for (const [key, value] of Object.entries(fields)) {
      const { offset, width } = VMCB[key as VmcbKey];
      for (let i = 0; i < width; i++)
        this.cpu.u8[at + offset + i] = Number((BigInt(value) >> BigInt(8 * i)) & 0xffn);
    }
  }
  vmcb(key: VmcbKey): bigint {
    const { at } = this;
    const { offset, width } = VMCB[key];
    return this.cpu.u8
      .subarray(at + offset, at + offset + width)
      .reduceRight((sum, byte) => (sum << 8n) | BigInt(byte), 0n);
  }
  /** A VMCB that passes every check, for a guest in 64-bit mode; then some other fields. */
  legal(fields: Fields = {}): void {
    const { at } = this;
    this.cpu.u8.fill(0, at, at + VMCB_SIZE);
    this.put({
      interceptMisc2: 3,
      guestAsid: 1,
      iopmBasePa: 0x8000,
      msrpmBasePa: 0xc000,
      efer: 0x1d01,
      cr0: 0x8000_0011,
      cr4: 0x620,
      cr3: 0x2000,
      dr6: 0xffff_0ff0,
      dr7: 0x400,
      rflags: 2,
      rip: 0x40_0000,
      rsp: 0x7000,
      rax: 0x55,
      csSelector: 8,
      csAttrib: 0x29b,
      csLimit: 0xffff_ffff,
      ssSelector: 0x10,
      ssAttrib: 0xc93,
      gPat: 0x0007_0406_0007_0406n,
      ...fields,
    });
  }
  bytes(): Uint8Array {
    const { at } = this;
    return this.cpu.u8.slice(at, at + VMCB_SIZE);
  }
}
