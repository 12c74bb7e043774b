import { STATE } from '../silicon/host/cpu.js';
import { STATE_FIELDS } from '../spec/layout.js';
import { digitsOf, littleEndian } from './bytes.js';
import type { Twin } from './twin.js';

/** State that is the processor's own affair, or that an L0 uses for itself. */
const HIDDEN = new Set(
  `RIPBASE EATMP LF_RES LF_AUX CURP TLB_BASE EVENTS EXACT STOP_KIND CODE_GEN FAULT_VECTOR
   FAULT_ERROR FAULT_KIND DELIVER_ERROR WALK_FLAGS VTMP PDPTES_KEPT IN_GUEST HOST_IS_L0 HOST_IF
   SMM_L2 SMM_NO_SVME SMM_HOST SMM_WORLD NPT_ON GMET_ON CACHED_VMCB_PA VMCB_CACHE VMCB_PA VMCB GUEST_ASID INTERCEPTS NCR3 HOST_CR0 HOST_CR4 HOST_EFER G_PAT PAT
   INT_CTL FAILED_CHECKS EXIT_CODE V_INTR_MASKING TSC_OFFSET EXIT_INFO1 EXIT_INFO2 NRIP HSAVE
   EVENT_INJ MSRPM L1_MSRPM IOPM RFLAGS HOST_LBR
   PAUSE_COUNT PAUSE_THRESHOLD BUS_LOCK_LEFT VLS_ON FAULT_ROW FAULT_TIME`.split(/\s+/),
);

/** What nobody can look at any more after a shutdown. */
const NOT_WHEN_DOWN =
  `pat SHADOW EFER DELIVER_KIND PENDING_DB PENDING_DR6 DEBUGCTL LBR_FROM LBR_TO LASTEXC_FROM
   LASTEXC_TO LBRV_ON TSC_SCALED`.split(/\s+/);

const SVME = 0x1000n;
const FIELDS = STATE_FIELDS.filter(({ name }) => !HIDDEN.has(name)).map(({ name, bytes, count = 1 }) => ({
  name,
  from: STATE[name],
  to: STATE[name] + bytes * count,
}));

/** Stretches of the state region that both machines must agree on byte by byte; EFER apart. */
const STRETCHES = FIELDS.filter(({ name }) => name !== 'EFER')
  .sort((a, b) => a.from - b.from)
  .reduce<{ from: number; to: number }[]>((found, { from, to }) => {
    const last = found.at(-1);
    if (last?.to === from) last.to = to;
    else found.push({ from, to });
    return found;
  }, []);

/** EFER as software reads it: under the L0 the processor's own SVME is always set. */
function efer(twin: Twin): bigint {
  const value = twin.get('EFER');
  return twin.l0 && !twin.inL2 && !twin.l0.vcpu(0).svme ? value & ~SVME : value;
}
function pat(twin: Twin): bigint {
  return twin.get(twin.cpu.u8[STATE.NPT_ON] === 1 ? 'G_PAT' : 'PAT');
}

/** All that software could find out, by name. */
export function visible(twin: Twin): Record<string, string> {
  const { cpu } = twin;
  const found: Record<string, string> = { cpu: twin.features, inL2: String(twin.inL2) };
  for (const { name, from, to } of FIELDS) found[name] = digitsOf(cpu.u8.subarray(from, to));
  found['EFER'] = digitsOf(littleEndian(efer(twin), 8));
  found['flags'] = cpu.wasm.getFlags().toString(16);
  found['pat'] = pat(twin).toString(16);
  return found;
}

/** Whether the registers of both are the same: what `visible` tells, without telling it. */
export function sameRegisters(a: Twin, b: Twin): boolean {
  const [left, right] = [a.cpu.u8, b.cpu.u8];
  for (const { from, to } of STRETCHES)
    for (let at = from; at < to; at++) if (left[at] !== right[at]) return false;
  return (
    a.inL2 === b.inL2 &&
    efer(a) === efer(b) &&
    pat(a) === pat(b) &&
    a.cpu.wasm.getFlags() === b.cpu.wasm.getFlags()
  );
}

/** Whether a difference of that name matters, on a machine that may have shut down. */
export function matters(name: string, down: boolean): boolean {
  return !down || !NOT_WHEN_DOWN.includes(name);
}
