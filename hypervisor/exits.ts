import { EXIT } from '../spec/exits.js';
import { emulateInvlpgb, emulateTlbsync } from './broadcast.js';
import { liveEvents } from './eventState.js';
import type { ExitRule } from './exitRule.js';
import { takeInit } from './init.js';
import type { L0 } from './l0.js';
import { emulateMsr } from './msr.js';
import { nestedPageFault } from './nested/npt.js';
import { l1Intercepts } from './nested/reflect.js';
import { OpenAccount } from './openAccount.js';
import { emulateInvlpga, emulateSetGif, emulateVmcbMove, emulateVmrun } from './svmInstructions.js';
import type { Vcpu } from './vcpu.js';
import { AT } from './vmcb.js';
import { EXIT_GP, filterGp } from './withoutSvme.js';

type Handler = (l0: L0, vcpu: Vcpu) => void;

/** What the L0 does about the exits it asks for itself. */
const HANDLERS = new Map<number, Handler>([
  [EXIT.npf.code, nestedPageFault],
  [EXIT.vmrun.code, emulateVmrun],
  [EXIT.vmload.code, (l0, vcpu) => emulateVmcbMove(l0, vcpu, 'VMLOAD')],
  [EXIT.vmsave.code, (l0, vcpu) => emulateVmcbMove(l0, vcpu, 'VMSAVE')],
  [EXIT.stgi.code, (l0, vcpu) => emulateSetGif(l0, vcpu, true)],
  [EXIT.clgi.code, (l0, vcpu) => emulateSetGif(l0, vcpu, false)],
  [EXIT.invlpga.code, emulateInvlpga],
  [EXIT.invlpgb.code, emulateInvlpgb],
  [EXIT.tlbsync.code, emulateTlbsync],
  [EXIT.msr.code, emulateMsr],
  [EXIT_GP, filterGp],
  [EXIT.init.code, takeInit],
  [EXIT.shutdown.code, (l0, vcpu) => l0.behaviour.shutDown(l0, vcpu)],
]);

/** Deal with a #VMEXIT of the guest that was running. */
export function handleExit(l0: L0, vcpu: Vcpu): void {
  const { behaviour } = l0;
  const { vmcb } = vcpu;
  const codeLow = vmcb.word(AT.exitCode);
  const codeHigh = vmcb.word(AT.exitCode + 4);
  l0.observer.vmexit?.({
    ...l0.observed(vcpu.index, vmcb.pa, vmcb.linear),
    level: vcpu.level,
    codeLow,
    codeHigh,
  });
  const { inL2 } = vcpu;
  const wanted = inL2 && codeHigh === 0 ? behaviour.wantedByL1(l0, vcpu, codeLow) : null;
  if (l0.observer.exitDone) l0.account = new OpenAccount(l0, vcpu, wanted);
  if (wanted) behaviour.vmexit(l0, vcpu);
  else if (codeHigh === 0) behaviour.handle(l0, vcpu, codeLow);
  else if (inL2) behaviour.refused(l0, vcpu);
  else throw new Error(`the processor refuses L1's VMCB`);
  if (l0.account) closeAccount(l0, l0.account);
  if (l0.observer.guestEvents && vcpu.inL2 && !inL2) tellOfGuest(l0, vcpu);
}
function closeAccount(l0: L0, account: OpenAccount): void {
  l0.account = null;
  l0.observer.exitDone?.(account.close());
}

function tellOfGuest(l0: L0, vcpu: Vcpu): void {
  l0.observer.guestEvents?.({ vcpu: vcpu.index, time: l0.time(), events: liveEvents(l0, vcpu) });
}

/** An exit the L0 has asked for. */
export function handle(l0: L0, vcpu: Vcpu, code: number): void {
  const handler = HANDLERS.get(code);
  if (!handler) throw new Error(`the L0 has not asked for exit ${code.toString(16)}`);
  handler(l0, vcpu);
}

/** The rule by which L1 wants an exit of L2: for MSRs its permission map decides as well. Null when it does not. */
export function wantedByL1(l0: L0, vcpu: Vcpu, code: number): ExitRule | null {
  if (code !== EXIT.msr.code) return l1Intercepts(vcpu, code);
  return l0.behaviour.l1InterceptsMsr(l0, vcpu, l0.register(1), (vcpu.vmcb02.word(AT.exitInfo1) & 1) !== 0);
}
