package jinbo.registry.inbound;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Optional;
import jinbo.accesslog.Actor;
import jinbo.accesslog.ActorRole;

/** Reads the person who decided; a job carries the decision out later under that name. */
final class ActorMapper {

    private ActorMapper() {}

    /** @param nameColumn the column with the name; the other columns have the same names in all tables */
    static Actor actor(ResultSet row, String nameColumn) throws SQLException {
        return new Actor(
                row.getString(nameColumn),
                ActorRole.valueOf(row.getString("acted_as")),
                row.getString("operating_system_user"),
                Optional.ofNullable(row.getString("confirmed_by")));
    }
}
