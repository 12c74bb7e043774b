/**
 * The processor's state in linear memory: one row a field, laid out in this order from `STATE_BASE`.
 *
 * The region of one vCPU is copied in and out of this place when vCPUs take turns, so every address is a constant for
 * the decoder, the handlers and a later specialiser. Addresses for AssemblyScript are generated from these rows.
 */
export interface StateField {
  readonly name: string;
  readonly bytes: 1 | 2 | 4 | 8 | 16;
  /** Number of elements; 1 when absent. */
  readonly count?: number;
  readonly doc: string;
}

export const STATE_BASE = 0x400;
/** Bytes of one vCPU's region: what is copied on a turn and what a snapshot holds. */
export const STATE_SIZE = 0x2000;

/** Numbers of the segment registers, in the order of the VMCB save area, 16 bytes each in its format. */
export const SEGMENTS = ['ES', 'CS', 'SS', 'DS', 'FS', 'GS', 'GDTR', 'LDTR', 'IDTR', 'TR'] as const;

const f = (name: string, bytes: StateField['bytes'], doc: string, count = 1): StateField => ({
  name,
  bytes,
  doc,
  count,
});

export const STATE_FIELDS: readonly StateField[] = [
  f('REGS', 8, 'RAX RCX RDX RBX RSP RBP RSI RDI R8..R15', 16),
  f('ZREG', 8, 'always zero: the absent base or index'),
  f('RIP', 8, 'valid at an instruction boundary outside the dispatch loop'),
  f('RIPBASE', 8, 'RIP of page offset 0 of the code page that is running: RIP = RIPBASE + record.off'),
  f('EATMP', 8, 'linear address computed by an address micro-op'),
  f('LF_RES', 8, 'lazy flags: result, sign-extended'),
  f('LF_AUX', 8, 'lazy flags: bit 63 CF, 62 CF^OF, 15:8 parity delta, 3 AF, 0 sign delta'),
  f('SEGS', 16, 'ES CS SS DS FS GS GDTR LDTR IDTR TR as in the VMCB: selector, attributes, limit, base', 10),
  f('RFLAGS', 8, 'all flags but the six arithmetic ones, which are lazy; bit 1 set'),
  f('BUDGET', 4, 'instructions left in this slice, counted from the start of the current run of records'),
  f('CURP', 4, 'record that faulted or is being executed by the exact loop'),
  f('UNWINDING', 1, 'a guest fault is leaving the functions that run'),
  f('TLB_BASE', 4, 'the sub-TLB of the current context: read entries, write entries, execute entries'),
  f('CODE_MODE', 1, '0: 16-bit code, 1: 32-bit, 2: 64-bit'),
  f('CPL', 1, 'current privilege level'),
  f('SHADOW', 1, 'interrupt shadow (STI, MOV SS): covers the next instruction'),
  f('HALTED', 1, 'HLT, waiting for an event'),
  f('WAIT_SIPI', 1, 'after INIT, waiting for a start-up message'),
  f('NMI_BLOCKED', 1, 'an NMI handler runs: until IRET'),
  f('PENDING_NMI', 1, ''),
  f('PENDING_SMI', 1, ''),
  f('PENDING_INIT', 1, ''),
  f('PENDING_SIPI', 1, '0 none, else 1; the vector is in SIPI_VECTOR'),
  f('SIPI_VECTOR', 1, ''),
  f('PENDING_DB', 1, 'a single-step or breakpoint trap is due at this boundary'),
  f('PENDING_DR6', 4, 'DR6 bits that go with PENDING_DB'),
  f('EVENTS', 4, 'not zero: the outer loop must look before the next instruction'),
  f('EXACT', 1, 'not zero: run the exact loop only (TF, RF, breakpoints)'),
  f('STOP_KIND', 1, 'why resume() returned: see RETURN_* '),
  f('SHUTDOWN', 1, 'the processor is in the shutdown state'),
  f('IN_SMM', 1, 'in system management mode: 1 by an SMI, 2 by SMM_CTL'),
  f('CR0', 8, ''),
  f('CR2', 8, ''),
  f('CR3', 8, ''),
  f('CR4', 8, ''),
  f('EFER', 8, ''),
  f('XCR0', 8, ''),
  f('DR', 8, 'DR0..DR7; 4 and 5 unused', 8),
  f('PDPTE', 8, 'page-directory pointers of legacy PAE paging', 4),
  f('TIME', 8, 'virtual time (ns = instructions) at the end of this slice when BUDGET reaches 0'),
  f('BUS_LOCK_LEFT', 2, 'bus locks that the running guest may make before one exits'),
  f('SPENT', 8, 'ns that instructions have taken beyond one each'),
  f('TSC_ADD', 8, 'TSC = TIME-derived count + this'),
  f('TSC_ADJUST', 8, ''),
  f('TSC_AUX', 8, ''),
  f('RANDOM', 8, 'state of the generator behind RDRAND and RDSEED; a reset leaves it alone'),
  f('STAR', 8, ''),
  f('LSTAR', 8, ''),
  f('CSTAR', 8, ''),
  f('SFMASK', 8, ''),
  f('KERNEL_GS_BASE', 8, ''),
  f('SYSENTER_CS', 8, ''),
  f('SYSENTER_ESP', 8, ''),
  f('SYSENTER_EIP', 8, ''),
  f('PAT', 8, ''),
  f('DEBUGCTL', 8, ''),
  f('LBR_FROM', 8, ''),
  f('LBR_TO', 8, ''),
  f('LASTEXC_FROM', 8, ''),
  f('LASTEXC_TO', 8, ''),
  f('VM_CR', 8, ''),
  f('VM_HSAVE_PA', 8, ''),
  f('TSC_RATIO', 8, ''),
  f('SMBASE', 8, ''),
  f('SMM_ADDR', 8, ''),
  f('SMM_MASK', 8, ''),
  f('SPEC_CTRL', 8, ''),
  f('SYSCFG', 8, ''),
  f('HWCR', 8, ''),
  f('TOP_MEM', 8, ''),
  f('TOP_MEM2', 8, ''),
  f('MISC_MSR', 8, 'further plain MSRs, by slot (see silicon/system/msr.ts)', 64),
  f('MTRR', 8, 'deftype, then 8 base/mask pairs, then 11 fixed-range registers', 28),
  f('FAULT_VECTOR', 4, 'the fault that unwound'),
  f('FAULT_ERROR', 4, ''),
  f(
    'FAULT_KIND',
    4,
    '0 none, 1 exception at CURP, 2 exception at RIP (instruction fetch), 3 restart at CURP in the exact loop, 4 #VMEXIT done: go on at RIP',
  ),
  f(
    'DELIVER_KIND',
    4,
    'event being delivered: 0 none, else type and vector as EVENTINJ has them, V in bit 31',
  ),
  f('DELIVER_ERROR', 4, ''),
  f('WALK_FLAGS', 4, 'result of a page walk: permissions of the leaf'),
  f('CODE_GEN', 4, 'bumped whenever decoded code is dropped'),
  // x87 and SSE
  f('FCW', 2, ''),
  f('FSW', 2, ''),
  f('FTW', 2, 'abridged tag word: bit set = register in use'),
  f('FOP', 2, ''),
  f('FIP', 8, ''),
  f('FDP', 8, ''),
  f('FCS', 2, ''),
  f('FDS', 2, ''),
  f('MXCSR', 4, ''),
  f('ST', 16, 'x87 registers by physical number: 8 bytes significand, 2 bytes sign and exponent', 8),
  f('XMM', 16, 'low halves of the vector registers', 16),
  f('YMM_HI', 16, 'high halves of the vector registers', 16),
  f('VTMP', 16, 'scratch for a memory operand of a vector instruction', 8),
  // SVM
  f('GIF', 1, 'global interrupt flag'),
  f('IN_GUEST', 1, '1 between VMRUN and #VMEXIT'),
  f('HOST_IS_L0', 1, '1: #VMEXIT returns to TypeScript instead of loading host state'),
  f('HOST_IF', 1, 'RFLAGS.IF of the host, for V_INTR_MASKING'),
  f('NPT_ON', 1, 'the running guest uses nested paging'),
  f(
    'PDPTES_KEPT',
    1,
    'under nested paging, but legacy PAE paging uses the pointers that were loaded, as without',
  ),
  f('GMET_ON', 1, 'and its nested tables are under the guest mode execute trap'),
  f('TSC_SCALED', 1, 'TSC_RATIO applies to the running guest'),
  f('EVENT_INJECTED', 1, 'EVENTINJ waits to be delivered before the first guest instruction'),
  f('V_INTR_MASKING', 1, ''),
  f('VMCB_PA', 8, 'physical address of the current VMCB'),
  f('VMCB', 4, 'linear-memory address of the current VMCB'),
  f('GUEST_ASID', 4, '0 in the host'),
  f('INTERCEPTS', 4, 'the six intercept words of the current VMCB; all zero in the host', 6),
  f('NCR3', 8, ''),
  f('HOST_CR0', 8, 'CR0, CR4, EFER of the host while a guest runs (nested walk format)'),
  f('HOST_CR4', 8, ''),
  f('HOST_EFER', 8, ''),
  f('G_PAT', 8, ''),
  f('TSC_OFFSET', 8, 'of the running guest; 0 in the host'),
  f('INT_CTL', 8, 'V_TPR, V_IRQ, priority and masking of the running guest, live'),
  f('FAILED_CHECKS', 8, 'bit mask of the rows of spec/checks that the last failed VMRUN hit'),
  f('EXIT_CODE', 8, 'of the last #VMEXIT'),
  f('EXIT_INFO1', 8, 'waiting with a fault: EXITINFO1 of a nested page fault'),
  f('EXIT_INFO2', 8, 'waiting with a fault: address of #PF or of a nested page fault'),
  f('NRIP', 8, 'RIP after the instruction being executed, for intercepts'),
  f(
    'HSAVE',
    16,
    'host state kept by VMRUN: segments (10 rows) then RIP RSP RAX RFLAGS CR0 CR3 CR4 EFER CPL DR7',
    20,
  ),
  // local APIC
  f('APIC_BASE', 8, 'IA32_APIC_BASE'),
  f('APIC_ID', 4, ''),
  f('VCPU', 4, 'index of this vCPU'),
  f('APIC_REGS', 4, 'xAPIC registers, one 32-bit word for each 16-byte slot of the page', 64),
  f('APIC_TIMER_START', 8, 'virtual time when the counter was loaded'),
  f('APIC_TIMER_DEADLINE', 8, 'virtual time of the next timer interrupt, or all ones'),
  f('TSC_DEADLINE', 8, ''),
  f('APIC_INTR', 1, 'the local APIC has an interrupt for this processor above its priority'),
  f('PIC_INTR', 1, 'INTR of the 8259 pair (boot processor only)'),
  f('MONITOR_ARMED', 1, 'a line is watched'),
  f('APIC_ESR_SHADOW', 4, ''),
  f('MONITOR_ADDR', 8, 'physical address of the line that was watched last'),
  f(
    'SMM_L2',
    1,
    'under an L0: 1 when the save map of an SMI tells of a guest, L2, and 3 when it has nested paging',
  ),
  f('SMM_NO_SVME', 1, 'under an L0: the save map does not show EFER.SVME, which is not what L1 has set'),
  f(
    'SMM_HOST',
    8,
    'under an L0: VMCB address, EFER, CR4, nCR3 and CR0 of the host of L2, as the save map has them',
    5,
  ),
  f('CACHED_VMCB_PA', 8, 'physical address of the VMCB in VMCB_CACHE, all ones when there is none'),
  f('VMCB_CACHE', 8, 'the VMCB that ran last, for its clean bits', 224),
  f('EVENT_INJ', 8, 'EVENTINJ and its error code, while EVENT_INJECTED'),
  f('MSRPM', 8, 'physical address of the MSR permission map of the running guest'),
  f('IOPM', 8, 'physical address of its I/O permission map'),
  f(
    'L1_MSRPM',
    8,
    "under an L0: physical address of L1's MSR permission map for the L2 that runs, all ones for none",
  ),
  f(
    'EXTINT_PENDING',
    1,
    'an interrupt message of mode ExtINT has arrived: take the vector from the 8259 pair',
  ),
  f('SMM_WORLD', 8, 'what an SMI found from GIF to INT_CTL, for RSM', 16),
  f('SMM_DR6', 4, 'PENDING_DR6 as an SMI found it, and three bytes alike'),
  f('SMM_CPL', 1, ''),
  f('SMM_SHADOW', 1, ''),
  f('SMM_DB', 1, ''),
  f('PAUSE_COUNT', 2, 'pause filter of the running guest'),
  f('PAUSE_THRESHOLD', 2, ''),
  f('PAUSE_LEFT', 4, 'PAUSE instructions before the next one exits'),
  f('PAUSE_AT', 8, 'virtual time of the last PAUSE that was counted'),
  f('VLS_ON', 1, 'VMLOAD and VMSAVE of the running guest name guest-physical addresses'),
  f('LBRV_ON', 1, 'the running guest has last-branch registers of its own'),
  f('HOST_LBR', 8, 'DEBUGCTL to LASTEXC_TO of the host, while LBRV_ON', 5),
  f('MWAITING', 1, 'the halt is that of MWAIT: bit 0; masked interrupts end it: bit 1'),
  f('MWAIT_UNTIL', 8, 'virtual time at which MWAITX ends by itself'),
  f('PKRU', 4, 'rights of the protection keys: two bits each, access and write disabled'),
  f('SMRAM_HIDDEN', 1, 'outside system management mode, with an area of SMRAM protected'),
  f('SMM_NMI_BLOCKED', 1, 'NMI_BLOCKED as SMM_CTL found it when it entered system management mode'),
  f('FAULT_ROW', 4, 'faults since an instruction last retired'),
  f('FAULT_TIME', 8, 'virtual time of the last of them'),
  f('IGNNE', 1, 'IGNNE# is asserted: the x87 error that FSW shows holds up nothing'),
];

