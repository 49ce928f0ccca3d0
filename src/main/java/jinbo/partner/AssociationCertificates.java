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
import jinbo.exchange.openpgp.Certificate;
import jinbo.exchange.openpgp.Fingerprint;
import jinbo.platform.files.FolderWalk;
import jinbo.platform.files.OwnerOnlyFile;
import jinbo.platform.files.OwnerOnlyPermissions;
import jinbo.platform.files.Sha256;

/** The association's certificates that the insurer has received through the exchange, in a folder for each state. */
public record AssociationCertificates(PartnerFolder folder) {

    private static final String SUFFIX = ".asc";
    private static final int HASH_DIGITS = 16;
    static final List<State> UNACCEPTED = List.of(State.WAITING, State.REFUSED, State.REVOKED);

    public enum State {
        ACCEPTED,
        WAITING,
        /** Refused by the insurer's staff; there may be several copies of one certificate. */
        REFUSED,
        /** Revoked by the association before it was accepted. */
        REVOKED
    }

    /** A stored certificate, as it was received or merged with earlier copies. */
    public record Kept(Certificate certificate, Instant since) {}

    public List<Kept> in(State state) throws IOException {
        return read(files(state, ""));
    }

    List<Kept> find(Fingerprint fingerprint, State state) throws IOException {
        return read(files(state, fingerprint.value()));
    }

    /** All copies that are not accepted. */
    List<Kept> unaccepted(Fingerprint fingerprint) throws IOException {
        List<Kept> all = new ArrayList<>();
        for (State state : UNACCEPTED) {
            all.addAll(find(fingerprint, state));
        }
        return all;
    }

    Certificate withKnownRevocations(Certificate certificate) throws IOException {
        Certificate revoked = certificate;
        for (Kept copy : unaccepted(certificate.fingerprint())) {
            revoked = revoked.withRevocationsOf(copy.certificate());
        }
        return revoked;
    }

    /** Stores a certificate. If it is accepted, merges it with the existing copy; otherwise replaces that copy. */
    void keep(Certificate certificate, State state, Instant now) throws IOException {
        Certificate whole = certificate;
        if (state == State.ACCEPTED) {
            for (Kept before : find(certificate.fingerprint(), state)) {
                whole = TrustedAssociationCertificates.merge(whole, before.certificate());
            }
        }
        OwnerOnlyPermissions.createFolder(folder(state));
        Path file = file(whole, state);
        new OwnerOnlyFile(file).write(whole.armored());
        Files.setLastModifiedTime(file, FileTime.from(now));
    }

    /** Replaces a copy and keeps its time. */
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

    private List<Path> files(State state, String prefix) throws IOException {
        return FolderWalk.listIfPresent(folder(state)).stream()
                .filter(file -> file.getFileName().toString().startsWith(prefix))
                .filter(file -> file.toString().endsWith(SUFFIX))
                .toList();
    }

    private Path folder(State state) {
        return folder.associationCertificates().resolve(state.name().toLowerCase(Locale.ROOT));
    }

    private Path file(Certificate certificate, State state) {
        String name = certificate.fingerprint().value();
        if (state == State.REFUSED) {
            byte[] hash = Sha256.start().digest(certificate.encoded());
            name += "-" + HexFormat.of().formatHex(hash).substring(0, HASH_DIGITS);
        }
        return folder(state).resolve(name + SUFFIX);
    }

    private static List<Kept> read(List<Path> files) throws IOException {
        List<Kept> kept = new ArrayList<>();
        for (Path file : files) {
            try (InputStream in = Files.newInputStream(file)) {
                kept.add(new Kept(
                        Certificate.parse(in), Files.getLastModifiedTime(file).toInstant()));
            }
        }
        return List.copyOf(kept);
    }
}
