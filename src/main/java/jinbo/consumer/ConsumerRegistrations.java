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
import jinbo.registry.ConsumerChoice;
import jinbo.registry.ConsumerChoices;
import jinbo.registry.Interval;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Stores the registrations of consumers by the keyed hashes of their numbers. */
@Component
record ConsumerRegistrations(JdbcClient jdbc) {

    private static final int SHOWN = 50;

    /** A stored registration; {@code entry} is the id of the access log entry that records it. */
    record StoredRegistration(ConsumerRegistration registration, String subject, long revision, long entry) {

        /** The choice; fails for a cancellation. */
        ConsumerChoice choice() {
            return new ConsumerChoice(
                    registration.lines(),
                    registration.insurers(),
                    registration.block().orElseThrow().term());
        }

        /** The end of the term, where a renewed term begins, so that an early renewal loses no days. */
        LocalDate end() {
            return registration.block().orElseThrow().days().expiresOn();
        }
    }

    /**
     * Locks the registrations of a number until the transaction ends. The commit does not wait for the disk, so that
     * the registry lock is not held meanwhile; call {@link #flush} afterwards.
     */
    void lock(String subject, Duration lockTimeout) {
        jdbc.sql("""
                select case when set_config('lock_timeout', ?, true) is not null
                             and set_config('synchronous_commit', 'off', true) is not null
                       then pg_advisory_xact_lock(hashtextextended('jinbo.consumer_registration ' || ?, 0)) is null end
                """)
                .params(lockTimeout.toMillis() + "ms", subject)
                .query(Boolean.class)
                .single();
    }

    /** Waits until earlier commits are on disk; concurrent calls share one flush. Call it outside of a transaction. */
    void flush() {
        jdbc.sql("select pg_logical_emit_message(true, 'jinbo', '') is null")
                .query(Boolean.class)
                .single();
    }

    long countAfter(Instant time, List<String> subjects) {
        return jdbc.sql("select count(*) from consumer_registration where subject = any (?) and registered_at > ?")
                .params(subjects.toArray(String[]::new), time.atOffset(ZoneOffset.UTC))
                .query(Long.class)
                .single();
    }

    void add(UUID request, String subject, ConsumerRegistration registration, ConsumerChoices.Result registered) {
        Optional<ConsumerRegistration.Block> block = registration.block();
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
                        block.map(kept -> kept.term().text()).orElse(null),
                        block.map(kept -> kept.days().effectiveOn()).orElse(null),
                        block.map(kept -> kept.days().expiresOn()).orElse(null),
                        block.map(ConsumerRegistration.Block::consent).orElse(null))
                .update();
    }

    Optional<ConsumerRegistration> findByRequest(UUID request, List<String> subjects) {
        return jdbc.sql("select * from consumer_registration where request = ? and subject = any (?)")
                .params(request, subjects.toArray(String[]::new))
                .query(ConsumerRegistrations::read)
                .optional()
                .map(StoredRegistration::registration);
    }

    Optional<StoredRegistration> findByReference(RegistrationReference reference, List<String> subjects) {
        return jdbc.sql("select * from consumer_registration where reference = ? and subject = any (?)")
                .params(reference.value(), subjects.toArray(String[]::new))
                .query(ConsumerRegistrations::read)
                .optional();
    }

    Optional<StoredRegistration> findByReference(RegistrationReference reference) {
        return jdbc.sql("select * from consumer_registration where reference = ?")
                .param(reference.value())
                .query(ConsumerRegistrations::read)
                .optional();
    }

    /** Finds the newest registrations with a revision above {@code after}, newest first. */
    List<ConsumerRegistration> findBySubjects(List<String> subjects, long after) {
        return jdbc
                .sql(
                        "select * from consumer_registration where subject = any (?) and revision > ? order by revision desc limit "
                                + SHOWN)
                .params(subjects.toArray(String[]::new), after)
                .query(ConsumerRegistrations::read)
                .list()
                .stream()
                .map(StoredRegistration::registration)
                .toList();
    }

    private static StoredRegistration read(ResultSet row, int number) throws SQLException {
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
        return new StoredRegistration(
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
