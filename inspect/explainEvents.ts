import type { Machine } from '../board/machine.js';
import { nestedEvents, processorEvents, type EventState, type StateView } from '../hypervisor/eventState.js';
import { L0 } from '../hypervisor/l0.js';
import { decideEvents, type EventDecision } from './eventDecisions.js';

/** What of a machine tells which events wait. */
type Waiting = Pick<Machine, 'cpu' | 'world'>;

/** All that decides which event a vCPU takes at the boundary where it is now, between two runs of the machine. */
export function eventState({ cpu, world }: Waiting, vcpu: number): EventState {
  const view: StateView = {
    u8: cpu.u8,
    u32: cpu.u32,
    u64: cpu.u64,
    state: (name) => cpu.field(vcpu, name),
  };
  return world instanceof L0 ? nestedEvents(view, world.vcpu(vcpu)) : processorEvents(view);
}

/**
 * What becomes of every event that waits for a vCPU: taken, an exit, held off or behind another, and by which rule. None
 * when nothing waits.
 */
export function explainEvents(machine: Waiting, vcpu: number): EventDecision[] {
  return decideEvents(eventState(machine, vcpu));
}
