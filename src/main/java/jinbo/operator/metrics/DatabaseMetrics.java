package jinbo.operator.metrics;

import java.util.List;
import jinbo.platform.home.DatabaseInfo;
import org.springframework.stereotype.Component;

/** What the database is like. */
@Component
class DatabaseMetrics implements MetricSource {

    private final DatabaseInfo database;

    DatabaseMetrics(DatabaseInfo database) {
        this.database = database;
    }

    @Override
    public String what() {
        return "database";
    }

    @Override
    public List<MetricSample> read() {
        return List.of(
                MetricSample.of(Metric.DATABASE_SIZE, database.size()),
                MetricSample.of(Metric.SCHEMA_MATCHES, database.hasSchemaOfProgram() ? 1 : 0));
    }
}
