package jinbo.operator.drop;

import java.util.List;
import java.util.Optional;
import jinbo.exchange.sftp.check.DropCheckCode;
import jinbo.exchange.sftp.check.DropCheckResult;
import jinbo.exchange.sftp.check.DropCheckStep;
import jinbo.participant.insurer.Insurer;
import jinbo.participant.insurer.InsurerCode;
import jinbo.participant.operation.CommentedResult;
import jinbo.participant.operation.Derived;
import jinbo.participant.operation.Incomplete;

public record DropChecked(InsurerCode insurer, boolean good, List<CheckedStep> steps)
        implements Incomplete, CommentedResult {

    public record CheckedStep(DropCheckStep step, DropCheckCode.Grade grade, DropCheckCode code, List<String> facts) {}

    public static DropChecked of(Insurer insurer, List<DropCheckResult> found) {
        return new DropChecked(
                insurer.code(),
                found.stream().noneMatch(DropCheckResult::isWrong),
                found.stream()
                        .map(each -> new CheckedStep(each.step(), each.code().grade(), each.code(), each.facts()))
                        .toList());
    }

    /** What was tried. */
    @Derived
    public List<CheckedStep> tried() {
        return steps(false);
    }

    /** What was not, since something before it had failed. */
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
