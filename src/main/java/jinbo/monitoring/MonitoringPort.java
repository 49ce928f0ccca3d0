package jinbo.monitoring;

/** What became of the port for health and metrics. */
public sealed interface MonitoringPort extends AutoCloseable {

    @Override
    void close();

    /**
     * It is open.
     *
     * @param address where
     * @param port which one
     * @param end closes it
     */
    record Open(String address, int port, Runnable end) implements MonitoringPort {

        /** Where it is found. */
        public String url() {
            return "http://" + (address.contains(":") ? "[" + address + "]" : address) + ":" + port;
        }

        @Override
        public void close() {
            end.run();
        }
    }

    /** None is wanted. */
    record Unwanted() implements MonitoringPort {
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
    record Taken(String address, int port) implements MonitoringPort {
        @Override
        public void close() {
            // nothing is open
        }
    }
}
