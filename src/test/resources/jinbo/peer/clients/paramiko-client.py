"""paramiko as a client: PORT USER KEY KNOWN_HOSTS, then list FOLDER, get FILE LOCAL, put LOCAL FILE or rename FILE FILE."""
import sys

import paramiko

port, user, key, known, what, *names = sys.argv[1:]
with paramiko.SSHClient() as client:
    client.load_host_keys(known)
    client.connect('127.0.0.1', int(port), user, key_filename=key, allow_agent=False, look_for_keys=False)
    sftp = client.open_sftp()
    if what == 'list':
        print('\n'.join(sftp.listdir(*names)))
    else:
        getattr(sftp, what)(*names)
