package jinbo.partner;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import jinbo.disk.OwnerOnly;
import jinbo.disk.OwnerOnlyFile;
import jinbo.envelope.Certificate;
import jinbo.envelope.Fingerprint;
import jinbo.partner.PartnerException.Reason;

/**
 * The association's certificates that came through the exchange, a file each: those that people have accepted, those that wait
 * for them, those that they have refused. The ones that the settings name lie elsewhere.
 */
public final class AssociationCertificates {

    private static final String ENDING = ".asc";

    private final Path folder;

    public AssociationCertificates(PartnerFolder folder) {
        this.folder = folder.associationCertificates();
    }

    /** What people have said, or not yet. */
    public enum State {
        ACCEPTED,
        WAITING,
        REFUSED
    }

    /**
     * One of them.
     *
     * @param certificate as it came, or with what was accepted before
     * @param since when it came to be as it is
     */
    public record Kept(Certificate certificate, Instant since) {}

    /** Those of a state, by fingerprint. */
    public List<Kept> in(State state) throws IOException {
        if (!Files.isDirectory(folder(state))) {
            return List.of();
        }
        try (Stream<Path> files = Files.list(folder(state))) {
            List<Kept> kept = new ArrayList<>();
            for (Path file : files.filter(each -> each.toString().endsWith(ENDING))
                    .sorted()
                    .toList()) {
                kept.add(read(file));
            }
            return List.copyOf(kept);
        }
    }

    /** Those that people have accepted and those that the settings name, of each fingerprint one. */
    List<Certificate> countingBeside(List<Certificate> named) throws IOException {
        Map<Fingerprint, Certificate> all = new LinkedHashMap<>();
        named.forEach(one -> all.merge(one.fingerprint(), one, Certificate::joinedWith));
        for (Kept kept : in(State.ACCEPTED)) {
            all.merge(kept.certificate().fingerprint(), kept.certificate(), Certificate::joinedWith);
        }
        return List.copyOf(all.values());
    }

    /** The one of a fingerprint, in a state. */
    public Optional<Kept> find(Fingerprint fingerprint, State state) throws IOException {
        Path file = file(fingerprint, state);
        return Files.exists(file) ? Optional.of(read(file)) : Optional.empty();
    }

    /** Keeps one; of the same fingerprint and state the former goes. */
    void keep(Certificate certificate, State state, Instant now) throws IOException {
        OwnerOnly.createFolder(folder(state));
        Path file = file(certificate.fingerprint(), state);
        new OwnerOnlyFile(file).write(certificate.armored());
        Files.setLastModifiedTime(file, FileTime.from(now));
    }

    /**
     * Lets one count that waits, or that was refused by mistake, together with what counted of the same fingerprint.
     *
     * @param readOut as the association has read it out on the telephone
     * @param before what the settings name
     * @throws PartnerException if none of that fingerprint came
     * @throws IOException of the files
     */
    public Certificate accept(Fingerprint readOut, List<Certificate> before, Instant now) throws IOException {
        Certificate offered = offered(readOut);
        Certificate accepted = before.stream()
                .filter(known -> known.fingerprint().equals(readOut))
                .reduce(offered, Certificate::joinedWith);
        keep(accepted, State.ACCEPTED, now);
        forget(readOut, State.WAITING);
        forget(readOut, State.REFUSED);
        return accepted;
    }

    /**
     * Lets one that waits never count; copies of it that come later wait no more.
     *
     * @throws PartnerException if none of that fingerprint waits
     * @throws IOException of the files
     */
    public Certificate refuse(Fingerprint fingerprint, Instant now) throws IOException {
        Certificate waiting = find(fingerprint, State.WAITING)
                .map(Kept::certificate)
                .orElseThrow(() -> noSuch(fingerprint, "waits; \"partner certificate list\" shows those that do"));
        keep(waiting, State.REFUSED, now);
        forget(fingerprint, State.WAITING);
        return waiting;
    }

    private Certificate offered(Fingerprint readOut) throws IOException {
        Optional<Kept> waiting = find(readOut, State.WAITING);
        return (waiting.isPresent() ? waiting : find(readOut, State.REFUSED))
                .map(Kept::certificate)
                .orElseThrow(() -> noSuch(
                        readOut,
                        "has come. If the association has read out other digits than \"partner certificate list\" shows, somebody"
                                + " else has sent that certificate: refuse it, and tell the association"));
    }

    private static PartnerException noSuch(Fingerprint fingerprint, String why) {
        return new PartnerException(
                Reason.CERTIFICATE_NOT_WAITING, "No certificate of the fingerprint " + fingerprint + " " + why);
    }

    void forget(Fingerprint fingerprint, State state) throws IOException {
        Files.deleteIfExists(file(fingerprint, state));
    }

    private Path folder(State state) {
        return folder.resolve(state.name().toLowerCase(Locale.ROOT));
    }

    private Path file(Fingerprint fingerprint, State state) {
        return folder(state).resolve(fingerprint + ENDING);
    }

    private static Kept read(Path file) throws IOException {
        try (InputStream in = Files.newInputStream(file)) {
            return new Kept(
                    Certificate.parse(in), Files.getLastModifiedTime(file).toInstant());
        }
    }
}
