package jinbo.batch.schedule;

import com.github.kagkarlsson.scheduler.jdbc.PostgreSqlJdbcCustomization;
import java.util.List;
import java.util.function.IntSupplier;
import java.util.stream.Collectors;

/**
 * Lets a scheduler take only the executions of some tasks, and leave the others to another scheduler over the same table. Both
 * know all tasks: db-scheduler takes an execution whose task it does not know all the same, and deletes it after two weeks.
 */
final class TaskFilterCustomization extends PostgreSqlJdbcCustomization {

    private final String condition;
    private final IntSupplier room;

    /** @param room how many more may be taken at this moment */
    TaskFilterCustomization(List<String> names, IntSupplier room) {
        // the two-step way of taking executions, which unlike the one statement asks for the query that is changed here
        super(true, false);
        this.condition = names.stream().collect(Collectors.joining("', '", " and task_name in ('", "') "));
        this.room = room;
    }

    @Override
    public String createGenericSelectForUpdateQuery(
            String tableName, int limit, String requiredAndCondition, boolean orderByPriority) {
        return super.createGenericSelectForUpdateQuery(
                tableName, Math.min(limit, room.getAsInt()), requiredAndCondition + condition, orderByPriority);
    }
}
