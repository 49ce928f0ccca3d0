package jinbo.operator.recovery;

import java.util.List;
import java.util.Optional;
import jinbo.exchange.format.ManifestFileName;
import jinbo.participant.insurer.InsurerCode;
import jinbo.participant.operation.Operation;
import jinbo.participant.operation.Reason;
import jinbo.participant.operation.Typed;
import jinbo.participant.operation.UseCase;
import jinbo.participant.staff.Duty;

/** The operations after a database was restored from a backup ({@code recovery ...}). */
public sealed interface RecoveryOperations extends Operation
        permits RecoveryOperations.ListUnrecordedFiles,
                RecoveryOperations.IngestUnrecordedFiles,
                RecoveryOperations.EndRecovery {

    /** Lists the files on drops and in the spool of which the database has no record. */
    @UseCase(name = "recovery list", duty = Duty.EXAMINE_FILES)
    record ListUnrecordedFiles() implements RecoveryOperations {}

    @UseCase(name = "recovery ingest", duty = Duty.INGEST_UNRECORDED)
    record IngestUnrecordedFiles(
            Optional<InsurerCode> insurer,
            @Typed(label = "NAME") Optional<String> file,
            Reason reason) implements RecoveryOperations {}

    /** @param force true to end the recovery although work is left */
    @UseCase(name = "recovery settle", duty = Duty.SETTLE_RECOVERY)
    record EndRecovery(
            Reason reason,
            boolean force,
            @Typed(label = "LIST") List<NamedList> holds) implements RecoveryOperations {}

    /** A list of an insurer, such as {@code YUNHE:7}. */
    record NamedList(ManifestFileName manifest) {

        /** @throws IllegalArgumentException if the text does not name a list */
        public static NamedList parse(String typed) {
            String[] parts = typed.split(":", 2);
            if (parts.length < 2) {
                throw new IllegalArgumentException("no colon");
            }
            return new NamedList(new ManifestFileName(new InsurerCode(parts[0]), Integer.parseInt(parts[1])));
        }

        @Override
        public String toString() {
            return manifest.insurer() + ":" + manifest.sequence();
        }
    }
}
