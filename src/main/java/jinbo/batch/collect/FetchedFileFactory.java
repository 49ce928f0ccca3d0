package jinbo.batch.collect;

import java.time.Instant;
import java.util.Optional;
import jinbo.exchange.format.AnswerFileNames;
import jinbo.exchange.format.InboundFileName;
import jinbo.exchange.sftp.FileSnapshot;
import jinbo.participant.insurer.InsurerCode;
import jinbo.reference.calendar.BusinessTime;
import jinbo.registry.inbound.FetchedFile;

/** Judges the name of a fetched file and says what it is called here. */
final class FetchedFileFactory {

    private FetchedFileFactory() {}

    /** @param fileSnapshot the file as it lay on the drop, under the name that its sender gave it */
    static FetchedFile of(
            InsurerCode insurer, FileSnapshot fileSnapshot, long size, String sha256, Instant receivedAt) {
        InboundFileName.Parsed parsed =
                InboundFileName.parse(fileSnapshot.name(), insurer, BusinessTime.dateOf(receivedAt));
        Optional<String> fault = faultOf(parsed);
        String stem = parsed instanceof InboundFileName.Valid valid && fault.isEmpty()
                ? valid.name().stem()
                : AnswerFileNames.invalidStem(sha256);
        return new FetchedFile(
                insurer, fileSnapshot.name(), stem, fault, size, fileSnapshot.modified(), sha256, receivedAt);
    }

    private static Optional<String> faultOf(InboundFileName.Parsed parsed) {
        return parsed instanceof InboundFileName.Invalid invalid
                ? Optional.of(invalid.fault().name())
                : Optional.empty();
    }
}
