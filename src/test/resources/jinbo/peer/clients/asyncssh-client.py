"""asyncssh as a client: PORT USER KEY KNOWN_HOSTS, then list FOLDER, get FILE LOCAL, put LOCAL FILE or rename FILE FILE."""
import asyncio
import sys

import asyncssh

port, user, key, known, what, *names = sys.argv[1:]


async def run():
    async with asyncssh.connect('127.0.0.1', int(port), username=user, client_keys=[key], known_hosts=known,
                                agent_path=None, config=None) as connection:
        async with connection.start_sftp_client() as sftp:
            if what == 'list':
                print('\n'.join(await sftp.listdir(*names)))
            else:
                await getattr(sftp, what)(*names)


asyncio.run(run())
