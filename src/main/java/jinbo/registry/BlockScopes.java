package jinbo.registry;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
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

    private final Set<Short> lines = new HashSet<>();
    private final Map<Short, Owner> owners = new HashMap<>();
    private final Map<Short, SortedSet<Short>> combinations = new HashMap<>();
    private final Map<Owner, Short> participations = new HashMap<>();

    /**
     * An insurer in a line of business.
     *
     * @param insurer the insurer's small number
     * @param line the line's
     */
    private record Owner(short insurer, short line) {}

    private BlockScopes() {}

    /** Of these lines, and of insurers in lines by the insurers' small numbers; for what stands in no database. */
    static BlockScopes of(List<BusinessLine> lines, Map<Short, List<LineParticipation>> insurers) {
        BlockScopes scopes = new BlockScopes();
        lines.forEach(line -> scopes.lines.add(line.scope()));
        insurers.forEach((insurer, sold) -> sold.forEach(line ->
                scopes.addOwner(line.scope(), new Owner(insurer, line.line().scope()))));
        return scopes;
    }

    /** Reads all that there are. */
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
            combinations.computeIfAbsent(scope, first -> new TreeSet<>()).add(means);
            return;
        }
        short insurer = row.getShort(3);
        if (row.wasNull()) {
            lines.add(scope);
        } else {
            addOwner(scope, new Owner(insurer, row.getShort(2)));
        }
    }

    private void addOwner(short scope, Owner owner) {
        owners.put(scope, owner);
        participations.put(owner, scope);
    }

    /** Whether it stands for all insurers of a line. */
    static boolean isLine(short scope) {
        return scope >= FIRST_LINE;
    }

    /** Whether a registration may have it: nobody, a line, an insurer in a line, or several of these that there are. */
    boolean knows(short scope) {
        return scope == NOBODY
                || meaningOf(scope).stream().allMatch(one -> lines.contains(one) || owners.containsKey(one));
    }

    /** The lines and insurers in lines that a registration's number stands for; of any other number itself. */
    SortedSet<Short> meaningOf(short scope) {
        return combinations.getOrDefault(scope, new TreeSet<>(Set.of(scope)));
    }

    /** The line in which a number stands for one insurer; empty for every other number. */
    Optional<Short> lineOf(short participation) {
        return Optional.ofNullable(owners.get(participation)).map(Owner::line);
    }

    /** What stands for an insurer in a line; empty if it has never sold it. */
    Optional<Short> participation(short insurer, short line) {
        return Optional.ofNullable(participations.get(new Owner(insurer, line)));
    }

    /** The insurer that a number stands for in one line; empty for every other number. */
    Optional<Short> insurerOf(short participation) {
        return Optional.ofNullable(owners.get(participation)).map(Owner::insurer);
    }

    /** An insurer's numbers by the lines' that they are for. */
    Map<Short, Short> participationsOf(short insurer) {
        Map<Short, Short> byLine = new TreeMap<>();
        owners.forEach((scope, owner) -> {
            if (owner.insurer() == insurer) {
                byLine.put(owner.line(), scope);
            }
        });
        return byLine;
    }
}
