package jinbo.operator.insurer;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import jinbo.participant.insurer.DropLocation;
import jinbo.participant.insurer.Insurer;
import jinbo.platform.home.Home;
import jinbo.platform.ssh.SshPublicKey;

/**
 * Where an insurer's files are exchanged; the same fields for both kinds of drop.
 *
 * @param kind {@code EMBEDDED} here, {@code REMOTE} on the insurer's server
 * @param upload folder into which an upload can be put by hand, for an embedded one
 * @param download folder in which answers and lists appear, for an embedded one
 * @param archive folder of answered uploads, for an embedded one
 * @param authorizedKeys fingerprints of the keys that the insurer logs in with, for an embedded one
 * @param url address, for a remote one
 * @param hostKeys fingerprints that the server may show, for a remote one
 */
record DropSheet(
        String kind,
        Optional<Path> upload,
        Optional<Path> download,
        Optional<Path> archive,
        List<String> authorizedKeys,
        Optional<String> url,
        List<String> hostKeys) {

    static DropSheet of(Insurer insurer, Home home) {
        if (insurer.drop() instanceof DropLocation.Remote remote) {
            return new DropSheet(
                    "REMOTE",
                    Optional.empty(),
                    Optional.empty(),
                    Optional.empty(),
                    List.of(),
                    Optional.of(remote.url().toString()),
                    remote.hostKeys().stream().sorted().toList());
        }
        Path root = home.drops().resolve(insurer.code().value());
        return new DropSheet(
                "EMBEDDED",
                Optional.of(root.resolve("upload")),
                Optional.of(root.resolve("download")),
                Optional.of(root.resolve("archive")),
                ((DropLocation.Embedded) insurer.drop())
                        .authorizedKeys().stream()
                                .map(line -> SshPublicKey.parse(line).fingerprint())
                                .sorted()
                                .toList(),
                Optional.empty(),
                List.of());
    }
}
