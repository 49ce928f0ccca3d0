package jinbo.platform.http;

import java.util.List;

/**
 * What is to stand behind a port, and where.
 *
 * @param settings where its own settings lie, on the class path
 * @param port 0 for any that is free, {@value #NONE} for none
 * @param more settings, as {@code name=value}
 */
public record WebPortDefinition(Class<?> context, String settings, String address, int port, List<String> more) {

    public static final int NONE = -1;

    private static final int HIGHEST = 65535;

    public WebPortDefinition {
        more = List.copyOf(more);
    }

    /** @throws IllegalArgumentException if there can be no such port */
    public static void requirePort(int port) {
        if (port < NONE || port > HIGHEST) {
            throw new IllegalArgumentException("port is " + port + "; it may be 1 to 65535, 0 for any, -1 for none");
        }
    }
}
