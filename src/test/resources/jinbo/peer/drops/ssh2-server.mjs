// An SFTP server made with npm's ssh2, on a free port of the loopback address, for one key: HOST_KEY AUTHORIZED_KEYS.
// It looks the flags of an open up among those of fopen, as servers made with this package do.
import fs from 'node:fs';
import { createRequire } from 'node:module';

const require = createRequire(`${process.env.PEERS}/`);
const { Server, utils } = require('ssh2');
const { STATUS_CODE, flagsToString } = utils.sftp;
const [hostKey, authorized] = process.argv.slice(2);
const allowed = utils.parseKey(fs.readFileSync(authorized));

const statusOf = (e) => ({ ENOENT: STATUS_CODE.NO_SUCH_FILE, EACCES: STATUS_CODE.PERMISSION_DENIED })[e.code]
    ?? STATUS_CODE.FAILURE;
const attributesOf = ({ mode, uid, gid, size, atimeMs, mtimeMs }) =>
    ({ mode, uid, gid, size, atime: Math.floor(atimeMs / 1000), mtime: Math.floor(mtimeMs / 1000) });

function files(sftp) {
  const open = new Map();
  let next = 0;
  const keep = (what) => {
    const handle = Buffer.alloc(4);
    handle.writeUInt32BE(next);
    open.set(next++, what);
    return handle;
  };
  const kept = (handle) => open.get(handle.readUInt32BE());
  const on = (request, answer) => sftp.on(request, (id, ...asked) => {
    try {
      answer(id, ...asked);
    } catch (e) {
      sftp.status(id, statusOf(e));
    }
  });
  sftp.on('end', () => sftp.end());
  on('REALPATH', (id, path) => sftp.name(id, [{ filename: fs.realpathSync(path), longname: path, attrs: {} }]));
  on('STAT', (id, path) => sftp.attrs(id, attributesOf(fs.statSync(path))));
  on('LSTAT', (id, path) => sftp.attrs(id, attributesOf(fs.lstatSync(path))));
  on('FSTAT', (id, handle) => sftp.attrs(id, attributesOf(fs.fstatSync(kept(handle)))));
  on('OPEN', (id, path, flags) => sftp.handle(id, keep(fs.openSync(path, flagsToString(flags)))));
  on('READ', (id, handle, offset, length) => {
    const bytes = Buffer.alloc(length);
    const read = fs.readSync(kept(handle), bytes, 0, length, offset);
    return read === 0 ? sftp.status(id, STATUS_CODE.EOF) : sftp.data(id, bytes.subarray(0, read));
  });
  on('WRITE', (id, handle, offset, bytes) => {
    fs.writeSync(kept(handle), bytes, 0, bytes.length, offset);
    sftp.status(id, STATUS_CODE.OK);
  });
  on('CLOSE', (id, handle) => {
    if (typeof kept(handle) === 'number') fs.closeSync(kept(handle));
    open.delete(handle.readUInt32BE());
    sftp.status(id, STATUS_CODE.OK);
  });
  on('OPENDIR', (id, path) => sftp.handle(id, keep(fs.readdirSync(path)
      .map((filename) => ({ filename, longname: filename, attrs: attributesOf(fs.lstatSync(`${path}/${filename}`)) })))));
  on('READDIR', (id, handle) => {
    const names = kept(handle).splice(0, 100);
    return names.length === 0 ? sftp.status(id, STATUS_CODE.EOF) : sftp.name(id, names);
  });
  on('REMOVE', (id, path) => {
    fs.unlinkSync(path);
    sftp.status(id, STATUS_CODE.OK);
  });
  on('RENAME', (id, from, to) => {
    fs.linkSync(from, to);
    fs.unlinkSync(from);
    sftp.status(id, STATUS_CODE.OK);
  });
}

const server = new Server({ hostKeys: [fs.readFileSync(hostKey)] }, (client) => client
    .on('authentication', (context) => {
      const known = context.method === 'publickey' && context.key.algo === allowed.type
          && context.key.data.equals(allowed.getPublicSSH());
      if (known && (!context.signature || allowed.verify(context.blob, context.signature, context.hashAlgo))) {
        context.accept();
      } else {
        context.reject(['publickey']);
      }
    })
    .on('ready', () => client.on('session', (accept) => accept().on('sftp', (acceptSftp) => files(acceptSftp()))))
    .on('error', (e) => console.log(`a session ended: ${e.message}`)));
server.listen(0, '127.0.0.1', () => console.log(`listening on port ${server.address().port}`));
