package jinbo.partner;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import jinbo.exchange.format.BlockListFileName;
import jinbo.exchange.format.ListKind;
import jinbo.exchange.format.ManifestFileName;
import jinbo.participant.insurer.InsurerCode;
import jinbo.platform.files.FolderWalk;

/** The local folder of delivered files; finds them by their names. */
record Inbox(Path folder, InsurerCode code) {

    Path manifest(int sequence) {
        return folder.resolve(new ManifestFileName(code, sequence).fileName());
    }

    /** The newest sequence of lists and manifests: a list alone counts, so that a suppressed manifest is noticed. */
    OptionalInt newest() throws IOException {
        return sequences(1, Integer.MAX_VALUE).stream()
                .mapToInt(Integer::intValue)
                .max();
    }

    /** The sequences in a range of full lists for this insurer, the highest first. */
    List<Integer> fullLists(int from, int upTo) throws IOException {
        return names().stream()
                .map(BlockListFileName::parse)
                .flatMap(Optional::stream)
                .filter(list -> list.insurer().equals(code) && list.kind() == ListKind.FULL)
                .map(BlockListFileName::sequence)
                .filter(sequence -> from <= sequence && sequence <= upTo)
                .sorted(Comparator.reverseOrder())
                .toList();
    }

    /** The sequences in a range of lists and manifests for this insurer, the lowest first. */
    List<Integer> sequences(int from, int upTo) throws IOException {
        return names().stream()
                .map(this::sequence)
                .flatMap(Optional::stream)
                .filter(sequence -> from <= sequence && sequence <= upTo)
                .distinct()
                .sorted()
                .toList();
    }

    /** The sequence in the name of a list or manifest for this insurer. */
    Optional<Integer> sequence(String name) {
        return list(name).filter(list -> list.insurer().equals(code)).map(ManifestFileName::sequence);
    }

    /** The name of a list or manifest for another insurer, if there is one. */
    Optional<String> foreign() throws IOException {
        return names().stream()
                .filter(name ->
                        list(name).filter(list -> !list.insurer().equals(code)).isPresent())
                .findFirst();
    }

    private List<String> names() throws IOException {
        return FolderWalk.list(folder).stream()
                .map(file -> file.getFileName().toString())
                .toList();
    }

    private static Optional<ManifestFileName> list(String name) {
        return ManifestFileName.parse(name)
                .or(() -> BlockListFileName.parse(name)
                        .map(list -> new ManifestFileName(list.insurer(), list.sequence())));
    }

    /** The time of receipt of a file, which limits the age of its signature. */
    @FunctionalInterface
    interface ReceivedTime {

        Instant at(Path file) throws IOException;

        /** The modification time, which is the time when the file was fetched. */
        static Instant whenFetched(Path file) throws IOException {
            return Files.exists(file) ? Files.getLastModifiedTime(file).toInstant() : Instant.EPOCH;
        }
    }
}
