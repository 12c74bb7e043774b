import type { ApicMessage, Pins, StopReason } from '../silicon/host/bus.js';
import { Clock } from './clock.js';
import { createPc, type Pc, type PcConfig } from './pc.js';

/** A PC with pins that write down what the processor would see. */
export interface TestBoard {
  pc: Pc;
  clock: Clock;
  stops: StopReason[];
  messages: ApicMessage[];
  serial: () => string;
  intr: () => boolean;
  /** How often IGNNE# was asserted. */
  ignne: () => number;
  /** Let virtual time pass, timers included. */
  advance(ns: number): void;
  in8(port: number): number;
  out8(port: number, ...values: number[]): void;
}

export function testBoard(config: Partial<PcConfig> = {}): TestBoard {
  const stops: StopReason[] = [];
  const messages: ApicMessage[] = [];
  let text = '';
  let intr = false;
  let ignne = 0;
  const pins: Pins = {
    setIntr: (level) => {
      intr = level;
    },
    apicMessage: (message) => void messages.push(message),
    endTurn: () => {},
    assertIgnne: () => void ignne++,
    stop: (why) => void stops.push(why),
  };
  const clock = new Clock();
  const serial = (byte: number) => {
    text += String.fromCharCode(byte);
  };
  const pc = createPc({ ramBytes: 2 ** 27, vcpus: 2, testdev: true, serial, ...config }, clock, pins);
  return {
    pc,
    clock,
    stops,
    messages,
    serial: () => text,
    intr: () => intr,
    ignne: () => ignne,
    advance: (ns) => {
      const end = clock.now + ns;
      while (clock.nextDeadline() <= end) {
        clock.now = clock.nextDeadline();
        clock.runDue();
      }
      clock.now = end;
    },
    in8: (port) => pc.portRead(port, 1),
    out8: (port, ...values) => {
      for (const value of values) pc.portWrite(port, 1, value);
    },
  };
}

/** The 8259 pair as firmware leaves it: vectors 20h and 28h here, everything unmasked. */
export function startPics({ out8 }: TestBoard, icw4 = 1): void {
  out8(0x20, 0x11);
  out8(0x21, 0x20, 4, icw4, 0);
  out8(0xa0, 0x11);
  out8(0xa1, 0x28, 2, icw4, 0);
}
