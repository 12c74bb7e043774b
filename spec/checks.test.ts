import assert from 'node:assert/strict';
import test from 'node:test';
import { MANUAL_SECTIONS } from '../tests/manualSections.js';
import { CHECKS } from './checks.js';

test('each check of VMRUN names a section that the manual has', () => {
  for (const { id, section } of CHECKS) assert.ok(MANUAL_SECTIONS.has(section), `${id}: ${section}`);
});
