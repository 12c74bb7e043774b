# Step 1: is there SVM, and may it be used? Then EFER.SVME, without which every SVM instruction is #UD.

.set CPUID_EXTENDED_MAXIMUM, 0x80000000
.set CPUID_EXTENDED_FEATURES, 0x80000001
.set CPUID_SVM, 0x8000000a
.set ECX_SVM, 1 << 2                    # of CPUID_EXTENDED_FEATURES
.set EDX_NESTED_PAGING, 1 << 0          # of CPUID_SVM

.set MSR_VM_CR, 0xc0010114
.set VM_CR_SVMDIS, 1 << 4               # firmware may have switched SVM off
.set MSR_VM_HSAVE_PA, 0xc0010117
.set EFER_SVME, 1 << 12

switch_svm_on:
  mov eax, CPUID_EXTENDED_MAXIMUM
  cpuid
  cmp eax, CPUID_SVM
  jb no_svm
  mov eax, CPUID_EXTENDED_FEATURES
  cpuid
  test ecx, ECX_SVM
  jz no_svm

  mov eax, CPUID_SVM
  cpuid
  movzx eax, al
  say "   CPUID: SVM revision "
  say_decimal rax
  say ", "
  say_decimal rbx
  say " address spaces (ASIDs)"
  test edx, EDX_NESTED_PAGING
  jz no_nested_paging
  say ", nested paging\n"

  mov ecx, MSR_VM_CR
  rdmsr
  test eax, VM_CR_SVMDIS
  jnz svm_disabled

  mov ecx, MSR_EFER
  rdmsr
  or eax, EFER_SVME
  wrmsr
  say "   EFER.SVME is set: VMRUN is an instruction now\n"

  # VMRUN keeps L1's own state in this page until the #VMEXIT; what it looks like is the processor's business.
  mov ecx, MSR_VM_HSAVE_PA
  mov eax, offset host_save_area
  xor edx, edx
  wrmsr
  say "   VM_HSAVE_PA is set: VMRUN has a page to save L1 in\n"
  ret

no_svm:
  say "   This processor has no SVM: start with -cpu max,+svm\n"
  mov eax, EXIT_NO_SVM
  jmp exit
no_nested_paging:
  say "\n   This processor has no nested paging: start with -cpu max,+svm,+npt\n"
  mov eax, EXIT_NO_SVM
  jmp exit
svm_disabled:
  say "   VM_CR.SVMDIS is set: the firmware does not allow SVM\n"
  mov eax, EXIT_NO_SVM
  jmp exit

.bss
.balign 4096
host_save_area:
  .skip 4096
.text
