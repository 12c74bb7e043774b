import { EXCEPTIONS } from '../spec/exits.js';
import { EVENT, EVENT_TYPE } from '../spec/vmcbBits.js';
import { hex } from './explain.js';

/** An event in the format of EVENTINJ and EXITINTINFO, as it is called in a sentence. */
export function eventWord(event: number): string {
  const vector = event & EVENT.vector.mask;
  switch ((event & EVENT.type.mask) >>> EVENT.type.lo) {
    case EVENT_TYPE.nmi:
      return 'an NMI';
    case EVENT_TYPE.exception:
      return `#${EXCEPTIONS[vector] ?? vector}`;
    case EVENT_TYPE.softwareInterrupt:
      return `software interrupt ${hex(vector)}`;
    default:
      return `interrupt ${hex(vector)}`;
  }
}
