package jinbo.batch.recovery;

import java.time.Instant;
import java.util.Optional;
import java.util.OptionalInt;
import jinbo.exchange.format.BlockListFileName;
import jinbo.exchange.format.ManifestFileName;
import jinbo.participant.insurer.InsurerCode;

/**
 * A file of the exchange that was seen and that no record knew.
 *
 * @param insurer whose drop or spool it lies in
 * @param name its name there; always one that we gave or checked
 * @param modified the drop's or the spool's time of the file
 * @param stem of the upload, or of the upload that it answers; empty for lists and manifests
 * @param nth which answer under that stem, from 1; empty for all but answers
 */
public record UnrecordedFile(
        InsurerCode insurer,
        Kind kind,
        String name,
        long size,
        Instant modified,
        Optional<String> stem,
        OptionalInt nth) {

    /** An upload in {@code archive/}. */
    public static UnrecordedFile upload(InsurerCode insurer, String name, long size, Instant modified, String stem) {
        return new UnrecordedFile(insurer, Kind.UPLOAD, name, size, modified, Optional.of(stem), OptionalInt.empty());
    }

    /** An answer in {@code download/}. */
    public static UnrecordedFile answer(
            InsurerCode insurer, String name, long size, Instant modified, String stem, int nth) {
        return new UnrecordedFile(insurer, Kind.ANSWER, name, size, modified, Optional.of(stem), OptionalInt.of(nth));
    }

    /** A block list or a manifest, as its name says. */
    static UnrecordedFile published(InsurerCode insurer, String name, long size, Instant modified) {
        Kind kind = BlockListFileName.parse(name).isPresent() ? Kind.LIST : Kind.MANIFEST;
        return new UnrecordedFile(insurer, kind, name, size, modified, Optional.empty(), OptionalInt.empty());
    }

    /** The insurer and sequence in the name of a block list or of a manifest; empty if it is the name of neither. */
    static Optional<ManifestFileName> parsePublished(String name) {
        return BlockListFileName.parse(name)
                .map(list -> new ManifestFileName(list.insurer(), list.sequence()))
                .or(() -> ManifestFileName.parse(name));
    }

    /** What a file is that no record knows. */
    public enum Kind {
        UPLOAD,
        ANSWER,
        /** A block list, in {@code download/} or in the spool. */
        LIST,
        /** The manifest of a block list, in {@code download/} or in the spool. */
        MANIFEST
    }
}
