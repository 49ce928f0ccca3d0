package jinbo.accesslog.verifier;

import java.util.OptionalInt;

/** Which tiles a tree of a size has (C2SP {@code tlog-tiles}). */
record TreeShape(long size) {

    /** Hashes of a full tile, entries of a full bundle. */
    static final int WIDTH = 256;

    static final int HEIGHT = 8;
    /** 256^8 is more than a size can be. */
    static final int LEVELS = 8;

    long hashes(int level) {
        return level >= LEVELS ? 0 : size >> HEIGHT * level;
    }

    /** How many hashes a tile has; empty if there is none of this number. */
    OptionalInt width(int level, long number) {
        long first = number << HEIGHT;
        // a number that is too large for its first hash comes back as another one
        if (number < 0 || first >> HEIGHT != number || first >= hashes(level)) {
            return OptionalInt.empty();
        }
        return OptionalInt.of((int) Math.min(WIDTH, hashes(level) - first));
    }

    long bundles() {
        return size / WIDTH + (size % WIDTH == 0 ? 0 : 1);
    }
}
