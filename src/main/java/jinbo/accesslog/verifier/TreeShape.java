package jinbo.accesslog.verifier;

import java.util.OptionalInt;

/** Which tiles a tree of this size has (C2SP {@code tlog-tiles}). */
record TreeShape(long size) {

    static final int WIDTH = 256;

    static final int HEIGHT = 8;
    static final int LEVELS = 8;

    long hashes(int level) {
        return level >= LEVELS ? 0 : size >> HEIGHT * level;
    }

    /** The number of hashes in a tile; empty if there is no such tile. */
    OptionalInt width(int level, long number) {
        long first = number << HEIGHT;
        // the shift overflows for a number that is too large
        if (number < 0 || first >> HEIGHT != number || first >= hashes(level)) {
            return OptionalInt.empty();
        }
        return OptionalInt.of((int) Math.min(WIDTH, hashes(level) - first));
    }

    long bundles() {
        return size / WIDTH + (size % WIDTH == 0 ? 0 : 1);
    }
}
