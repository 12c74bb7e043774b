// Guest faults unwind, as by a throw, to the loop that asks caught(): handlers check no status after a memory access, and commit nothing
// before. The linker makes returns of it (scripts/unwinding.ts).
import { FAULT_VECTOR, FAULT_ERROR, FAULT_KIND, CURP, CR2, EXIT_INFO1, EXIT_INFO2 } from "./gen/layout";

// @ts-ignore: decorator
@external("env", "unwind") declare function unwind(): void;
// @ts-ignore: decorator
@external("env", "caught") export declare function caught(): bool;
// @ts-ignore: decorator
@external("env", "unimplemented") declare function stopUnimplemented(what: i32, detail: u64): void;

export const V_DE = 0; export const V_DB = 1; export const V_NMI = 2; export const V_BP = 3; export const V_OF = 4; export const V_BR = 5;
export const V_UD = 6; export const V_NM = 7; export const V_DF = 8; export const V_TS = 10; export const V_NP = 11; export const V_SS = 12;
export const V_GP = 13; export const V_PF = 14; export const V_MF = 16; export const V_AC = 17; export const V_MC = 18; export const V_XF = 19;
/** Pseudo-vector: a nested page fault, on its way to become #VMEXIT(NPF). */
export const V_NPF = 256;

/** FAULT_KIND: nothing; exception of the record CURP; exception at RIP; run CURP again in the exact loop; go on at RIP. */
export const FK_NONE = 0; export const FK_RECORD = 1; export const FK_RIP = 2; export const FK_RESTART = 3; export const FK_RESUME = 4;

/** Raise an exception of the current instruction (CURP), or at RIP where no record runs. Does not return. */
export function raise(vector: u32, error: u32): void {
  store<u32>(FAULT_VECTOR, vector); store<u32>(FAULT_ERROR, error);
  byFetch = load<u32>(CURP) == 0;
  store<u32>(FAULT_KIND, byFetch ? FK_RIP : FK_RECORD);
  unwind(); unreachable();
}
let byFetch: bool = false;
/** Was the last exception that of an instruction fetch, and not of the instruction? */
export function raisedByFetch(): bool { return byFetch; }
export function raiseGP(error: u32 = 0): void { raise(V_GP, error); }
export function raiseUD(): void { raise(V_UD, 0); }
/** #PF: CR2 is written at delivery, after the exception intercept had its chance; the address waits in EXIT_INFO2. */
export function raisePF(address: u64, error: u32): void { store<u64>(EXIT_INFO2, address); raise(V_PF, error); }
/** #VMEXIT(NPF): guest physical address and EXITINFO1. */
export function raiseNPF(gpa: u64, info1: u64): void {
  store<u64>(EXIT_INFO1, info1); store<u64>(EXIT_INFO2, gpa); raise(V_NPF, 0);
}
/** Give up the instruction CURP before it has done anything, and run it again in the exact loop. Does not return. */
export function restartExact(): void { store<u32>(FAULT_KIND, FK_RESTART); unwind(); unreachable(); }
/** The machine state is complete (a #VMEXIT was done): go on at RIP. Does not return. */
export function resumeAtRip(): void { store<u32>(FAULT_KIND, FK_RESUME); unwind(); unreachable(); }
/** Stop the machine: a row of spec/unimplemented.ts by its U_ constant, with the address or value that tells more. Does not return. */
export function unimplemented(what: i32, detail: u64 = 0): void { stopUnimplemented(what, detail); unreachable(); }
