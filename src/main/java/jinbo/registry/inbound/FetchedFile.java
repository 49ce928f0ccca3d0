package jinbo.registry.inbound;

import java.time.Instant;
import java.util.Optional;
import jinbo.participant.insurer.InsurerCode;

/**
 * A file that has just been fetched and is not recorded yet.
 *
 * @param stem what it is called here and in its answers
 * @param nameFault why its name is not valid, if it is not
 * @param modified the drop's time of the file
 * @param receivedAt when it had been fetched
 */
public record FetchedFile(
        InsurerCode insurer,
        String remoteName,
        String stem,
        Optional<String> nameFault,
        long size,
        Instant modified,
        String sha256,
        Instant receivedAt) {}
