package jinbo.registry;

import java.util.Collection;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Notes in which thousands of numbers a batch has acts, so that these are found by number. */
@Component
class ActsByThousand {

    private static final String ADD = """
            insert into acts_by_thousand (thousand, batch) select thousand, ? from unnest(?) as t (thousand)
            """;

    private final JdbcClient jdbc;

    ActsByThousand(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** In the current transaction, through the open gate, each once. */
    void add(long batch, Collection<Integer> thousands) {
        jdbc.sql(ADD).params(batch, thousands.toArray(Integer[]::new)).update();
    }
}
