package jinbo.operator.drop;

import java.util.Optional;
import jinbo.operator.UsageError;
import jinbo.participant.insurer.InsurerCode;
import jinbo.participant.operation.HiddenText;
import jinbo.participant.operation.InvalidOperationException;
import jinbo.participant.operation.Operation;
import jinbo.participant.operation.SecretFile;
import jinbo.participant.operation.Typed;
import jinbo.participant.operation.UseCase;
import jinbo.participant.staff.Duty;

public sealed interface DropOperations extends Operation
        permits DropOperations.CheckDrop, DropOperations.SetDropPassword {

    /** What is wrong with a drop, up to a signed round trip. */
    @UseCase(name = "drop check", duty = Duty.CHECK_DROPS)
    record CheckDrop(@Typed(operand = true) InsurerCode code) implements DropOperations {

        @Override
        public Optional<InsurerCode> about() {
            return Optional.of(code);
        }
    }

    /**
     * What an insurer's server asks of us beside our key or instead.
     *
     * @param code whose server it is
     * @param passwordFile where it is read
     * @param forget whether none is kept any more
     * @param password the password itself
     */
    @UseCase(name = "drop password", duty = Duty.KEEP_PASSWORDS)
    record SetDropPassword(
            @Typed(operand = true) InsurerCode code,
            Optional<SecretFile> passwordFile,
            boolean forget,

            @Typed(askedUnless = {"password-file", "forget"})
            Optional<HiddenText> password)
            implements DropOperations {

        /** @throws InvalidOperationException if it is to be forgotten and kept */
        public SetDropPassword {
            if (forget && passwordFile.isPresent()) {
                throw new InvalidOperationException(UsageError.PASSWORD_FORGOTTEN);
            }
        }

        @Override
        public Optional<InsurerCode> about() {
            return Optional.of(code);
        }
    }
}
