package jinbo.operator.upload;

import jinbo.participant.operation.Operation;
import jinbo.participant.operation.Reason;
import jinbo.participant.operation.Typed;
import jinbo.participant.operation.UseCase;
import jinbo.participant.staff.Duty;

/** The operations on held uploads ({@code held ...}), and the withdrawal of an upload. */
public sealed interface UploadOperations extends Operation
        permits UploadOperations.ListHeldFiles,
                UploadOperations.ShowHeldFile,
                UploadOperations.ReleaseHeldFile,
                UploadOperations.RefuseHeldFile,
                UploadOperations.WithdrawUpload {

    @UseCase(name = "held list", duty = Duty.LOOK)
    record ListHeldFiles() implements UploadOperations {}

    @UseCase(name = "held show", duty = Duty.EXAMINE_FILES)
    record ShowHeldFile(
            @Typed(operand = true, label = "NAME") String name) implements UploadOperations {}

    @UseCase(name = "held release", duty = Duty.RELEASE_FILES)
    record ReleaseHeldFile(
            @Typed(operand = true, label = "NAME") String name, Reason reason) implements UploadOperations {}

    /** Refuses a held file and sends a second receipt, which contains the reason. */
    @UseCase(name = "held refuse", duty = Duty.REFUSE_FILES)
    record RefuseHeldFile(
            @Typed(operand = true, label = "NAME") String name, Reason reason) implements UploadOperations {}

    @UseCase(name = "withdraw", duty = Duty.WITHDRAW_UPLOADS)
    record WithdrawUpload(
            @Typed(label = "NAME", description = "withdrawn")
            String file,

            @Typed(description = "why-withdrawn") Reason reason)
            implements UploadOperations {}
}
