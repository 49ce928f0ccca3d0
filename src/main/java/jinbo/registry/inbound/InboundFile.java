package jinbo.registry.inbound;

import java.time.Instant;
import java.util.Optional;
import jinbo.exchange.format.FileKind;
import jinbo.exchange.format.InboundFileName;
import jinbo.participant.insurer.InsurerCode;

/**
 * A file that was fetched whole from a drop.
 *
 * @param id its number here, the job parameter of its executions
 * @param remoteName its name on the drop; not to be shown, because an invalid name may hold anything
 * @param stem what it is called here and in its answers
 * @param nameFault why its name is not valid, if it is not
 * @param size in bytes, as received
 * @param modified the drop's time of the file
 * @param sha256 of the bytes as received, 64 hexadecimal digits
 * @param receivedAt when it had been fetched
 * @param verdictCount how many verdicts it has had: 1 after the first, 2 after an operator's decision
 * @param archived whether it has left {@code upload/}
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

    /** What SHA-256 gives for no bytes (FIPS 180-4): a file that is too large is not fetched, and nothing of it is hashed. */
    public static final String SHA256_OF_NOTHING = "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855";

    /** Whether its bytes were brought here; those of a file that is too large are not. */
    public boolean fetched() {
        return size == 0 || !sha256.equals(SHA256_OF_NOTHING);
    }

    /** What it is, as its name says; empty if the name is not valid. */
    public Optional<FileKind> kind() {
        return nameFault.isPresent()
                ? Optional.empty()
                : InboundFileName.parseMentioned(stem).map(InboundFileName::kind);
    }

    /** The name that may be shown: the file's own if it is a valid one, else its stem. */
    public String shownName() {
        return nameFault.isPresent() ? stem : remoteName;
    }

    @Override
    public String toString() {
        return "InboundFile[" + id + " " + insurer + " " + shownName() + "]";
    }
}
