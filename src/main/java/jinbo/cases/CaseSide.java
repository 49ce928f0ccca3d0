package jinbo.cases;

import java.util.List;
import java.util.stream.IntStream;

/** Who a decision can go against: each side may contest one that does, and a case only once. */
public enum CaseSide {
    /** Whose complaint it is; goes away with nothing if it is dismissed. */
    CONSUMER(CaseState.DISMISSED),
    /** Whose call it is; has broken the rules if it is upheld. */
    INSURER(CaseState.UPHELD);

    /** SQL: whether whom the decision {@code e.state} of the case {@code c} goes against has contested one before. */
    static final String HAS_CONTESTED = """
            exists (select from call_case_event a where a.call_case = c.id and a.state = 'APPEALED'
                    and e.state = (select b.state from call_case_event b
                                   where b.call_case = c.id and b.id < a.id order by b.id desc limit 1))
            """;

    private final CaseState lost;

    CaseSide(CaseState lost) {
        this.lost = lost;
    }

    /** Whom a decision goes against. */
    static CaseSide against(CaseState decided) {
        return decided == INSURER.lost ? INSURER : CONSUMER;
    }

    boolean lost(CaseState decided) {
        return decided == lost;
    }

    /** Whether it has contested one before; then what was decided after that is final for it. */
    boolean hasAppealed(List<Case.Event> history) {
        return IntStream.range(1, history.size())
                .filter(event -> history.get(event).state() == CaseState.APPEALED)
                .anyMatch(event -> lost(history.get(event - 1).state()));
    }
}
