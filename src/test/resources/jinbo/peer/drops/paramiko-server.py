"""An SFTP server made with paramiko as its manual shows, on a free port of the loopback address, for one key: HOST_KEY AUTHORIZED_KEYS."""
import os
import socket
import sys
import threading

import paramiko

host_key = paramiko.Ed25519Key(filename=sys.argv[1])
authorized = open(sys.argv[2], encoding='ascii').read().split()[1]


class OneKey(paramiko.ServerInterface):

    def get_allowed_auths(self, username):
        return 'publickey'

    def check_auth_publickey(self, username, key):
        return paramiko.AUTH_SUCCESSFUL if key.get_base64() == authorized else paramiko.AUTH_FAILED

    def check_channel_request(self, kind, chanid):
        return paramiko.OPEN_SUCCEEDED


class Handle(paramiko.SFTPHandle):

    def stat(self):
        return paramiko.SFTPAttributes.from_stat(os.fstat(self.writefile.fileno()))


def answered(call):
    try:
        return call()
    except OSError as e:
        return paramiko.SFTPServer.convert_errno(e.errno)


class Files(paramiko.SFTPServerInterface):

    def list_folder(self, path):
        return answered(lambda: [paramiko.SFTPAttributes.from_stat(entry.stat(follow_symlinks=False), entry.name)
                                 for entry in os.scandir(path)])

    def stat(self, path):
        return answered(lambda: paramiko.SFTPAttributes.from_stat(os.stat(path)))

    def lstat(self, path):
        return answered(lambda: paramiko.SFTPAttributes.from_stat(os.lstat(path)))

    def open(self, path, flags, attr):
        def opened():
            writes = flags & (os.O_WRONLY | os.O_RDWR)
            file = os.fdopen(os.open(path, flags, 0o666), 'wb' if writes else 'rb')
            handle = Handle(flags)
            handle.readfile = handle.writefile = file
            return handle
        return answered(opened)

    def remove(self, path):
        return answered(lambda: os.remove(path) or paramiko.SFTP_OK)

    def rename(self, oldpath, newpath):
        return answered(lambda: os.rename(oldpath, newpath) or paramiko.SFTP_OK)


def serve(client):
    transport = paramiko.Transport(client)
    transport.add_server_key(host_key)
    transport.set_subsystem_handler('sftp', paramiko.SFTPServer, Files)
    transport.start_server(server=OneKey())


with socket.create_server(('127.0.0.1', 0)) as listener:
    print('listening on port', listener.getsockname()[1], flush=True)
    sessions = []
    while True:
        sessions.append(threading.Thread(target=serve, args=(listener.accept()[0],), daemon=True))
        sessions[-1].start()
