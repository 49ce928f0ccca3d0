package jinbo.registry.inbound;

import java.time.Instant;
import java.util.Optional;
import jinbo.exchange.format.FileKind;
import jinbo.exchange.format.InboundFileName;
import jinbo.participant.insurer.InsurerCode;
import jinbo.platform.files.Sha256;

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

    /** False for a file that was not fetched because it is too large. */
    public boolean fetched() {
        return size == 0 || !sha256.equals(Sha256.OF_NOTHING);
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
