package jinbo.platform.http;

import java.util.List;

/**
 * What a web port consists of. Port 0 means any free port.
 *
 * @param settings a settings file on the class path
 * @param more further settings as {@code name=value}
 */
public record WebPortDefinition(Class<?> context, String settings, String address, int port, List<String> more) {

    public static final int NONE = -1;

    public WebPortDefinition {
        more = List.copyOf(more);
    }

    public static void requirePort(int port) {
        if (port < NONE || port > 65535) {
            throw new IllegalArgumentException("port is " + port + "; it must be 1 to 65535, 0 for any, -1 for none");
        }
    }
}
