package jinbo.exchange.openpgp;

/** How sealed content is compressed; {@code level} is from 1 (fast) to 9 (small). */
public record Compression(Format format, int level) {

    /** The formats that all OpenPGP software reads. */
    public enum Format {
        ZIP(1),
        ZLIB(2);

        private final int id;

        Format(int id) {
            this.id = id;
        }

        int id() {
            return id;
        }
    }

    public Compression {
        if (level < 1 || level > 9) {
            throw new IllegalArgumentException("A level of compression is 1 to 9");
        }
    }

    public static Compression standard() {
        return new Compression(Format.ZIP, 6);
    }
}
