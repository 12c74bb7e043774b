/** What kvm-unit-tests' own runner says of an entry of its configuration. */
export type EntryResult = 'PASS' | 'FAIL' | 'SKIP';

/** One entry of x86/unittests.cfg, with the parameters it has there, and what it comes to on each machine. */
export interface KutEntry {
  readonly name: string;
  readonly bare: EntryResult;
  readonly nested: EntryResult;
  /** A line for the environment that the tests read, which the runner takes from a file of the user's. */
  readonly env?: string;
  /** Why it does not simply pass. */
  readonly note?: string;
}

const pass = (names: string): KutEntry[] =>
  names.split(/\s+/).map((name) => ({ name, bare: 'PASS', nested: 'PASS' }));
const both = (result: EntryResult, note: string, names: string): KutEntry[] =>
  names.split(/\s+/).map((name) => ({ name, bare: result, nested: result, note }));

/** Where there is no KVM, its hypercalls are #UD; the tests take pc-testdev for a sign of KVM unless told that there is none. */
const NO_KVM = 'TEST_DEVICE=0';
const HYPERCALL = "executes a hypercall of KVM's, and nothing but KVM answers one";

/** Every entry. */
export const KUT_ENTRIES: readonly KutEntry[] = [
  ...both('FAIL', `${HYPERCALL}; passes with ${NO_KVM}`, 'x2apic xapic'),
  ...pass('x2apic xapic').map((entry) => ({ ...entry, env: NO_KVM })),
  ...pass('ioapic smptest smptest3 vmexit_cpuid'),
  ...both('FAIL', HYPERCALL, 'vmexit_vmcall'),
  ...pass(`vmexit_mov_from_cr8 vmexit_mov_to_cr8 vmexit_inl_pmtimer vmexit_ipi vmexit_ipi_halt vmexit_ple_round_robin
    vmexit_tscdeadline vmexit_tscdeadline_immed vmexit_cr0_wp vmexit_cr4_pge smap pku`),
  ...both('SKIP', 'the processor has no PKS, as no AMD processor has', 'pks'),
  ...pass(
    'eventinj idt_test memory realmode s3 setjmp sieve tsc tsc_adjust xsave rmap_chain msr msr64 syscall',
  ),
  ...pass('pcid-enabled pcid-disabled pcid-asymmetric rdpru umip la57 debug'),
  ...pass('svm svm_no_npt svm_pause_filter svm_unsupported_instruction_intercept_test svm_npt'),
  ...both('FAIL', HYPERCALL, 'hypercall'),
  ...both('FAIL', 'jumps far through a 64-bit pointer, where AMD processors ignore REX.W', 'emulator'),
  ...both('SKIP', "KVM's clock is not there", 'kvmclock_test'),
  ...both('SKIP', '-cpu host: there is no host processor', 'asyncpf'),
  ...both('SKIP', '-enable-kvm is refused, as by a QEMU without KVM', 'cet lam'),
  ...both('SKIP', 'TSX is not there, as on no AMD processor', 'tsx-ctrl'),
  ...both('SKIP', 'the configuration asks for KVM', 'pmu pmu_lbr pmu_pebs vmware_backdoors'),
  ...both('SKIP', '32-bit builds only', 'cmpxchg8b taskswitch taskswitch2'),
  ...both(
    'PASS',
    'takes 75 to 100 of its 90 seconds on a shared machine: set TIMEOUT on a slow one',
    'access',
  ),
  ...both('SKIP', 'not run by default', 'access_fep'),
  ...both(
    'SKIP',
    'Hyper-V enlightenments are not there',
    'hyperv_synic hyperv_connections hyperv_stimer hyperv_stimer_direct hyperv_clock',
  ),
  ...both('SKIP', "Intel's IOMMU is not there", 'intel_iommu'),
  ...both(
    'SKIP',
    "Intel's VMX is not there",
    `vmx ept ept-mbec vmx_eoi_bitmap_ioapic_scan vmx_hlt_with_rvi_test vmx_apicv_test vmx_posted_intr_test
    vmx_apic_passthrough_thread vmx_init_signal_test vmx_sipi_signal_test vmx_apic_passthrough_tpr_threshold_test
    vmx_vmcs_shadow_test vmx_pf_exception_test vmx_pf_exception_test_fep vmx_pf_vpid_test vmx_pf_invvpid_test
    vmx_pf_no_vpid_test`,
  ),
  ...both(
    'SKIP',
    'asks for a module parameter of kvm_intel',
    'access-reduced-maxphyaddr vmx_pf_exception_test_reduced_maxphyaddr',
  ),
];
