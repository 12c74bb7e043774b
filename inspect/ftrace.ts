// World switches as lines of Linux's ftrace, with the event names and field layout of its KVM, for the tools that read those.
import type { ExitEvent, L0Observer, Moment, VmcbEvent, VmrunFailure } from '../hypervisor/observer.js';
import { checksOfMask } from '../spec/checks.js';
import { EXCEPTIONS, exitOfLanes } from '../spec/exits.js';
import { MISC_CTL } from '../spec/vmcbBits.js';
import { readField, readWord } from './vmcbField.js';

const HEADER = `# tracer: nop
#
#           TASK-PID     CPU#  |||||  TIMESTAMP  FUNCTION
#              | |         |   |||||     |         |
`;
/** Characters collected before they are handed on. */
const CHUNK = 0x1_0000;
const SECOND = 1e9;

/** Whether the world switches are those of an L0, or of a processor that runs L1 itself. */
export type FtraceKind = 'bare' | 'nested';

/** Writes a trace; time stamps are virtual seconds, to the nanosecond. */
export class Ftrace {
  readonly observer: L0Observer;
  private text = HEADER;
  /** RIP of the last exit of each vCPU. */
  private readonly exitedAt: bigint[] = [];

  /** `write` takes pieces of the trace, newlines included. */
  constructor(
    kind: FtraceKind,
    private readonly write: (text: string) => void,
  ) {
    const vmrunFailed = (failure: VmrunFailure): void => this.failed(failure);
    if (kind === 'bare') {
      this.observer = {
        nestedEnter: (event) => this.entry(event),
        nestedExit: (event) => this.exit(event),
        vmrunFailed,
      };
      return;
    }
    this.observer = {
      vmenter: (event) => this.entry(event),
      vmexit: (event) => {
        this.exit(event);
        if (event.level === 2)
          this.line(
            event,
            'kvm_nested_vmexit',
            `rip: ${hex16(readField(event.vmcb, 'rip'))} ${reflected(event)}`,
          );
      },
      nestedEnter: (event) => this.nestedEntry(event),
      nestedExit: (event) => this.line(event, 'kvm_nested_vmexit_inject', reflected(event)),
      vmrunFailed,
      inject: (event) => {
        const { vector, error } = event;
        const code = error === undefined ? '' : ` (0x${error.toString(16)})`;
        this.line(event, 'kvm_inj_exception', `#${EXCEPTIONS[vector] ?? vector}${code}`);
      },
    };
  }

  /** Hand on what has been collected; nothing is lost when more events follow. */
  flush(): void {
    if (this.text !== '') this.write(this.text);
    this.text = '';
  }

  private line({ vcpu, time }: Moment, name: string, fields: string): void {
    const seconds = Math.floor(time / SECOND);
    const fraction = String(time - seconds * SECOND).padStart(9, '0');
    const cpu = String(vcpu).padStart(3, '0');
    // Process 0 is the idle task to every reader.
    const task = `nsvm-${vcpu + 1}`.padStart(16).padEnd(23);
    this.text += `${task} [${cpu}] ..... ${String(seconds).padStart(5)}.${fraction}: ${name}: ${fields}\n`;
    if (this.text.length >= CHUNK) this.flush();
  }

  private entry(event: VmcbEvent): void {
    const { vcpu, vmcb } = event;
    const injected = `intr_info ${hex8(readWord(vmcb, 'eventInj'))} error_code ${hex8(readWord(vmcb, 'eventInjErr'))}`;
    this.line(event, 'kvm_entry', `vcpu ${vcpu}, rip ${plain(readField(vmcb, 'rip'))} ${injected}`);
  }
  private exit(event: ExitEvent): void {
    const { vcpu, vmcb } = event;
    const rip = readField(vmcb, 'rip');
    this.exitedAt[vcpu] = rip;
    const info = `info1 ${hex16(readField(vmcb, 'exitInfo1'))} info2 ${hex16(readField(vmcb, 'exitInfo2'))}`;
    const delivered = `intr_info ${hex8(readWord(vmcb, 'exitIntInfo'))} error_code ${hex8(readWord(vmcb, 'exitIntInfoErr'))}`;
    this.line(
      event,
      'kvm_exit',
      `vcpu ${vcpu} reason ${reason(event)} rip ${plain(rip)} ${info} ${delivered}`,
    );
  }

  private nestedEntry(event: VmcbEvent): void {
    const { vmcb, vmcbPa, vcpu } = event;
    const npt = (readWord(vmcb, 'miscCtl') & MISC_CTL.npEnable.mask) !== 0;
    const root = npt
      ? `nested_cr3: ${hex16(readField(vmcb, 'nCr3'))}`
      : `guest_cr3: ${hex16(readField(vmcb, 'cr3'))}`;
    this.line(
      event,
      'kvm_nested_vmenter',
      `rip: ${hex16(this.exitedAt[vcpu] ?? 0n)} vmcb: ${hex16(vmcbPa)} nested_rip: ${hex16(readField(vmcb, 'rip'))} ` +
        `int_ctl: ${hex8(readWord(vmcb, 'intCtl'))} event_inj: ${hex8(readWord(vmcb, 'eventInj'))} ` +
        `nested_npt=${npt ? 'y' : 'n'} ${root}`,
    );
    const cr = readWord(vmcb, 'interceptCr');
    const words = (['interceptMisc1', 'interceptMisc2', 'interceptMisc3'] as const).map((key) =>
      digits(readWord(vmcb, key), 8),
    );
    this.line(
      event,
      'kvm_nested_intercepts',
      `cr_read: ${digits(cr & 0xffff, 4)} cr_write: ${digits(cr >>> 16, 4)} ` +
        `excp: ${digits(readWord(vmcb, 'interceptExceptions'), 8)} intercepts: ${words.join(' ')}`,
    );
  }

  /** One line a reason: the event's only field is a text. */
  private failed(failure: VmrunFailure): void {
    for (const { id, sentence } of [...checksOfMask(failure.mask), ...failure.ownRows])
      this.line(failure, 'kvm_nested_vmenter_failed', `${id}: ${sentence}`);
  }
}

function reflected(event: ExitEvent): string {
  const { vmcb } = event;
  return (
    `reason: ${reason(event)} ext_inf1: ${hex16(readField(vmcb, 'exitInfo1'))} ext_inf2: ${hex16(readField(vmcb, 'exitInfo2'))} ` +
    `ext_int: ${hex8(readWord(vmcb, 'exitIntInfo'))} ext_int_err: ${hex8(readWord(vmcb, 'exitIntInfoErr'))}`
  );
}

function reason({ codeLow, codeHigh }: ExitEvent): string {
  return exitOfLanes(codeLow, codeHigh)?.trace ?? plain(codeLow);
}

function digits(value: number | bigint, width: number): string {
  return value.toString(16).padStart(width, '0');
}
function plain(value: number | bigint): string {
  return `0x${value.toString(16)}`;
}
function hex8(value: number): string {
  return `0x${digits(value, 8)}`;
}
function hex16(value: number | bigint): string {
  return `0x${digits(value, 16)}`;
}
