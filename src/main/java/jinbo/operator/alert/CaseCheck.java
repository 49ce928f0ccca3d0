package jinbo.operator.alert;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import jinbo.cases.PendingCaseCounts;
import jinbo.operator.alert.Alert.Code;
import jinbo.participant.insurer.InsurerCode;
import org.springframework.stereotype.Component;

/** Looks whether cases wait for people, or for an insurer that is late. */
@Component
record CaseCheck(PendingCaseCounts cases) implements ExchangeCheck {

    @Override
    public Subject subject() {
        return Subject.CASES;
    }

    @Override
    public List<Alert> find() {
        List<Alert> found = new ArrayList<>();
        counted(Code.CASES_WITHOUT_INSURER, Optional.empty(), cases.withoutInsurer())
                .ifPresent(found::add);
        counted(Code.CASES_NOT_SENT, Optional.empty(), cases.notSent()).ifPresent(found::add);
        counted(Code.CASES_UNDECIDED, Optional.empty(), cases.undecided()).ifPresent(found::add);
        return found;
    }

    Optional<Alert> about(InsurerCode insurer) {
        return counted(Code.CASES_UNANSWERED, Optional.of(insurer), cases.unanswered(insurer));
    }

    private static Optional<Alert> counted(Code code, Optional<InsurerCode> insurer, long count) {
        return Optional.of(count)
                .filter(some -> some > 0)
                .map(some -> new Alert(code, insurer, Optional.of(Long.toString(some))));
    }
}
