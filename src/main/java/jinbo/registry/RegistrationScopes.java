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
 * The numbers that stand for several lines of business, or an insurer in several, in one registration: so that a complaint about
 * all lines of an insurer costs no more than one about a single line.
 */
@Component
record RegistrationScopes(JdbcClient jdbc, DecisionRecords records, Clock clock) {

    /** As many as {@code registration_scope} can draw. */
    private static final int NUMBERS = 7_999;

    /** What binds these numbers leave: what each means. What follows from {@code insurer.sector} nobody decided. */
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
     * The number that stands for all of these, in the caller's transaction: that of the only one, or one that is drawn when they
     * stand together for the first time. Two transactions that come at once may draw two, which mean the same.
     *
     * @param members lines' numbers, or an insurer's in lines; at least one
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

    /** Numbers come round again, and what refused uploads drew is free. */
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
