package jinbo.operator.recovery;

import java.util.List;
import java.util.Optional;
import jinbo.participant.insurer.InsurerCode;
import jinbo.participant.operation.Operation;
import jinbo.participant.operation.Reason;
import jinbo.participant.operation.Typed;
import jinbo.participant.operation.UseCase;
import jinbo.participant.staff.Duty;

/** What can be asked about what a restore has lost. */
public sealed interface RecoveryOperations extends Operation
        permits RecoveryOperations.ListUnrecordedFiles,
                RecoveryOperations.IngestUnrecordedFiles,
                RecoveryOperations.EndRecovery {

    /** File by file, what lies on the drops and in the spool and no record knew. */
    @UseCase(name = "recovery list", duty = Duty.EXAMINE_FILES)
    record ListUnrecordedFiles() implements RecoveryOperations {}

    /** @param file one alone, by its name or stem */
    @UseCase(name = "recovery ingest", duty = Duty.INGEST_UNRECORDED)
    record IngestUnrecordedFiles(
            Optional<InsurerCode> insurer,
            @Typed(label = "NAME") Optional<String> file,
            Reason reason) implements RecoveryOperations {}

    /** @param force whether what is left is given up */
    @UseCase(name = "recovery settle", duty = Duty.SETTLE_RECOVERY)
    record EndRecovery(
            Reason reason,
            boolean force,
            @Typed(label = "LIST") List<NamedList> holds) implements RecoveryOperations {}
}
