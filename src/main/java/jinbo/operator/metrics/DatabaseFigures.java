package jinbo.operator.metrics;

import java.util.List;
import jinbo.platform.home.DatabaseFacts;
import org.springframework.stereotype.Component;

/** What the database is like. */
@Component
class DatabaseFigures implements FigureSource {

    private final DatabaseFacts database;

    DatabaseFigures(DatabaseFacts database) {
        this.database = database;
    }

    @Override
    public String what() {
        return "database";
    }

    @Override
    public List<Sample> read() {
        return List.of(
                Sample.of(Figure.DATABASE_SIZE, database.size()),
                Sample.of(Figure.SCHEMA_MATCHES, database.hasSchemaOfProgram() ? 1 : 0));
    }
}
