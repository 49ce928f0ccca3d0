package jinbo.operator.drop;

import java.util.List;
import java.util.Optional;
import jinbo.exchange.sftp.check.DropCheckCode;
import jinbo.exchange.sftp.check.DropCheckResult;
import jinbo.exchange.sftp.check.DropCheckStep;
import jinbo.operator.UsageError;
import jinbo.participant.insurer.Insurer;
import jinbo.participant.insurer.InsurerCode;
import jinbo.participant.operation.CommentedResult;
import jinbo.participant.operation.Derived;
import jinbo.participant.operation.HiddenText;
import jinbo.participant.operation.Incomplete;
import jinbo.participant.operation.InvalidOperationException;
import jinbo.participant.operation.Operation;
import jinbo.participant.operation.SecretFile;
import jinbo.participant.operation.Typed;
import jinbo.participant.operation.UseCase;
import jinbo.participant.staff.Duty;

/** The operations on insurers' drops ({@code drop ...}). */
public sealed interface DropOperations extends Operation
        permits DropOperations.CheckDrop, DropOperations.SetDropPassword {

    @UseCase(name = "drop check", duty = Duty.CHECK_DROPS)
    record CheckDrop(@Typed(operand = true) InsurerCode code) implements DropOperations {

        @Override
        public Optional<InsurerCode> about() {
            return Optional.of(code);
        }
    }

    /** Sets or deletes the password that an insurer's server requires, instead of our key or in addition to it. */
    @UseCase(name = "drop password", duty = Duty.KEEP_PASSWORDS)
    record SetDropPassword(
            @Typed(operand = true) InsurerCode code,
            Optional<SecretFile> passwordFile,
            boolean forget,

            @Typed(askedUnless = {"password-file", "forget"})
            Optional<HiddenText> password)
            implements DropOperations {

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

    record DropChecked(InsurerCode insurer, boolean good, List<CheckedStep> steps)
            implements Incomplete, CommentedResult {

        public record CheckedStep(
                DropCheckStep step, DropCheckCode.Grade grade, DropCheckCode code, List<String> facts) {}

        public static DropChecked of(Insurer insurer, List<DropCheckResult> found) {
            return new DropChecked(
                    insurer.code(),
                    found.stream().noneMatch(DropCheckResult::isWrong),
                    found.stream()
                            .map(each ->
                                    new CheckedStep(each.step(), each.code().grade(), each.code(), each.facts()))
                            .toList());
        }

        @Derived
        public List<CheckedStep> tried() {
            return steps(false);
        }

        /** The steps that were skipped, because an earlier step had failed. */
        @Derived
        public List<CheckedStep> untried() {
            return steps(true);
        }

        private List<CheckedStep> steps(boolean open) {
            return steps.stream()
                    .filter(step -> (step.grade == DropCheckCode.Grade.OPEN) == open)
                    .toList();
        }

        @Override
        public boolean complete() {
            return good;
        }

        @Override
        public Optional<String> comment() {
            return Optional.of(good ? "good" : "wrong");
        }
    }

    record PasswordKept(InsurerCode insurer, boolean kept, boolean replaced) {

        @Derived
        String outcome() {
            return kept ? "KEPT" : replaced ? "FORGOTTEN" : "NONE";
        }
    }
}
