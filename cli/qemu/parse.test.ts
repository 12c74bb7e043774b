import assert from 'node:assert/strict';
import { test } from 'node:test';
import { parseQemuArguments } from './parse.js';
import { defaultSettings, serialTarget, type QemuSettings } from './settings.js';

/** Words of a command line; a tilde stands for a space inside a word. */
const words = (line: string): string[] =>
  line === '' ? [] : line.split(' ').map((w) => w.replaceAll('~', ' '));

const accepted: [string, Partial<QemuSettings>][] = [
  ['', {}],
  ['-kernel a.elf', { kernel: 'a.elf' }],
  ['--kernel a.elf', { kernel: 'a.elf' }],
  ['-kernel a -append x~y=1,2 -initrd e~1,f', { kernel: 'a', append: 'x y=1,2', initrd: 'e 1,f' }],
  ['-smp 4', { vcpus: 4 }],
  ['-smp cpus=3,maxcpus=4', { vcpus: 3 }],
  ['-smp 16', { vcpus: 16 }],
  ['-smp sockets=2,cores=2,threads=2', { vcpus: 8 }],
  ['-m 4g', { ramBytes: 2 ** 32 }],
  ['-m 512', { ramBytes: 2 ** 29 }],
  ['-m 512M', { ramBytes: 2 ** 29 }],
  ['-m size=1G,slots=2,maxmem=4G', { ramBytes: 2 ** 30 }],
  ['-m 1.5G', { ramBytes: 1.5 * 2 ** 30 }],
  ['-m 0', { ramBytes: 2 ** 27 }],
  ['-cpu max,+svm,-npt', { cpu: 'max,+svm,-npt' }],
  ['-serial stdio', { serial: { kind: 'stdio', multiplexed: false } }],
  ['-serial mon:stdio', { serial: { kind: 'stdio', multiplexed: true } }],
  ['-serial file:out.log', { serial: { kind: 'file', path: 'out.log' } }],
  ['-serial stdio -serial none', { serial: { kind: 'stdio', multiplexed: false } }],
  ['-nographic', { nographic: true }],
  ['-device isa-debug-exit,iobase=0xf4,iosize=0x4', { debugExit: { iobase: 0xf4, iosize: 4 } }],
  ['-device isa-debug-exit', { debugExit: { iobase: 0x501, iosize: 2 } }],
  ['-device driver=pc-testdev,id=t', { pcTestdev: true }],
  ['-device pci-testdev', { pciTestdev: true }],
  ['--no-reboot', { noReboot: true }],
  ['-machine accel=tcg', {}],
  ['-M q35,accel=kvm:tcg,kernel-irqchip=split', {}],
  ['-machine pit=off', { pit: false }],
  ['-machine pc,vmport=on', { vmport: true }],
  ['-machine pc,nopit', { pit: false }],
  ['-accel tcg,thread=single', {}],
  [
    '-nodefaults -no-shutdown -display none -vga none -monitor none -parallel none -net none -echr 1 -name a -rtc base=utc',
    {},
  ],
  ['-global kvm-pit.lost_tick_policy=discard -overcommit cpu-pm=on', {}],
  [
    '--no-reboot -nodefaults -global kvm-pit.lost_tick_policy=discard -device pc-testdev -device isa-debug-exit,iobase=0xf4,iosize=0x4 -display none -serial stdio -device pci-testdev -machine accel=tcg -kernel x86/svm.flat -smp 2 -append asid_zero -cpu max,+svm -m 4g -initrd /tmp/env',
    {
      kernel: 'x86/svm.flat',
      append: 'asid_zero',
      initrd: '/tmp/env',
      vcpus: 2,
      cpu: 'max,+svm',
      ramBytes: 2 ** 32,
      pcTestdev: true,
      pciTestdev: true,
      debugExit: { iobase: 0xf4, iosize: 4 },
      serial: { kind: 'stdio', multiplexed: false },
      noReboot: true,
    },
  ],
];

