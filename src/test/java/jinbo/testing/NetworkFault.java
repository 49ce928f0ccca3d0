package jinbo.testing;

import java.util.List;

/**
 * What goes wrong with a line, and when.
 *
 * @param kind what happens
 * @param moment when
 */
public record NetworkFault(Kind kind, Moment moment) {

    /** Which way bytes go. */
    public enum Direction {
        TO_SERVER,
        TO_CLIENT
    }

    /** How a line breaks. */
    public enum Kind {
        /** Both sides are told that the other has ended (FIN). */
        CUT,
        /** Both sides are thrown out (RST), and what was under way is lost. */
        RESET,
        /** The server is told that the client has ended, and is heard on. */
        HALF_OPEN_TO_SERVER,
        /** The client is told that the server has ended, and is heard on. */
        HALF_OPEN_TO_CLIENT,
        /** The connections stand, and nothing passes any more. */
        STALL,
        /**
         * The network swallows all packets: nothing passes, and neither side gets an acknowledgement, not even of its
         * keep-alives. So it is when a machine loses its power. Linux only, see {@link Blackhole}.
         */
        BLACKHOLE
    }

    /**
     * When it happens: once the client has sent these texts, in this order, and then so many bytes have passed.
     *
     * @param texts what must have gone to the server before; empty to count from the first byte of the connection
     * @param direction whose bytes count
     * @param bytes how many still pass; with 0, the next byte in that direction does not
     * @param beforeTheText whether the last text itself is held back, so that the server never sees it
     */
    public record Moment(List<String> texts, Direction direction, long bytes, boolean beforeTheText) {

        public Moment {
            texts = List.copyOf(texts);
        }

        /** After so many bytes of a connection in a direction. */
        public static Moment after(Direction direction, long bytes) {
            return new Moment(List.of(), direction, bytes, false);
        }

        /** The server never sees the last of the texts whole. */
        public static Moment asRequestIsLost(String... texts) {
            return new Moment(List.of(texts), Direction.TO_SERVER, 0, true);
        }

        /** The server has seen the texts and answers, and the client does not see the answer. */
        public static Moment asAnswerIsLost(String... texts) {
            return new Moment(List.of(texts), Direction.TO_CLIENT, 0, false);
        }

        /** So many bytes after the texts have gone to the server. */
        public static Moment after(Direction direction, long bytes, String... texts) {
            return new Moment(List.of(texts), direction, bytes, false);
        }
    }
}
