# Step 4: VMRUNs that must fail. The processor checks a VMCB before it runs it. When something is wrong it never enters the
# guest; EXITCODE is -1, and which of several dozen checks failed, and whether it was one or many, is not told.

.set CR0_NW, 1 << 29                    # not write-through: only together with CR0.CD, cache disable
.set EFER_RESERVED, 1 << 20
.set EVENT_VALID_RESERVED_TYPE, 1 << 31 | 1 << 8
.set DR6_BIT_32, 1 << 0                 # of the high half

try_spoiled_vmcbs:
  call copy_vmcb
  mov dword ptr [rdi + VMCB_GUEST_ASID], 0
  say "   ASID 0\n"
  call attempt

  call copy_vmcb
  or dword ptr [rdi + VMCB_CR0], CR0_NW
  say "   CR0.NW without CR0.CD\n"
  call attempt

  call copy_vmcb
  or dword ptr [rdi + VMCB_EFER], EFER_RESERVED
  say "   a reserved bit of EFER\n"
  call attempt

  call copy_vmcb
  and dword ptr [rdi + VMCB_INTERCEPT_MISC2], ~INTERCEPT_VMRUN
  say "   VMRUN not intercepted\n"
  call attempt

  call copy_vmcb
  mov dword ptr [rdi + VMCB_GUEST_ASID], 0
  or dword ptr [rdi + VMCB_CR0], CR0_NW
  and dword ptr [rdi + VMCB_EFER], ~EFER_SVME
  or dword ptr [rdi + VMCB_DR6 + 4], DR6_BIT_32
  mov dword ptr [rdi + VMCB_EVENTINJ], EVENT_VALID_RESERVED_TYPE
  say "   five mistakes at once\n"
  call attempt

  say "   The processor does not say why. nsvm does, with --explain.\n"
  ret

# RDI: a fresh copy of L2's VMCB, so that L2 itself comes to no harm.
copy_vmcb:
  mov esi, offset vmcb
  mov edi, offset spoiled_vmcb
  mov ecx, 4096 / 8
  rep movsq
  mov edi, offset spoiled_vmcb
  ret

# VMRUN with the copy; anything but EXITCODE -1, in all 64 bits, is a surprise.
attempt:
  mov eax, offset spoiled_vmcb
  call enter_l2
  say "     EXITCODE "
  say_hex 16, [spoiled_vmcb + VMCB_EXITCODE]
  say ", EXITINFO1 "
  say_hex 16, [spoiled_vmcb + VMCB_EXITINFO1]
  say ", EXITINFO2 "
  say_hex 16, [spoiled_vmcb + VMCB_EXITINFO2]
  cmp qword ptr [spoiled_vmcb + VMCB_EXITCODE], VMEXIT_INVALID
  je 1f
  say " (expected FFFFFFFFFFFFFFFF)"
  inc dword ptr [surprises]
1:
  say "\n"
  ret

.bss
.balign 4096
spoiled_vmcb:
  .skip 4096
.text