for (const [line, expected] of accepted) {
  test(`accepted: ${line || '(nothing)'}`, () => {
    const command = parseQemuArguments(words(line));
    assert.deepEqual(command, { kind: 'run', settings: { ...defaultSettings(), ...expected } });
  });
}

const refused: [string, string | RegExp][] = [
  ['-nosuch', '-nosuch: invalid option'],
  ['--nosuch', '--nosuch: invalid option'],
  ['-kernel', '-kernel: requires an argument'],
  ['disk.img', 'disk.img: disk images are not supported'],
  ['-smp 300', /Number of SMP CPUs requested \(300\) exceeds max CPUs supported by machine \(16\)$/],
  ['-smp 0', /'smp.cpus' must be greater than zero/],
  ['-smp two', /'smp.cpus' expects integer/],
  ['-smp 1,foo=2', /'smp.foo' is unexpected/],
  ['-smp 4,maxcpus=2', /maxcpus \(2\) must be equal to or greater than smp \(4\)/],
  ['-m 4x', "-m 4x: '4x' is not a memory size such as 512M or 4g"],
  ['-m 1k', /too little: at least 2M/],
  ['-m 1T', /too much: at most 14G/],
  ['-m 1G,foo=1', /Invalid parameter 'foo'/],
  ['-device edu', "-device edu: 'edu' is not a valid device model name"],
  ['-device id=3', /'driver' is missing/],
  ['-device pc-testdev,foo=1', /Property 'pc-testdev.foo' not found/],
  ['-device isa-debug-exit,iobase=x', /Property 'isa-debug-exit.iobase' doesn't take value 'x'/],
  ['-device isa-debug-exit,iobase=0x10000', /doesn't take value/],
  ['-machine microvm', /unsupported machine type 'microvm'/],
  ['-machine foo=1', /Property 'pc-machine.foo' not found/],
  ['-machine pit=maybe', /Parameter 'pit' expects 'on' or 'off'/],
  ['-machine accel=kvm', /invalid accelerator kvm/],
  ['-accel kvm', /invalid accelerator kvm/],
  ['-enable-kvm', /cannot use KVM/],
  ['-serial tcp::1234', /'tcp::1234' is not supported/],
  ['-serial stdio -serial stdio', /only one serial port/],
  ['-display gtk', /'gtk' is not supported: use none/],
  ['-global foo', /not DRIVER.PROPERTY=VALUE/],
  ['-s', '-s: not supported by nsvm yet'],
  ['-gdb tcp::1', '-gdb: not supported by nsvm yet'],
  ['-append x', '-append only allowed with -kernel option'],
  ['-initrd x', '-initrd only allowed with -kernel option'],
];

for (const [line, message] of refused) {
  test(`refused: ${line}`, () => {
    assert.throws(() => parseQemuArguments(words(line)), { name: 'UsageError', message });
  });
}

const printed: [string, RegExp][] = [
  ['--help', /^nsvm, QEMU-compatible version \d+\.\d+\.\d+ /],
  ['-h', /\n  -kernel FILE /],
  ['-version', /^nsvm, QEMU-compatible version [^\n]*\n$/],
  ['-device ?', /name "pc-testdev", bus ISA[^]*name "pci-testdev"/],
  ['-device help', /"isa-debug-exit"/],
  ['-machine help', /\npc /],
  ['-accel help', /\ntcg\n/],
  ['-kernel missing -device ?', /pc-testdev/],
];

for (const [line, text] of printed) {
  test(`printed: ${line}`, () => {
    const command = parseQemuArguments(words(line));
    assert.ok(command.kind === 'print');
    assert.match(command.text, text);
  });
}

test('-cpu help asks for the models', () => {
  assert.deepEqual(parseQemuArguments(['-cpu', 'help', '-kernel', 'k']), { kind: 'listCpus' });
});

test('the serial port leads to the terminal only when asked', () => {
  assert.deepEqual(serialTarget(defaultSettings()), { kind: 'none' });
  assert.deepEqual(serialTarget({ ...defaultSettings(), nographic: true }), {
    kind: 'stdio',
    multiplexed: true,
  });
});
