package jinbo.platform.http;

/** The result of opening a web port. */
public sealed interface WebPort extends AutoCloseable {

    @Override
    default void close() {}

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

    record Unwanted() implements WebPort {}

    /** The port cannot be opened, because another program has it. */
    record Taken(String address, int port) implements WebPort {}
}
