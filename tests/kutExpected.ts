/**
 * How a test of kvm-unit-tests ends; `skip` is the test's own word for what the processor does not offer, `abort` an
 * exception that the test itself did not expect.
 */
export type KutResult = 'pass' | 'fail' | 'skip' | 'abort';

/** One test of an image, run alone, and what it comes to on each machine. */
export interface KutTest {
  readonly image: 'svm' | 'svm_npt';
  readonly name: string;
  readonly bare: KutResult;
  readonly nested: KutResult;
  /** `-cpu` when it is not `max,+svm`, and `-smp` when it is not 2. */
  readonly cpu?: string;
  readonly smp?: number;
  /** Why it does not simply pass. */
  readonly note?: string;
}

type Rest = Partial<Omit<KutTest, 'image' | 'name'>>;

const row = (image: KutTest['image'], name: string, rest: Rest = {}): KutTest => ({
  image,
  name,
  bare: 'pass',
  nested: 'pass',
  ...rest,
});
const svm = (name: string, rest?: Rest): KutTest => row('svm', name, rest);
const npt = (name: string, rest?: Rest): KutTest => row('svm_npt', name, rest);

const skipped = (note: string): Rest => ({ bare: 'skip', nested: 'skip', note });
const forced = skipped("needs KVM's prefix for forced emulation");

/** Every test of the two SVM images. */
export const KUT_EXPECTED: readonly KutTest[] = [
  svm('null'),
  svm('vmrun'),
  svm('ioio'),
  svm('vmrun_intercept_check'),
  svm('rsm'),
  svm('sel_cr0_write_intercept'),
  svm('sel_cr0_write_intercept_emulate', forced),
  svm('sel_cr0_write_intercept_priority'),
  svm('sel_cr0_write_intercept_priority_emulate', forced),
  svm('sel_cr0_write_nointercept'),
  svm('sel_cr0_write_nointercept_emulate', forced),
  svm('sel_cr0_lmsw_intercept'),
  svm('sel_cr0_lmsw_intercept_emulate', forced),
  svm('cr3_read_intercept'),
  svm('cr3_read_nointercept'),
  svm('cr3_read_intercept_emulate'),
  svm('dr_intercept_check'),
  svm('next_rip'),
  svm('msr_intercept_check'),
  svm('mode_switch'),
  svm('asid_zero'),
  svm('tsc_adjust'),
  svm('latency_run_exit'),
  svm('latency_run_exit_clean'),
  svm('latency_svm_insn'),
  svm('exc_inject'),
  svm('pending_event'),
  svm('pending_event_cli'),
  svm('interrupt'),
  svm('nmi'),
  svm('nmi_hlt'),
  svm('vnmi'),
  svm('virq_inject'),
  svm('virq_inject_within_shadow'),
  svm('reg_corruption'),
  svm('svm_init_startup_test'),
  svm(
    'svm_init_intercept_test',
    skipped(
      'needs a third processor, which its configuration does not give it; with one it hangs, as under QEMU: by the ' +
        "manual's table of INIT handling an intercepted INIT is still pending after its exit, so the STGI behind the " +
        "test's VMRUN resets the processor before it can report; where its preparation sets VM_CR.R_INIT, so that the " +
        'pending INIT becomes #SX, as the manual says a hypervisor may, both its checks pass with four processors',
    ),
  ),
  svm('host_rflags'),
  svm('vgif'),
  svm('svm_pae_test'),
  svm('svm_pse_test'),
  svm('svm_cr4_osxsave_test'),
  svm('svm_guest_state_test'),
  svm('svm_vmrun_errata_test'),
  svm('svm_vmload_vmsave'),
  svm('svm_test_singlestep'),
  svm('svm_no_nm_test'),
  svm('svm_exception_test', {
    bare: 'abort',
    nested: 'abort',
    note:
      'after 12 passed lines: an intercepted #DB leaves TF in the saved RFLAGS, the test copies them to its next guest, ' +
      'which has no handler for #DB any more; with TF cleared there all 27 lines pass',
  }),
  svm('svm_lbrv_test0'),
  svm('svm_lbrv_test1'),
  svm('svm_lbrv_test2'),
  svm('svm_lbrv_test3'),
  svm('svm_lbrv_nested_test1'),
  svm('svm_lbrv_nested_test2'),
  svm('svm_lbrv_nested_test3'),
  svm('svm_intr_intercept_mix_if'),
  svm('svm_intr_intercept_mix_gif'),
  svm('svm_intr_intercept_mix_gif2'),
  svm('svm_intr_intercept_mix_nmi'),
  svm('svm_intr_intercept_mix_smi'),
  svm('svm_tsc_scale_test'),
  svm('pause_filter_test'),
  svm('svm_shutdown_intercept_test'),
  svm('svm_unsupported_instruction_intercept_test', { cpu: 'max,+svm,-rdtscp,-xsave,-invpcid,-skinit' }),
  npt('npt_nx'),
  npt('npt_np'),
  npt('npt_us'),
  npt('npt_gmet_null'),
  npt('npt_gmet_nx'),
  npt('npt_gmet_us'),
  npt('npt_rw'),
  npt('npt_rw_pfwalk'),
  npt('npt_l1mmio'),
  npt('npt_rw_l1mmio'),
  npt('svm_npt_rsvd_bits_test'),
];
