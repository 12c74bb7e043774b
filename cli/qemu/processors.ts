import { UsageError } from '../errors.js';
import { MAX_VCPUS } from '../machineConfig.js';
import { parseInteger, parsePropertyList } from './propertyList.js';

const TOPOLOGY = ['sockets', 'dies', 'clusters', 'cores', 'threads'];

/** Reads the argument of `-smp`: `N`, or `[cpus=]N,maxcpus=..,sockets=..,cores=..,threads=..`. */
export function parseVcpus(value: string): number {
  const { head, properties } = parsePropertyList(value);
  const given = new Map<string, number>();
  for (const [key, text] of head === undefined ? properties : [['cpus', head] as const, ...properties]) {
    if (key !== 'cpus' && key !== 'maxcpus' && !TOPOLOGY.includes(key)) {
      throw new UsageError(`Parameter 'smp.${key}' is unexpected`);
    }
    const number = parseInteger(text, 2 ** 31);
    if (number === undefined) throw new UsageError(`Parameter 'smp.${key}' expects integer`);
    if (number === 0) throw new UsageError(`Parameter 'smp.${key}' must be greater than zero`);
    given.set(key, number);
  }
  const shape = TOPOLOGY.reduce((product, key) => product * (given.get(key) ?? 1), 1);
  const vcpus = given.get('cpus') ?? given.get('maxcpus') ?? shape;
  const most = given.get('maxcpus') ?? vcpus;
  if (most < vcpus) throw new UsageError(`maxcpus (${most}) must be equal to or greater than smp (${vcpus})`);
  if (vcpus > MAX_VCPUS) {
    throw new UsageError(
      `Number of SMP CPUs requested (${vcpus}) exceeds max CPUs supported by machine (${MAX_VCPUS})`,
    );
  }
  return vcpus;
}
