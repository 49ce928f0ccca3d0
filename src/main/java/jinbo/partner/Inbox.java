package jinbo.partner;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.stream.Stream;
import jinbo.exchange.format.BlockListFileName;
import jinbo.exchange.format.ListKind;
import jinbo.exchange.format.ManifestFileName;
import jinbo.participant.insurer.InsurerCode;

/** The delivered files, as far as their names tell what they are. */
record Inbox(Path folder, InsurerCode code) {

    Path manifest(int sequence) {
        return folder.resolve(new ManifestFileName(code, sequence).fileName());
    }

    /** The highest sequence of our lists. A list counts without its manifest, so that a manifest that was held back is missed. */
    OptionalInt newest() throws IOException {
        return names().stream()
                .map(Inbox::list)
                .flatMap(Optional::stream)
                .filter(list -> list.insurer().equals(code))
                .mapToInt(ManifestFileName::sequence)
                .max();
    }

    /** The highest sequence of our full lists. */
    OptionalInt newestFull() throws IOException {
        return newestFull(Integer.MAX_VALUE);
    }

    /** The same among those up to a sequence. */
    OptionalInt newestFull(int upTo) throws IOException {
        return names().stream()
                .map(BlockListFileName::parse)
                .flatMap(Optional::stream)
                .filter(list -> list.insurer().equals(code) && list.kind() == ListKind.FULL)
                .mapToInt(BlockListFileName::sequence)
                .filter(sequence -> sequence <= upTo)
                .max();
    }

    /** The sequence of one of our lists, from its name or that of its manifest. */
    Optional<Integer> sequence(String name) {
        return list(name).filter(list -> list.insurer().equals(code)).map(ManifestFileName::sequence);
    }

    /** A list or manifest that has another insurer's name. */
    Optional<String> foreign() throws IOException {
        return names().stream()
                .filter(name ->
                        list(name).filter(list -> !list.insurer().equals(code)).isPresent())
                .sorted()
                .findFirst();
    }

    private List<String> names() throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            return files.map(file -> file.getFileName().toString()).toList();
        }
    }

    private static Optional<ManifestFileName> list(String name) {
        return ManifestFileName.parse(name)
                .or(() -> BlockListFileName.parse(name)
                        .map(list -> new ManifestFileName(list.insurer(), list.sequence())));
    }
}
