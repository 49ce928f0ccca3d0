package jinbo.batch.recovery;

import java.time.Instant;
import java.util.Optional;
import java.util.OptionalInt;
import jinbo.exchange.format.BlockListFileName;
import jinbo.exchange.format.ManifestFileName;
import jinbo.exchange.sftp.FileSnapshot;
import jinbo.participant.insurer.InsurerCode;

/**
 * A file on a drop or in the spool that the database does not know, because a restore has lost its record.
 *
 * @param stem the stem of the upload, or of the upload that the file answers; empty for lists and manifests
 * @param nth the position of an answer among those for the stem, from 1
 */
public record UnrecordedFile(
        InsurerCode insurer,
        Kind kind,
        String name,
        long size,
        Instant modified,
        Optional<String> stem,
        OptionalInt nth) {

    static UnrecordedFile upload(InsurerCode insurer, FileSnapshot file, String stem) {
        return new UnrecordedFile(
                insurer,
                Kind.UPLOAD,
                file.name(),
                file.size(),
                file.modified(),
                Optional.of(stem),
                OptionalInt.empty());
    }

    static UnrecordedFile answer(InsurerCode insurer, FileSnapshot file, String stem, int nth) {
        return new UnrecordedFile(
                insurer,
                Kind.ANSWER,
                file.name(),
                file.size(),
                file.modified(),
                Optional.of(stem),
                OptionalInt.of(nth));
    }

    static UnrecordedFile published(InsurerCode insurer, FileSnapshot file) {
        Kind kind = BlockListFileName.parse(file.name()).isPresent() ? Kind.LIST : Kind.MANIFEST;
        return new UnrecordedFile(
                insurer, kind, file.name(), file.size(), file.modified(), Optional.empty(), OptionalInt.empty());
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
        /** A list in {@code download/} or in the spool. */
        LIST,
        /** In {@code download/} or in the spool. */
        MANIFEST
    }
}
