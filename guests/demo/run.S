# Steps 3 and 5: L2 runs, leaves with a #VMEXIT, L1 does what is asked, L2 runs on.

# RAX: physical address of a VMCB. Runs L2 until its next #VMEXIT. VMRUN switches control registers, the segments that
# code runs with, RIP, RSP, RAX and RFLAGS; all else is for L1 to switch.
enter_l2:
  push rbx
  push rbp
  push rax

  # FS, GS, TR, LDTR and the system-call registers go through VMSAVE and VMLOAD.
  clgi                                  # nothing may come between, not even an NMI
  mov eax, offset l1_vmsave_area
  vmsave rax
  mov rax, [rsp]
  vmload rax

  # L2 is 16-bit code: it has no R8 to R15.
  .irp register, rbx, rcx, rdx, rsi, rdi, rbp
  mov \register, [l2_\register]
  .endr
  vmrun rax                             # sets GIF, the #VMEXIT clears it, and RAX is L1's again
  .irp register, rbx, rcx, rdx, rsi, rdi, rbp
  mov [l2_\register], \register
  .endr

  vmsave rax
  mov eax, offset l1_vmsave_area
  vmload rax
  stgi
  pop rax
  pop rbp
  pop rbx
  ret

# Runs L2 until a handler says that is enough.
run_l2:
  say "   VMRUN at L2's RIP "
  say_hex 4, [vmcb + VMCB_RIP]
  say "\n"
1:
  mov eax, offset vmcb
  call enter_l2
  say "   #VMEXIT: EXITCODE "
  say_hex 16, [vmcb + VMCB_EXITCODE]
  call find_handler                     # RBX: its row
  mov esi, [rbx + HANDLER_NAME]
  call print_string
  say "\n     L2's RIP "
  say_hex 4, [vmcb + VMCB_RIP]
  say ", EXITINFO1 "
  say_hex 16, [vmcb + VMCB_EXITINFO1]
  say ", EXITINFO2 "
  say_hex 16, [vmcb + VMCB_EXITINFO2]
  say "\n     "
  mov eax, [rbx + HANDLER_LENGTH]
  add [vmcb + VMCB_RIP], rax            # go on behind the instruction
  mov eax, [rbx + HANDLER_ROUTINE]
  call rax
  test eax, eax
  jz 1b
  ret

# One row for each exit L1 knows. LENGTH is that of the intercepted instruction; 0 runs it once more.
.set HANDLER_EXITCODE, 0
.set HANDLER_LENGTH, 4
.set HANDLER_NAME, 8
.set HANDLER_ROUTINE, 12
.set HANDLER_BYTES, 16

.set CONTINUE, 0
.set ENOUGH, 1

find_handler:
  mov ebx, offset handlers
  mov rax, [vmcb + VMCB_EXITCODE]
1:
  cmp ebx, offset last_handler
  je 2f
  mov ecx, [rbx + HANDLER_EXITCODE]
  cmp rax, rcx
  je 2f
  add ebx, HANDLER_BYTES
  jmp 1b
2:
  ret

# L2 may see any processor L1 likes: its vendor name is up to L1.
on_cpuid:
  mov dword ptr [vmcb + VMCB_RAX], 0
  mov eax, [vendor]
  mov [l2_rbx], rax
  mov eax, [vendor + 4]
  mov [l2_rdx], rax
  mov eax, [vendor + 8]
  mov [l2_rcx], rax
  say "L1 answers with a vendor name of its own\n"
  mov eax, CONTINUE
  ret

# A hypercall: AX says which.
on_vmmcall:
  cmp word ptr [vmcb + VMCB_RAX], HYPERCALL_PAUSE
  je 1f
  say "L2 says: "
  movzx esi, word ptr [l2_rsi]
  add esi, offset l2_memory             # the translation the nested tables make
  call print_string
  say "\n"
  mov eax, CONTINUE
  ret
1:
  say "L2 asks for a pause\n"
  mov eax, ENOUGH
  ret

# L2 touched an address it does not have; EXITINFO2 is that address. L1 lets it have the screen.
on_nested_page_fault:
  cmp qword ptr [vmcb + VMCB_EXITINFO2], SCREEN
  jne on_surprise
  mov dword ptr [nested_table + SCREEN / PAGE_BYTES * 8], offset l2_screen + PAGE_PRESENT_WRITE_USER
  say "L1 gives L2 a page for its screen; the instruction runs again\n"
  mov eax, CONTINUE
  ret

on_halt:
  say "L2 has halted: its end\n"
  mov eax, ENOUGH
  ret

on_surprise:
  say "L1 did not expect that\n"
  inc dword ptr [surprises]
  mov eax, ENOUGH
  ret

# What L2 wrote to its screen: a character and its colour, again and again, up to a 0.
show_screen:
  say "   L2's screen: "
  mov esi, offset l2_screen
1:
  mov al, [rsi]
  test al, al
  jz 2f
  call print_character
  add esi, 2
  jmp 1b
2:
  say "\n"
  ret

.section .rodata
.balign 4
handlers:
  .long VMEXIT_CPUID, 2, name_cpuid, on_cpuid
  .long VMEXIT_VMMCALL, 3, name_vmmcall, on_vmmcall
  .long VMEXIT_NPF, 0, name_npf, on_nested_page_fault
  .long VMEXIT_HLT, 1, name_hlt, on_halt
last_handler:                           # for everything else
  .long 0, 0, name_other, on_surprise
name_cpuid:
  .asciz ", CPUID"
name_vmmcall:
  .asciz ", VMMCALL"
name_npf:
  .asciz ", nested page fault"
name_hlt:
  .asciz ", HLT"
name_other:
  .asciz ""
vendor:
  .ascii "HelloFromL1!"

.bss
.balign 4096
l1_vmsave_area:
  .skip 4096
.irp register, rbx, rcx, rdx, rsi, rdi, rbp
l2_\register:
  .skip 8
.endr
.text
