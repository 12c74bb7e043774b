# Text on the first serial port. Every routine here keeps all registers, flags excepted.

.set SERIAL_DATA, 0x3f8
.set SERIAL_LINE_STATUS, 0x3fd
.set LINE_STATUS_READY, 1 << 5

# say "text": prints a literal; "\n" in it starts a new line.
.macro say text:vararg
  .pushsection .rodata
say_\@:
  .asciz \text
  .popsection
  push rsi
  mov esi, offset say_\@
  call print_string
  pop rsi
.endm

# say_hex digits, value: prints a number with so many hexadecimal digits.
.macro say_hex digits, value:vararg
  push rsi
  push rcx
  push rax
  mov rax, \value
  mov ecx, \digits
  call print_hex
  pop rax
  pop rcx
  pop rsi
.endm

# say_decimal value
.macro say_decimal value:vararg
  push rax
  mov rax, \value
  call print_decimal
  pop rax
.endm

.text
.code64

# AL: a character. A terminal wants a carriage return before each line feed.
print_character:
  cmp al, 10
  jne print_byte
  push rax
  mov al, 13
  call print_byte
  pop rax
  # Falls into print_byte.

# AL: a byte.
print_byte:
  push rdx
  push rax
  mov dx, SERIAL_LINE_STATUS
1:
  in al, dx
  test al, LINE_STATUS_READY
  jz 1b
  pop rax
  mov dx, SERIAL_DATA
  out dx, al
  pop rdx
  ret

# RSI: a string that ends with 0.
print_string:
  push rax
  push rsi
1:
  mov al, [rsi]
  inc rsi
  test al, al
  jz 2f
  call print_character
  jmp 1b
2:
  pop rsi
  pop rax
  ret

# RAX: a number, ECX: how many hexadecimal digits of it.
print_hex:
  push rax
  push rcx
  push rdx
  mov rdx, rax
  neg ecx
  add ecx, 16
  shl ecx, 2
  shl rdx, cl                           # the first digit to the top
  mov ecx, [rsp + 8]
1:
  rol rdx, 4
  mov eax, edx
  and eax, 15
  cmp al, 10
  jb 2f
  add al, 'A' - '0' - 10
2:
  add al, '0'
  call print_character
  dec ecx
  jnz 1b
  pop rdx
  pop rcx
  pop rax
  ret

# RAX: an unsigned number.
print_decimal:
  push rax
  push rcx
  push rdx
  push rsi
  sub rsp, 32
  lea rsi, [rsp + 31]
  mov byte ptr [rsi], 0
  mov ecx, 10
1:
  xor edx, edx
  div rcx
  add dl, '0'
  dec rsi
  mov [rsi], dl
  test rax, rax
  jnz 1b
  call print_string
  add rsp, 32
  pop rsi
  pop rdx
  pop rcx
  pop rax
  ret
