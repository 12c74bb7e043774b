# The demonstration: L1 is this hypervisor, L2 the guest in guest.S.
#
# L1 switches SVM on, gives L2 a real-mode machine with 64 KiB of memory by nested paging, and runs it from #VMEXIT to
# #VMEXIT. Half-way it tries VMRUN with spoiled copies of L2's VMCB: the processor refuses each and does not say why.
# Then L2 goes on as if nothing had happened.

.include "boot.S"
.include "print.S"
.include "vectors.S"
.include "svm.S"

.set EXIT_AS_EXPECTED, 0                # status 1 of the emulator
.set EXIT_SURPRISED, 1                  # status 3
.set EXIT_NO_SVM, 2                     # status 5

main:
  say "nsvm demo: L1, a hypervisor in assembly, and its guest L2\n"
  call install_vectors

  say "\n1. L1 looks at the processor\n"
  call switch_svm_on

  say "\n2. L1 builds a machine for L2\n"
  call build_nested_pages
  call build_vmcb

  say "\n3. L1 runs L2\n"
  call run_l2                           # until L2 asks for a pause

  say "\n4. L1 tries VMRUN with spoiled copies of L2's VMCB\n"
  call try_spoiled_vmcbs

  say "\n5. L1 runs L2 again, with the VMCB that was left alone\n"
  call run_l2                           # until L2 halts
  call show_screen

  mov eax, [surprises]
  test eax, eax
  jnz 1f
  say "\nAll as expected.\n"
  mov eax, EXIT_AS_EXPECTED
  ret
1:
  say "\nNot as expected: "
  say_decimal rax
  say " of the steps above.\n"
  mov eax, EXIT_SURPRISED
  ret

.include "switch_on.S"
.include "build.S"
.include "guest.S"
.include "run.S"
.include "spoil.S"

.bss
surprises:                              # how often something was not as this program expects
  .skip 4
