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
 * The meanings of scopes. A scope is a small number that says for whom a registration or a block counts. The scope of a
 * block is a line of business (all its insurers) or one insurer in a line. The scope of a registration may combine
 * several of these. A meaning never changes.
 */
public final class BlockScopes {

    static final short NOBODY = 0;

    private static final short FIRST_LINE = 32_001;

    /** One row for each scope of a block, and for a combination one row for each of its members. */
    private static final String NUMBERS = "select scope, line, insurer, means from block_scope";

    private static final SortedSet<Short> MEANING_NOBODY = new TreeSet<>(Set.of(NOBODY));

    private final Map<Short, SortedSet<Short>> meanings = new HashMap<>();
    private final Map<Short, Owner> owners = new HashMap<>();
    private final Map<Short, SortedMap<Short, Short>> participations = new HashMap<>();

    /** @param insurer the insurer's id */
    private record Owner(short insurer, short line) {}

    private BlockScopes() {}

    /** Builds the scopes from lines, and from insurers in lines by insurer id, without a database. */
    static BlockScopes of(List<BusinessLine> lines, Map<Short, List<LineParticipation>> insurers) {
        BlockScopes scopes = new BlockScopes();
        lines.forEach(line -> scopes.addMeaning(line.scope(), line.scope()));
        insurers.forEach((insurer, sold) -> sold.forEach(line ->
                scopes.addOwner(line.scope(), new Owner(insurer, line.line().scope()))));
        return scopes;
    }

    public static BlockScopes read(Connection connection) throws SQLException {
        BlockScopes scopes = new BlockScopes();
        // prepared, so that the server plans it once: it runs for each number that is looked up
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

    /** True if the scope is a line with all its insurers. */
    static boolean isLine(short scope) {
        return scope >= FIRST_LINE;
    }

    /** True if the scope has a meaning: nobody, a line, an insurer in a line, or a combination of these. */
    boolean knows(short scope) {
        return scope == NOBODY
                || meanings.containsKey(scope) && meanings.keySet().containsAll(meanings.get(scope));
    }

    /** The block scopes that a registration's scope consists of; for {@link #NOBODY}, that scope itself. */
    SortedSet<Short> meaningOf(short scope) {
        return meanings.getOrDefault(scope, MEANING_NOBODY);
    }

    /** The line of a scope that is one insurer in a line; empty for every other scope. */
    Optional<Short> lineOf(short participation) {
        return Optional.ofNullable(owners.get(participation)).map(Owner::line);
    }

    /** The scope of an insurer in a line; empty if the insurer has never sold the line. */
    Optional<Short> participation(short insurer, short line) {
        return Optional.ofNullable(participationsOf(insurer).get(line));
    }

    /** The insurer of a scope that is one insurer in a line; empty for every other scope. */
    Optional<Short> insurerOf(short participation) {
        return Optional.ofNullable(owners.get(participation)).map(Owner::insurer);
    }

    /** An insurer's scopes by line. */
    SortedMap<Short, Short> participationsOf(short insurer) {
        return participations.getOrDefault(insurer, Collections.emptySortedMap());
    }
}
