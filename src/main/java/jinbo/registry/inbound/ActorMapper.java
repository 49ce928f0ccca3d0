package jinbo.registry.inbound;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Optional;
import jinbo.accesslog.Actor;
import jinbo.accesslog.ActorRole;

/** Reads by whose decision something was done: a job does it later, and its entries in the access log bear those names. */
final class ActorMapper {

    private ActorMapper() {}

    /** @param nameColumn the column with the name; the others are called the same everywhere */
    static Actor actor(ResultSet row, String nameColumn) throws SQLException {
        return new Actor(
                row.getString(nameColumn),
                ActorRole.valueOf(row.getString("acted_as")),
                row.getString("operating_system_user"),
                Optional.ofNullable(row.getString("confirmed_by")));
    }
}
