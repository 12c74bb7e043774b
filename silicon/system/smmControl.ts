// SMM_CTL: with it a hypervisor does by hand what an SMI and RSM do to the signals of the processor, and runs the handler of the platform
// as a guest. Of the registers nothing is saved or loaded.
import { IN_SMM, NMI_BLOCKED, PENDING_SMI, SMM_NMI_BLOCKED } from "../gen/layout";
import { noticeEvents } from "../exec/events";
import { updateSmram } from "./smram";

const DISMISS: u64 = 1; const ENTER: u64 = 2; const EXIT: u64 = 8;
/** How IN_SMM says who has entered. */
export const BY_SMI: u8 = 1; export const BY_CONTROL: u8 = 2;

/** A write of SMM_CTL. Nothing listens to the cycles it can send; entering twice and leaving what was not entered are undefined: nothing happens. */
export function controlSmm(v: u64): void {
  if ((v & ENTER) != 0 && !load<u8>(IN_SMM)) {
    store<u8>(IN_SMM, BY_CONTROL);
    store<u8>(SMM_NMI_BLOCKED, load<u8>(NMI_BLOCKED));
    store<u8>(NMI_BLOCKED, 1);
    updateSmram();
  }
  if (v & DISMISS) store<u8>(PENDING_SMI, 0);
  if ((v & EXIT) != 0 && load<u8>(IN_SMM) == BY_CONTROL) {
    store<u8>(IN_SMM, 0);
    store<u8>(NMI_BLOCKED, load<u8>(SMM_NMI_BLOCKED));
    updateSmram();
  }
  noticeEvents();
}
