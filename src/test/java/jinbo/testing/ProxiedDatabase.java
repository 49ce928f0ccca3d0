package jinbo.testing;

import java.net.URI;

/** A fresh migrated database behind a line that can fail. */
public final class ProxiedDatabase implements AutoCloseable {

    private final TcpProxy line;
    private final String url;

    private ProxiedDatabase(String direct) {
        URI server = URI.create(direct.substring("jdbc:".length()));
        this.line = TcpProxy.to(server.getPort());
        // without prepared statements each text goes over the line each time, and can be waited for there
        this.url = direct.replace(server.getHost() + ":" + server.getPort(), "127.0.0.1:" + line.port())
                .replace(TestDatabase.PREPARED_AT_ONCE, "&prepareThreshold=0");
    }

    /** A new database, and a sound line to it. */
    public static ProxiedDatabase fresh() {
        return to(TestDatabase.freshUrl());
    }

    /**
     * A sound line to a database.
     *
     * @param url from {@link TestDatabase#freshUrl}, by which others reach the database without this line
     */
    public static ProxiedDatabase to(String url) {
        return new ProxiedDatabase(url);
    }

    /** JDBC URL over the line. */
    public String url() {
        return url;
    }

    /** The line. */
    public TcpProxy line() {
        return line;
    }

    @Override
    public void close() {
        line.close();
    }
}
