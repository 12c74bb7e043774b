# Step 2: memory and first state of L2, as after a reset but with RIP at its first instruction.

.set L2_PAGES, 16                       # 64 KiB, from guest physical address 0
.set L2_ENTRY, 0x1000
.set L2_STACK, 0x8000
.set L2_ASID, 1                         # 0 is L1 itself

.set SCREEN, 0xb8000                    # where a PC has its text screen
.set PAGE_BYTES, 4096

# Nested page tables have the format of L1's own ones. They translate what L2 takes for physical addresses; the processor
# walks them as a user, so every entry has the user bit.
build_nested_pages:
  mov dword ptr [nested_root], offset nested_pointers + PAGE_PRESENT_WRITE_USER
  mov dword ptr [nested_pointers], offset nested_directory + PAGE_PRESENT_WRITE_USER
  mov dword ptr [nested_directory], offset nested_table + PAGE_PRESENT_WRITE_USER

  mov eax, offset l2_memory + PAGE_PRESENT_WRITE_USER
  xor ecx, ecx
1:
  mov [nested_table + ecx * 8], eax
  add eax, PAGE_BYTES
  inc ecx
  cmp ecx, L2_PAGES
  jne 1b

  mov esi, offset l2_image
  mov edi, offset l2_memory + L2_ENTRY
  mov ecx, offset l2_image_end - l2_image
  rep movsb
  say "   nested paging: L2's address 0 is L1's "
  mov eax, offset l2_memory
  say_hex 8, rax
  say ", and so on for 64 KiB; nothing else is there\n"
  ret

.set CR0_ET, 1 << 4
.set RFLAGS_FIXED, 1 << 1
.set DR6_RESET, 0xffff0ff0
.set DR7_RESET, 0x400
.set PAT_RESET_LOW, 0x00070406
.set PAT_RESET_HIGH, 0x00070406
.set MISC_CTL_NESTED_PAGING, 1 << 0

# Bits 7:0 are those of the descriptor: present, system or not, type.
.set ATTRIB_CODE, 0x9b
.set ATTRIB_DATA, 0x93
.set ATTRIB_LDT, 0x82
.set ATTRIB_TSS, 0x8b

# segment NAME, attrib: a real-mode segment with selector and base 0.
.macro segment name, attrib
  mov word ptr [rdi + VMCB_\name\()_ATTRIB], \attrib
  mov dword ptr [rdi + VMCB_\name\()_LIMIT], 0xffff
.endm

# The VMCB lies in memory that is 0, and 0 is right for all fields that are not mentioned here.
build_vmcb:
  mov edi, offset vmcb

  # What L1 wants to hear of. VMRUN itself must be intercepted: the processor does not nest by itself.
  mov dword ptr [rdi + VMCB_INTERCEPT_MISC1], INTERCEPT_CPUID | INTERCEPT_HLT | INTERCEPT_SHUTDOWN
  mov dword ptr [rdi + VMCB_INTERCEPT_MISC2], INTERCEPT_VMRUN | INTERCEPT_VMMCALL
  mov dword ptr [rdi + VMCB_GUEST_ASID], L2_ASID
  mov dword ptr [rdi + VMCB_MISC_CTL], MISC_CTL_NESTED_PAGING
  mov dword ptr [rdi + VMCB_N_CR3], offset nested_root
  mov dword ptr [rdi + VMCB_G_PAT], PAT_RESET_LOW
  mov dword ptr [rdi + VMCB_G_PAT + 4], PAT_RESET_HIGH

  # CR0.PE and CR0.PG are off: real mode. SVM wants EFER.SVME set in the guest as well.
  mov dword ptr [rdi + VMCB_CR0], CR0_ET
  mov dword ptr [rdi + VMCB_EFER], EFER_SVME
  mov dword ptr [rdi + VMCB_RFLAGS], RFLAGS_FIXED
  mov dword ptr [rdi + VMCB_DR6], DR6_RESET
  mov dword ptr [rdi + VMCB_DR7], DR7_RESET
  segment CS, ATTRIB_CODE
  .irp name, DS, ES, SS, FS, GS
  segment \name, ATTRIB_DATA
  .endr
  segment LDTR, ATTRIB_LDT
  segment TR, ATTRIB_TSS
  mov dword ptr [rdi + VMCB_GDTR_LIMIT], 0xffff
  mov dword ptr [rdi + VMCB_IDTR_LIMIT], 0x3ff
  mov dword ptr [rdi + VMCB_RIP], L2_ENTRY
  mov dword ptr [rdi + VMCB_RSP], L2_STACK

  say "   VMCB: real mode, ASID 1, first instruction at "
  say_hex 4, [rdi + VMCB_RIP]
  say "; intercepts: CPUID, HLT, SHUTDOWN, VMMCALL, VMRUN\n"
  ret

.bss
.balign 4096
vmcb:
  .skip 4096
nested_root:
  .skip 4096
nested_pointers:
  .skip 4096
nested_directory:
  .skip 4096
nested_table:
  .skip 4096
l2_memory:
  .skip L2_PAGES * PAGE_BYTES
l2_screen:
  .skip PAGE_BYTES
.text
