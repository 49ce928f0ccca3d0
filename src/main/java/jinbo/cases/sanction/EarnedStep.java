package jinbo.cases.sanction;

import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import jinbo.cases.CaseNumber;

/**
 * @param ladder the one that counted on the day of the last of these calls
 * @param step which step of it, the first being 1
 */
record EarnedStep(SanctionSubject subject, SanctionLadder ladder, int step, List<AttributedCase> cases) {

    SanctionLadder.Step rule() {
        return ladder.steps().get(step - 1);
    }

    Set<CaseNumber> numbers() {
        return cases.stream().map(AttributedCase::number).collect(Collectors.toSet());
    }
}
