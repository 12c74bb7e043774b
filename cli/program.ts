import { main } from './main.js';
import { nodeIo } from './nodeIo.js';

// What bin/nsvm runs.
process.exit(await main(process.argv.slice(2), process.env, nodeIo));
