package jinbo.exchange.sftp;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.List;

@FunctionalInterface
interface NameService {

    /** That of the operating system. It has no time-out of its own that could be set. */
    NameService SYSTEM = host -> List.of(InetAddress.getAllByName(host));

    List<InetAddress> addressesOf(String host) throws UnknownHostException;
}