/** Fields that say where something lies in linear memory, or count what only the program knows: no state of the machine. */
export const HOST_FIELDS: readonly string[] = ['VMCB', 'TLB_BASE', 'CURP', 'CODE_GEN'];

export interface PlacedField extends StateField {
  readonly address: number;
}

/** Place the rows one after another, each aligned to its size. */
export function placeState(fields: readonly StateField[] = STATE_FIELDS): PlacedField[] {
  let at = STATE_BASE;
  return fields.map((field) => {
    at = Math.ceil(at / field.bytes) * field.bytes;
    const placed = { ...field, address: at };
    at += field.bytes * (field.count ?? 1);
    return placed;
  });
}

/** Address of a field of the state. */
export function addressOf(name: string): number {
  const field = placeState().find((placed) => placed.name === name);
  if (!field) throw new Error(`no field ${name} in the state`);
  return field.address;
}

/** Regions of linear memory above the state, each starting where the last may end. */
export const REGIONS = {
  /** Records that are not decoded from guest memory: EXIT, scratch of page-crossing instructions. */
  STATIC_RECORDS: 0x2400,
  /** Bytes of an instruction that crosses a page. */
  FETCH_BUFFER: 0x2800,
  /** Bounce buffer for read-modify-write operands that the TLB cannot give a pointer to. */
  BOUNCE: 0x2840,
  /** Saved regions of up to 16 vCPUs. */
  VCPUS: 0x4000,
  /** Function-table index of each handler, 16 bits each; the dispatch loop's own comes last. */
  HANDLER_TABLE: 0x28000,
  /** Static data of AssemblyScript (asc --memoryBase). */
  MODULE_DATA: 0x40000,
  /** Sub-TLBs. */
  TLB: 0x100000,
  /** Page descriptors: one 32-bit word for each of 4 Mi guest-physical pages (16 GiB). */
  PAGES: 0x200000,
  /** Decoded code of each guest-physical page: head of a list, one word a page. */
  CODES: 0x1200000,
  /** Of each 4 KiB page of linear memory: number of the guest-physical page that lies in it, plus one; 0 for none. */
  FRAMES: 0x2200000,
  /** Bump-allocated: decoded code and RAM frames. */
  HEAP: 0x2600000,
} as const;

