// Verifies a log with code that was written elsewhere: note and Merkle verification of the npm package @sigstore/verify,
// Ed25519 of Node. Usage: node independent-check.cjs KEY FOLDER; the folder holds a tlog-proof of every entry, <index>.tlog-proof,
// each with its entry in the extra line. As every index below the size is proven under one root, nothing else is in the log.
const fs = require('fs');
const path = require('path');
const crypto = require('crypto');
const { verifyCheckpoint } = require('@sigstore/verify/dist/tlog/checkpoint.js');
const { verifyMerkleInclusion } = require('@sigstore/verify/dist/tlog/merkle.js');

const [keyFile, folder] = process.argv.slice(2);
const [, name, id, base64] = fs.readFileSync(keyFile, 'utf8').trim().match(/^([^+]+)\+([0-9a-f]{8})\+(.+)$/);
const publicKey = crypto.createPublicKey({
  key: Buffer.concat([Buffer.from('302a300506032b6570032100', 'hex'), Buffer.from(base64, 'base64').subarray(1)]),
  format: 'der',
  type: 'spki',
});
const logs = [{ logID: Buffer.from(id, 'hex'), baseURL: name, publicKey }];

const proven = new Set();
let root;
let size;
for (const file of fs.readdirSync(folder).filter((file) => file.endsWith('.tlog-proof'))) {
  const text = fs.readFileSync(path.join(folder, file), 'utf8');
  const end = text.indexOf('\n\n');
  const [header, extra, index, ...hashes] = text.slice(0, end).split('\n');
  if (header !== 'c2sp.org/tlog-proof@v1') throw new Error(`${file}: not a tlog-proof`);
  const entry = {
    canonicalizedBody: Buffer.from(extra.slice('extra '.length), 'base64'),
    inclusionProof: {
      logIndex: index.slice('index '.length),
      hashes: hashes.map((hash) => Buffer.from(hash, 'base64')),
      checkpoint: { envelope: text.slice(end + 2) },
    },
  };
  const checkpoint = verifyCheckpoint(entry, logs);
  verifyMerkleInclusion(entry, checkpoint);
  root ??= checkpoint.logHash.toString('base64');
  size ??= checkpoint.logSize;
  if (checkpoint.origin !== name || checkpoint.logHash.toString('base64') !== root || checkpoint.logSize !== size) {
    throw new Error(`${file}: another checkpoint`);
  }
  proven.add(entry.inclusionProof.logIndex);
}
console.log(`proven ${proven.size} of size ${size} root ${root}`);
