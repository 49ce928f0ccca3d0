package jinbo.partner;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import jinbo.exchange.openpgp.Certificate;
import jinbo.exchange.openpgp.Fingerprint;
import jinbo.platform.files.OwnerOnlyFile;
import jinbo.platform.files.OwnerOnlyPermissions;
import jinbo.platform.files.Sha256;

/**
 * The association's certificates that came through the exchange, a file each, in a folder for each state. The ones that the
 * settings name lie elsewhere.
 */
public final class AssociationCertificates {

    private static final String ENDING = ".asc";
    private static final int HASH_DIGITS = 16;

    private final Path folder;

    public AssociationCertificates(PartnerFolder folder) {
        this.folder = folder.associationCertificates();
    }

    /** What people have said, or not yet, or what the certificate says itself. */
    public enum State {
        ACCEPTED,
        WAITING,
        /** People let it not count; of one certificate several copies may have been refused. */
        REFUSED,
        /** It was revoked before it counted. */
        REVOKED
    }

    /** @param certificate as it came, or with what was there before */
    public record Kept(Certificate certificate, Instant since) {}

    public List<Kept> in(State state) throws IOException {
        List<Kept> kept = new ArrayList<>();
        for (Path file : files(state, "")) {
            kept.add(read(file));
        }
        return List.copyOf(kept);
    }

    List<Kept> of(Fingerprint fingerprint, State state) throws IOException {
        List<Kept> kept = new ArrayList<>();
        for (Path file : files(state, fingerprint.value())) {
            kept.add(read(file));
        }
        return List.copyOf(kept);
    }

    /** Keeps one; what counts grows by it, and of what waits or was revoked the former copy goes. */
    void keep(Certificate certificate, State state, Instant now) throws IOException {
        Certificate whole = certificate;
        if (state == State.ACCEPTED) {
            for (Kept before : of(certificate.fingerprint(), state)) {
                whole = TrustedAssociationCertificates.joined(whole, before.certificate());
            }
        }
        OwnerOnlyPermissions.createFolder(folder(state));
        Path file = file(whole, state);
        new OwnerOnlyFile(file).write(whole.armored());
        Files.setLastModifiedTime(file, FileTime.from(now));
    }

    /** Puts another copy in the place of one, which came to be as it is at the same time. */
    void replace(Kept before, Certificate copy, State state) throws IOException {
        keep(copy, state, before.since());
        if (!file(copy, state).equals(file(before.certificate(), state))) {
            Files.deleteIfExists(file(before.certificate(), state));
        }
    }

    void forget(Fingerprint fingerprint, State state) throws IOException {
        for (Path file : files(state, fingerprint.value())) {
            Files.deleteIfExists(file);
        }
    }

    private List<Path> files(State state, String begin) throws IOException {
        if (!Files.isDirectory(folder(state))) {
            return List.of();
        }
        try (Stream<Path> files = Files.list(folder(state))) {
            return files.filter(file -> file.getFileName().toString().startsWith(begin))
                    .filter(file -> file.toString().endsWith(ENDING))
                    .sorted()
                    .toList();
        }
    }

    private Path folder(State state) {
        return folder.resolve(state.name().toLowerCase(Locale.ROOT));
    }

    private Path file(Certificate certificate, State state) {
        String name = certificate.fingerprint().value();
        if (state == State.REFUSED) {
            byte[] hash = Sha256.start().digest(certificate.encoded());
            name += "-" + HexFormat.of().formatHex(hash).substring(0, HASH_DIGITS);
        }
        return folder(state).resolve(name + ENDING);
    }

    private static Kept read(Path file) throws IOException {
        try (InputStream in = Files.newInputStream(file)) {
            return new Kept(
                    Certificate.parse(in), Files.getLastModifiedTime(file).toInstant());
        }
    }
}
