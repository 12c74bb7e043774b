import { main } from './main.js';
import { nodeIo } from './nodeIo.js';

// What bin/nsvm runs.
void main(process.argv.slice(2), process.env, nodeIo).then((status) => process.exit(status));