/** One decoded instruction: 32 bytes. */
export const RECORD = {
  H: 0, // u16 handler of the fast loop
  HX: 2, // u16 handler of the exact loop: no fusion, all flags
  DST: 4, // u16 address of the destination register
  BASE: 6, // u16 address of the base register
  INDEX: 8, // u16 address of the index register
  SCALE: 10, // u8 0..3
  LEN: 11, // u8 bytes of the instruction
  SRC: 12, // u32 address of the source register, or of this record's IMM
  DISP: 16, // i32
  OFF: 20, // u16 page offset of the instruction (4096: the next page)
  N: 22, // u8 instructions of the run up to and with this one
  META: 23, // u8, see META
  IMM: 24, // i64; of a direct branch: u32 link, i32 delta
  SIZE: 32,
} as const;

/** Cost of a branch whose target record is not known: higher half of IMM. */
export const UNLINKED = 0x40000000;

export const META = {
  /** Address micro-op or run glue: no instruction of its own. */
  MICRO: 1,
  /** The operand is in memory at EA; otherwise in the register SRC. */
  MEM: 2,
  /** The address is relative to the stack segment: faults are #SS. */
  STACK: 4,
  /** LOCK prefix. */
  LOCK: 8,
  /** F3 / F2 prefix (REP, REPNE). */
  REP: 16,
  REPNE: 32,
  /** Near branch with 16-bit operand size: the target is an IP. */
  WORD: 64,
  /** Decoded apart from its page (it crosses a page): never linked. */
  APART: 128,
} as const;
