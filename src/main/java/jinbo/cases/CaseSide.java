package jinbo.cases;

import java.util.List;
import java.util.stream.IntStream;

/** The party that loses by a decision. Each can appeal once. */
public enum CaseSide {
    CONSUMER(CaseState.DISMISSED),
    INSURER(CaseState.UPHELD);

    /** SQL: true if the losing party of the decision {@code e.state} in case {@code c} has appealed before. */
    static final String HAS_CONTESTED = """
            exists (select from call_case_event a where a.call_case = c.id and a.state = 'APPEALED'
                    and e.state = (select b.state from call_case_event b
                                   where b.call_case = c.id and b.id < a.id order by b.id desc limit 1))
            """;

    private final CaseState lost;

    CaseSide(CaseState lost) {
        this.lost = lost;
    }

    static CaseSide against(CaseState decided) {
        return decided == INSURER.lost ? INSURER : CONSUMER;
    }

    boolean lost(CaseState decided) {
        return decided == lost;
    }

    boolean hasAppealed(List<Case.Event> history) {
        return IntStream.range(1, history.size())
                .filter(event -> history.get(event).state() == CaseState.APPEALED)
                .anyMatch(event -> lost(history.get(event - 1).state()));
    }
}
