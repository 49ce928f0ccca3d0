package jinbo.accesslog.verifier;

import java.util.Optional;

/** Reads the entries of an export in order, with one bundle at a time in memory. */
record EntryStream(ExportFolder export, TreeShape shape) {

    interface Taker {
        void take(long index, byte[] entry) throws MalformedException, VerificationStoppedException;
    }

    void readAll(Taker taker) throws VerificationStoppedException {
        for (long number = 0; number < shape.bundles(); number++) {
            readBundle(number, taker);
        }
    }

    void readBundleOf(long index, Taker taker) throws VerificationStoppedException {
        readBundle(index / TreeShape.WIDTH, taker);
    }

    String fileOf(long index) {
        return path(index / TreeShape.WIDTH).toString();
    }

    private TilePath path(long number) {
        return new TilePath(TilePath.ENTRIES, number, shape.width(0, number).orElseThrow());
    }

    private void readBundle(long number, Taker taker) throws VerificationStoppedException {
        TilePath path = path(number);
        int width = path.width();
        long first = number * TreeShape.WIDTH;
        EntryBundle bundle = new EntryBundle(export.bundle(path, first, first + width - 1));
        for (long index = first; index < first + width; index++) {
            Optional<byte[]> entry = bundle.next();
            try {
                taker.take(index, entry.orElseThrow(() -> new MalformedException(Fault.BUNDLE_MALFORMED, width)));
            } catch (MalformedException e) {
                throw VerificationStoppedException.broken(path, index, index, e.finding());
            }
        }
        if (!bundle.isAtEnd()) {
            long last = first + width - 1;
            throw VerificationStoppedException.broken(path, last, last, Finding.of(Fault.BUNDLE_MALFORMED, width));
        }
    }

    /** Reads the entries of a bundle, each after its length in two bytes, big-endian. */
    static final class EntryBundle {

        private static final int LENGTH_BYTES = 2;

        private final byte[] bytes;
        private int at;

        EntryBundle(byte[] bytes) {
            this.bytes = bytes;
        }

        /** Returns the next entry; empty if it is missing, truncated or has no bytes. */
        Optional<byte[]> next() {
            if (bytes.length - at < LENGTH_BYTES) {
                return Optional.empty();
            }
            int length = (bytes[at] & 0xFF) << 8 | bytes[at + 1] & 0xFF;
            if (length == 0 || bytes.length - at - LENGTH_BYTES < length) {
                return Optional.empty();
            }
            int start = at + LENGTH_BYTES;
            at = start + length;
            return Optional.of(java.util.Arrays.copyOfRange(bytes, start, at));
        }

        boolean isAtEnd() {
            return at == bytes.length;
        }
    }
}
