package jinbo.operator.cli;

import jinbo.exchange.sftp.HostKeyPins;
import jinbo.participant.insurer.InsurerCode;
import picocli.CommandLine.Parameters;

/** The words that name a host key of an insurer's own server. */
final class HostKeyOfInsurer {

    @Parameters(index = "0", paramLabel = "CODE", descriptionKey = "CODE")
    private InsurerCode code = new InsurerCode("NONE");

    @Parameters(index = "1", paramLabel = "SHA256:...", descriptionKey = "pinned")
    private String fingerprint = "";

    HostKeyOfInsurer() {}

    /** @throws UsageException if the second word is no fingerprint */
    void check() {
        try {
            HostKeyPins.of(fingerprint);
        } catch (IllegalArgumentException e) {
            throw new UsageException("wrong.host-key", e.getMessage());
        }
    }

    InsurerCode code() {
        return code;
    }

    /** {@code SHA256:...}. */
    String fingerprint() {
        return fingerprint;
    }
}
