package jinbo.platform.http;

/** What became of an HTTP port. */
public sealed interface WebPort extends AutoCloseable {

    @Override
    void close();

    /**
     * It is open.
     *
     * @param scheme {@code http} or {@code https}
     * @param address where
     * @param port which one
     * @param end closes it
     */
    record Open(String scheme, String address, int port, Runnable end) implements WebPort {

        /** Where it is found. */
        public String url() {
            return scheme + "://" + (address.contains(":") ? "[" + address + "]" : address) + ":" + port;
        }

        @Override
        public void close() {
            end.run();
        }
    }

    /** None is wanted. */
    record Unwanted() implements WebPort {
        @Override
        public void close() {
            // nothing is open
        }
    }

    /**
     * It cannot be opened; the jobs run without it.
     *
     * @param address where it was to be
     * @param port which one
     */
    record Taken(String address, int port) implements WebPort {
        @Override
        public void close() {
            // nothing is open
        }
    }
}
