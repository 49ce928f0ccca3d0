"""asyncssh's own SFTP server on a free port of the loopback address, for one key: HOST_KEY AUTHORIZED_KEYS."""
import asyncio
import sys

import asyncssh

host_key, authorized = sys.argv[1:]


async def serve():
    server = await asyncssh.listen(
        '127.0.0.1', 0, server_host_keys=[host_key], authorized_client_keys=authorized, sftp_factory=True)
    print('listening on port', server.sockets[0].getsockname()[1], flush=True)
    await server.wait_closed()


asyncio.run(serve())
