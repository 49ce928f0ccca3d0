package jinbo.platform.http;

import java.time.Duration;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.util.unit.DataSize;

/**
 * What clients may send to a port and hold of it: {@code jinbo.request} among the port's own settings.
 *
 * @param bodyAtMost the largest body of a request, whatever its method and content type
 * @param within from a request's first byte to the last byte of its body at most, and from the opening of a connection to the last byte of its first request
 * @param connectionsPerAddress of one IPv4 address or one IPv6 network of 64 bits at most; 0 for any number
 */
record RequestLimits(
        @DefaultValue("16KB") DataSize bodyAtMost,
        @DefaultValue("20s") Duration within,
        @DefaultValue("100") int connectionsPerAddress) {}
