/** A row that made a VMRUN fail. */
export interface FailedRow {
  readonly id: string;
  /** What is wrong, as a person is told. */
  readonly sentence: string;
}

/** What the L0 tells. Every member is free when it is absent, and none may change anything. */
export interface L0Observer {
  /** A guest of level 1 or 2 has left to the L0, by the EXITCODE in two lanes. */
  vmexit?(event: { vcpu: number; level: 1 | 2; codeLow: number; codeHigh: number }): void;
  /** A VMRUN of L1 is about to run L2. */
  nestedEnter?(event: { vcpu: number; vmcbPa: number }): void;
  /** L2 has left to L1; the exit is in the VMCB at `vmcbPa`. */
  nestedExit?(event: { vcpu: number; vmcbPa: number; codeLow: number; codeHigh: number }): void;
  /** A VMRUN failed its checks. */
  vmrunFailed?(event: { vcpu: number; level: 1; vmcbPa: number; rows: readonly FailedRow[] }): void;
  /** The L0 raises an exception in its guest. */
  inject?(event: { vcpu: number; level: 1 | 2; vector: number; error: number | undefined }): void;
}
