package jinbo.platform.http;

public sealed interface WebPort extends AutoCloseable {

    @Override
    void close();

    /** @param scheme {@code http} or {@code https} */
    record Open(String scheme, String address, int port, Runnable end) implements WebPort {

        public String url() {
            return scheme + "://" + (address.contains(":") ? "[" + address + "]" : address) + ":" + port;
        }

        @Override
        public void close() {
            end.run();
        }
    }

    record Unwanted() implements WebPort {
        @Override
        public void close() {
            // nothing is open
        }
    }

    /** It cannot be opened; the jobs run without it. */
    record Taken(String address, int port) implements WebPort {
        @Override
        public void close() {
            // nothing is open
        }
    }
}
