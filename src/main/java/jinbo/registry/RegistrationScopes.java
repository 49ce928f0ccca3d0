package jinbo.registry;

import java.time.Clock;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import jinbo.accesslog.DecisionRecords;
import jinbo.accesslog.RecordKind;
import jinbo.accesslog.RecordKind.Part;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Assigns scopes that combine several lines, or an insurer in several lines, so that a complaint about all lines is
 * stored as one row, like a complaint about a single line.
 */
@Component
record RegistrationScopes(JdbcClient jdbc, DecisionRecords records, Clock clock) {

    /** How many numbers the database sequence {@code registration_scope} has. */
    private static final int NUMBERS = 7_999;

    /** Records the members of each drawn scope. Scopes that follow from {@code insurer.sector} need no record. */
    @Configuration(proxyBeanMethods = false)
    static class Records {

        static final RecordKind SCOPE = RecordKind.of(
                "registration scope",
                new Part(
                        "registration_scope",
                        "join registration_scope decided on decided.scope = registration_scope.scope"
                                + " and decided.added_at is not null",
                        "registration_scope.scope::text",
                        "0",
                        "scope means:texts added_at:time"));

        @Bean
        RecordKind registrationScopeRecord() {
            return SCOPE;
        }
    }

    /**
     * The scope for all these members together. For one member, this is its own scope. For several, a new scope is
     * drawn when they are combined for the first time. Two concurrent transactions may draw two scopes with the same
     * meaning.
     */
    short of(Collection<Short> members) {
        List<Short> rising = members.stream().distinct().sorted().toList();
        if (rising.size() == 1) {
            return rising.get(0);
        }
        String means = rising.stream().map(String::valueOf).collect(Collectors.joining(",", "{", "}"));
        return jdbc.sql("select min(scope) from registration_scope where means = ?::smallint[] having count(*) > 0")
                .param(means)
                .query(Short.class)
                .optional()
                .orElseGet(() -> draw(means));
    }

    /** Draws the next free scope. The sequence cycles, so a scope that was rolled back can be drawn later. */
    private short draw(String means) {
        return Short.parseShort(records.recordNew(
                Records.SCOPE,
                () -> Stream.generate(() -> insertNext(means))
                        .limit(NUMBERS)
                        .flatMap(Optional::stream)
                        .findFirst()
                        .orElseThrow(() -> new IllegalStateException(
                                "All %d numbers of registration_scope are already used".formatted(NUMBERS)))));
    }

    private Optional<String> insertNext(String means) {
        return jdbc.sql("""
                insert into registration_scope (means, added_at) values (?::smallint[], ?)
                on conflict (scope) do nothing returning scope::text
                """)
                .params(means, clock.instant().atOffset(ZoneOffset.UTC))
                .query(String.class)
                .optional();
    }
}
