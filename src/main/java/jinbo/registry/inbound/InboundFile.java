package jinbo.registry.inbound;

import java.time.Instant;
import java.util.Optional;
import jinbo.exchange.format.FileKind;
import jinbo.exchange.format.InboundFileName;
import jinbo.participant.insurer.InsurerCode;

/**
 * A file that was fetched from a drop.
 *
 * @param remoteName the name on the drop; it may contain anything, so do not show it
 * @param stem the name without extension, by which the association refers to the file, for example in answers
 * @param nameFault why the name is invalid; empty for a valid name
 * @param modified the time of the file on the drop
 * @param verdictCount how many verdicts the file has had; 2 after an operator's decision
 */
public record InboundFile(
        long id,
        InsurerCode insurer,
        String remoteName,
        String stem,
        Optional<String> nameFault,
        long size,
        Instant modified,
        String sha256,
        Instant receivedAt,
        Optional<Verdict> verdict,
        int verdictCount,
        boolean archived) {

    /** SHA-256 of no bytes (FIPS 180-4). It is recorded for a file that is too large, which is not fetched. */
    public static final String SHA256_OF_NOTHING = "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855";

    /** False for a file that was not fetched because it is too large. */
    public boolean fetched() {
        return size == 0 || !sha256.equals(SHA256_OF_NOTHING);
    }

    /** Empty if the name is invalid. */
    public Optional<FileKind> kind() {
        return nameFault.isPresent()
                ? Optional.empty()
                : InboundFileName.parseMentioned(stem).map(InboundFileName::kind);
    }

    /** The name to show: the file's name if it is valid, otherwise its stem. */
    public String shownName() {
        return nameFault.isPresent() ? stem : remoteName;
    }

    @Override
    public String toString() {
        return "InboundFile[" + id + " " + insurer + " " + shownName() + "]";
    }
}
