// LBR virtualization: the five last-branch registers go with the world they belong to. Without it host and guest share them.
import { DEBUGCTL, LASTEXC_TO, LBRV_ON, HOST_LBR } from "../gen/layout";
import { hasFeature, F_LBRV } from "../system/features";
import { VC_MISC_CTL2, VS_DBG_CTL } from "./vmcb";

const LBR_VIRTUALIZATION: u64 = 1;
/** DEBUGCTL to LASTEXC_TO: in the state as in the VMCB. */
const BYTES: usize = LASTEXC_TO + 8 - DEBUGCTL;
const DEBUGCTL_MEANT: u64 = 0x3f;

/** VMRUN: the guest's registers for the host's, if the VMCB asks for it. */
export function switchLastBranches(at: usize): void {
  const on = hasFeature(F_LBRV) && (load<u64>(at, VC_MISC_CTL2) & LBR_VIRTUALIZATION) != 0;
  store<u8>(LBRV_ON, <u8>on);
  if (!on) return;
  memory.copy(HOST_LBR, DEBUGCTL, BYTES);
  memory.copy(DEBUGCTL, at + VS_DBG_CTL, BYTES);
  store<u64>(DEBUGCTL, load<u64>(DEBUGCTL) & DEBUGCTL_MEANT);
}
/** #VMEXIT: the guest's into the VMCB. */
export function saveLastBranches(at: usize): void {
  if (load<u8>(LBRV_ON)) memory.copy(at + VS_DBG_CTL, DEBUGCTL, BYTES);
}
/** And the host's back again. */
export function restoreLastBranches(): void {
  if (!load<u8>(LBRV_ON)) return;
  store<u8>(LBRV_ON, 0);
  memory.copy(DEBUGCTL, HOST_LBR, BYTES);
}
