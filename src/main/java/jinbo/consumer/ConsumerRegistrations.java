package jinbo.consumer;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;
import jinbo.exchange.format.Term;
import jinbo.participant.insurer.InsurerLine;
import jinbo.reference.business.LineCode;
import jinbo.registry.ConsumerChoices;
import jinbo.registry.Interval;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

@Component
record ConsumerRegistrations(JdbcClient jdbc) {

    private static final int SHOWN = 50;

    /** @param entry the access log entry that confirms it */
    record Kept(ConsumerRegistration registration, String subject, long revision, long entry) {}

    /**
     * Locks the registrations of a number until the transaction ends. Its commit does not wait for the disk, because it
     * holds the registry lock; {@link #flush} does.
     */
    void lock(String subject, Duration patience) {
        jdbc.sql("""
                select case when set_config('lock_timeout', ?, true) is not null
                             and set_config('synchronous_commit', 'off', true) is not null
                       then pg_advisory_xact_lock(hashtextextended('jinbo.consumer_registration ' || ?, 0)) is null end
                """)
                .params(patience.toMillis() + "ms", subject)
                .query(Boolean.class)
                .single();
    }

    /**
     * Waits until earlier commits are on disk, sharing one flush of the write-ahead log. Call it outside of a
     * transaction.
     */
    void flush() {
        jdbc.sql("select pg_logical_emit_message(true, 'jinbo', '') is null")
                .query(Boolean.class)
                .single();
    }

    long since(Instant time, List<String> subjects) {
        return jdbc.sql("select count(*) from consumer_registration where subject = any (?) and registered_at > ?")
                .params(subjects.toArray(String[]::new), time.atOffset(ZoneOffset.UTC))
                .query(Long.class)
                .single();
    }

    void add(UUID request, String subject, ConsumerRegistration registration, ConsumerChoices.Result registered) {
        jdbc.sql("""
                insert into consumer_registration (reference, request, subject, revision, entry, registered_at, named, term,
                    effective_on, expires_on, consent)
                values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
                """)
                .params(
                        registration.reference().value(),
                        request,
                        subject,
                        registered.revision(),
                        registered.entry(),
                        registration.registeredAt().atOffset(ZoneOffset.UTC),
                        Stream.concat(registration.lines().stream(), registration.insurers().stream())
                                .map(Object::toString)
                                .toArray(String[]::new),
                        registration.block().map(block -> block.term().text()).orElse(null),
                        registration
                                .block()
                                .map(block -> block.days().effectiveOn())
                                .orElse(null),
                        registration
                                .block()
                                .map(block -> block.days().expiresOn())
                                .orElse(null),
                        registration
                                .block()
                                .map(ConsumerRegistration.Block::consent)
                                .orElse(null))
                .update();
    }

    Optional<ConsumerRegistration> byRequest(UUID request, List<String> subjects) {
        return jdbc.sql("select * from consumer_registration where request = ? and subject = any (?)")
                .params(request, subjects.toArray(String[]::new))
                .query(ConsumerRegistrations::read)
                .optional()
                .map(Kept::registration);
    }

    Optional<Kept> byReference(RegistrationReference reference, List<String> subjects) {
        return jdbc.sql("select * from consumer_registration where reference = ? and subject = any (?)")
                .params(reference.value(), subjects.toArray(String[]::new))
                .query(ConsumerRegistrations::read)
                .optional();
    }

    Optional<Kept> byReference(RegistrationReference reference) {
        return jdbc.sql("select * from consumer_registration where reference = ?")
                .param(reference.value())
                .query(ConsumerRegistrations::read)
                .optional();
    }

    /** Finds the newest registrations after a revision, newest first. */
    List<ConsumerRegistration> of(List<String> subjects, long after) {
        return jdbc
                .sql(
                        "select * from consumer_registration where subject = any (?) and revision > ? order by revision desc limit "
                                + SHOWN)
                .params(subjects.toArray(String[]::new), after)
                .query(ConsumerRegistrations::read)
                .list()
                .stream()
                .map(Kept::registration)
                .toList();
    }

    private static Kept read(ResultSet row, int number) throws SQLException {
        Set<LineCode> lines = new HashSet<>();
        Set<InsurerLine> insurers = new HashSet<>();
        for (String name : (String[]) row.getArray("named").getArray()) {
            if (InsurerLine.isName(name)) {
                insurers.add(InsurerLine.parse(name));
            } else {
                lines.add(new LineCode(name));
            }
        }
        Optional<ConsumerRegistration.Block> block = Optional.empty();
        String term = row.getString("term");
        if (term != null) {
            block = Optional.of(new ConsumerRegistration.Block(
                    Term.of(term).orElseThrow(),
                    new Interval(
                            row.getObject("effective_on", LocalDate.class),
                            row.getObject("expires_on", LocalDate.class)),
                    row.getString("consent")));
        }
        return new Kept(
                new ConsumerRegistration(
                        new RegistrationReference(row.getString("reference")),
                        row.getObject("registered_at", OffsetDateTime.class).toInstant(),
                        lines,
                        insurers,
                        block),
                row.getString("subject"),
                row.getLong("revision"),
                row.getLong("entry"));
    }
}
