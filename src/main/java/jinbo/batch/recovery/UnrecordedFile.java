package jinbo.batch.recovery;

import java.time.Instant;
import java.util.Optional;
import java.util.OptionalInt;
import jinbo.exchange.format.BlockListFileName;
import jinbo.exchange.format.ManifestFileName;
import jinbo.participant.insurer.InsurerCode;

/**
 * A file of the exchange without a record.
 *
 * @param modified time of the file on the drop or in the spool
 * @param stem stem of the upload or answered upload; empty for lists and manifests
 * @param nth number of an answer under its stem, from 1
 */
public record UnrecordedFile(
        InsurerCode insurer,
        Kind kind,
        String name,
        long size,
        Instant modified,
        Optional<String> stem,
        OptionalInt nth) {

    public static UnrecordedFile upload(InsurerCode insurer, String name, long size, Instant modified, String stem) {
        return new UnrecordedFile(insurer, Kind.UPLOAD, name, size, modified, Optional.of(stem), OptionalInt.empty());
    }

    public static UnrecordedFile answer(
            InsurerCode insurer, String name, long size, Instant modified, String stem, int nth) {
        return new UnrecordedFile(insurer, Kind.ANSWER, name, size, modified, Optional.of(stem), OptionalInt.of(nth));
    }

    static UnrecordedFile published(InsurerCode insurer, String name, long size, Instant modified) {
        Kind kind = BlockListFileName.parse(name).isPresent() ? Kind.LIST : Kind.MANIFEST;
        return new UnrecordedFile(insurer, kind, name, size, modified, Optional.empty(), OptionalInt.empty());
    }

    /** Parses the name of a block list or manifest. */
    static Optional<ManifestFileName> parsePublished(String name) {
        return BlockListFileName.parse(name)
                .map(list -> new ManifestFileName(list.insurer(), list.sequence()))
                .or(() -> ManifestFileName.parse(name));
    }

    public enum Kind {
        UPLOAD,
        ANSWER,
        /** In {@code download/} or in the spool. */
        LIST,
        /** In {@code download/} or in the spool. */
        MANIFEST
    }
}
