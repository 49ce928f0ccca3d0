package jinbo.cases;

import java.util.List;
import java.util.stream.IntStream;

/** A party of a case. The one that loses by a decision can appeal, once in a case. */
public enum CaseSide {
    CONSUMER(CaseState.DISMISSED),
    INSURER(CaseState.UPHELD);

    /** SQL: true if the party that lost by the decision {@code e.state} has already appealed in the case {@code c}. */
    static final String HAS_CONTESTED = """
            exists (select from call_case_event a where a.call_case = c.id and a.state = 'APPEALED'
                    and e.state = (select b.state from call_case_event b
                                   where b.call_case = c.id and b.id < a.id order by b.id desc limit 1))
            """;

    private final CaseState lost;

    CaseSide(CaseState lost) {
        this.lost = lost;
    }

    static CaseSide losingBy(CaseState decided) {
        return decided == INSURER.lost ? INSURER : CONSUMER;
    }

    boolean loses(CaseState decided) {
        return decided == lost;
    }

    boolean hasAppealed(List<Case.Event> history) {
        return IntStream.range(1, history.size())
                .filter(event -> history.get(event).state() == CaseState.APPEALED)
                .anyMatch(event -> loses(history.get(event - 1).state()));
    }
}
