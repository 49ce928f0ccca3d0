package jinbo.platform.http;

import java.time.Duration;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.util.unit.DataSize;

/**
 * The settings {@code jinbo.request} of a port.
 *
 * @param within limit from the first to the last byte of a request; for the first one from the opening of the connection
 * @param connectionsPerAddress limit for each IPv4 address or IPv6 network of 64 bits; 0 for none
 */
record RequestLimits(
        @DefaultValue("16KB") DataSize bodyAtMost,
        @DefaultValue("20s") Duration within,
        @DefaultValue("100") int connectionsPerAddress) {}
