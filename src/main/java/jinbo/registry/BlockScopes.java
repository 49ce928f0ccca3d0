package jinbo.registry;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import jinbo.participant.insurer.LineParticipation;
import jinbo.reference.business.BusinessLine;

/**
 * What the small numbers in registrations and blocks stand for. That of a block stands for a line of business, which is for
 * all its insurers, or for one insurer in one line; that of a registration may stand for several of these.
 *
 * <p>What a number stands for never changes; numbers only come on top.
 */
public final class BlockScopes {

    /** Of a registration that binds nobody: a cancellation, a release. */
    static final short NOBODY = 0;

    private static final short FIRST_LINE = 32_001;

    /** One row for each number; of a combination, one for each number that it means. */
    private static final String NUMBERS = "select scope, line, insurer, means from block_scope";

    private static final SortedSet<Short> MEANING_NOBODY = new TreeSet<>(Set.of(NOBODY));

    private final Map<Short, SortedSet<Short>> meanings = new HashMap<>();
    private final Map<Short, Owner> owners = new HashMap<>();
    private final Map<Short, SortedMap<Short, Short>> participations = new HashMap<>();

    /** @param insurer the insurer's small number */
    private record Owner(short insurer, short line) {}

    private BlockScopes() {}

    /** Of these lines, and of insurers in lines by the insurers' small numbers; for what stands in no database. */
    static BlockScopes of(List<BusinessLine> lines, Map<Short, List<LineParticipation>> insurers) {
        BlockScopes scopes = new BlockScopes();
        lines.forEach(line -> scopes.addMeaning(line.scope(), line.scope()));
        insurers.forEach((insurer, sold) -> sold.forEach(line ->
                scopes.addOwner(line.scope(), new Owner(insurer, line.line().scope()))));
        return scopes;
    }

    public static BlockScopes read(Connection connection) throws SQLException {
        BlockScopes scopes = new BlockScopes();
        // prepared, so that the server plans it once: it is asked for each number that somebody looks at
        try (PreparedStatement statement = connection.prepareStatement(NUMBERS);
                ResultSet row = statement.executeQuery()) {
            while (row.next()) {
                scopes.add(row);
            }
        }
        return scopes;
    }

    private void add(ResultSet row) throws SQLException {
        short scope = row.getShort(1);
        short means = row.getShort(4);
        if (!row.wasNull()) {
            addMeaning(scope, means);
            return;
        }
        short insurer = row.getShort(3);
        if (row.wasNull()) {
            addMeaning(scope, scope);
        } else {
            addOwner(scope, new Owner(insurer, row.getShort(2)));
        }
    }

    private void addMeaning(short scope, short means) {
        meanings.computeIfAbsent(scope, first -> new TreeSet<>()).add(means);
    }

    private void addOwner(short scope, Owner owner) {
        addMeaning(scope, scope);
        owners.put(scope, owner);
        participations
                .computeIfAbsent(owner.insurer(), first -> new TreeMap<>())
                .put(owner.line(), scope);
    }

    /** Whether it stands for all insurers of a line. */
    static boolean isLine(short scope) {
        return scope >= FIRST_LINE;
    }

    /** Whether a registration may have it: nobody, a line, an insurer in a line, or several of these that there are. */
    boolean knows(short scope) {
        return scope == NOBODY
                || meanings.containsKey(scope) && meanings.keySet().containsAll(meanings.get(scope));
    }

    /** The lines and insurers in lines that a registration's known number stands for; of nobody itself. */
    SortedSet<Short> meaningOf(short scope) {
        return meanings.getOrDefault(scope, MEANING_NOBODY);
    }

    /** The line in which a number stands for one insurer; empty for every other number. */
    Optional<Short> lineOf(short participation) {
        return Optional.ofNullable(owners.get(participation)).map(Owner::line);
    }

    /** What stands for an insurer in a line; empty if it has never sold it. */
    Optional<Short> participation(short insurer, short line) {
        return Optional.ofNullable(participationsOf(insurer).get(line));
    }

    /** The insurer that a number stands for in one line; empty for every other number. */
    Optional<Short> insurerOf(short participation) {
        return Optional.ofNullable(owners.get(participation)).map(Owner::insurer);
    }

    /** An insurer's numbers by the lines' that they are for. */
    SortedMap<Short, Short> participationsOf(short insurer) {
        return participations.getOrDefault(insurer, Collections.emptySortedMap());
    }
}
